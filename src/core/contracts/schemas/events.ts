import * as v from 'valibot';
import type { Result } from '../../result';
import { FieldErrors, parse } from '../../validation/parse';
import type { Domain } from '../domain';
import { DomainEvent, EVENT_SOURCES, EventSource, EventType } from '../events';
import {
  aboutProvider,
  encumbrance,
  granted,
  homeJurisdictionChange,
  ingestFailure,
  investigation,
  investigationClosed,
  licenseEncumbrance,
  licenseIngest,
  militaryAudit,
  purchase,
  revert,
  typedLicense,
  validationError,
} from './event-details';

/** Who can publish a type of events; `bulkIngest` stands for the sources that name the object of a file upload. */
export type EventProducer = keyof typeof EVENT_SOURCES | 'bulkIngest';

export interface EventContract {
  readonly producers: readonly EventProducer[];
  /** Fields of the detail that say more about a person than ids do: they stand in no log. */
  readonly personalFields: readonly string[];
  readonly detail: (domain: Domain) => v.GenericSchema;
}

/** What each type of events carries and who publishes it (spec 04 section 10.2). */
export const EVENT_DETAILS = {
  'license.ingest': {
    producers: ['providerData'],
    personalFields: [
      'npi',
      'licenseNumber',
      'givenName',
      'middleName',
      'familyName',
      'suffix',
      'dateOfBirth',
      'homeAddressStreet1',
      'homeAddressStreet2',
      'homeAddressCity',
      'homeAddressState',
      'homeAddressPostalCode',
      'emailAddress',
      'phoneNumber',
      'ssnLastFour',
    ],
    detail: licenseIngest,
  },
  'license.ingest-failure': { producers: ['providerData', 'bulkIngest'], personalFields: [], detail: ingestFailure },
  'license.validation-error': {
    producers: ['bulkIngest'],
    // Names, license number and NPI of the row, so that the state can find it.
    personalFields: ['validData'],
    detail: validationError,
  },
  'license.deactivation': { producers: ['providerData'], personalFields: [], detail: typedLicense },
  'license.encumbrance': { producers: ['providerData'], personalFields: [], detail: licenseEncumbrance },
  'license.encumbranceLifted': { producers: ['providerData'], personalFields: [], detail: encumbrance },
  'privilege.encumbrance': { producers: ['providerData', 'dataEvents'], personalFields: [], detail: encumbrance },
  'privilege.encumbranceLifted': { producers: ['providerData', 'dataEvents'], personalFields: [], detail: encumbrance },
  'license.investigation': { producers: ['providerData'], personalFields: [], detail: investigation },
  'license.investigationClosed': { producers: ['providerData'], personalFields: [], detail: investigationClosed },
  'privilege.investigation': { producers: ['providerData'], personalFields: [], detail: investigation },
  'privilege.investigationClosed': { producers: ['providerData'], personalFields: [], detail: investigationClosed },
  'privilege.deactivation': { producers: ['providerData'], personalFields: [], detail: aboutProvider },
  'privilege.purchase': { producers: ['purchases'], personalFields: ['providerEmail'], detail: purchase },
  'privilege.issued': { producers: ['purchases'], personalFields: ['providerEmail'], detail: granted },
  'privilege.renewed': { producers: ['purchases'], personalFields: ['providerEmail'], detail: granted },
  'militaryAffiliation.audit': {
    producers: ['providerData'],
    // What an auditor wrote about the practitioner's documents.
    personalFields: ['auditNote'],
    detail: militaryAudit,
  },
  'provider.homeJurisdictionChange': {
    producers: ['providerData'],
    personalFields: [],
    detail: homeJurisdictionChange,
  },
  'license.revert': { producers: ['disasterRecovery'], personalFields: [], detail: revert },
  'privilege.revert': { producers: ['disasterRecovery'], personalFields: [], detail: revert },
} as const satisfies { readonly [Type in EventType]: EventContract };

type DetailSchema<Type extends EventType> = ReturnType<(typeof EVENT_DETAILS)[Type]['detail']>;

/** Detail of a type of events as consumers read it. */
export type EventDetail<Type extends EventType> = v.InferOutput<DetailSchema<Type>>;

/** Reads the detail of an event: checks it and drops what this release does not know. */
export function parseEventDetail<Type extends EventType>(
  type: Type,
  detail: unknown,
  domain: Domain,
): Result<EventDetail<Type>, FieldErrors> {
  return parse(EVENT_DETAILS[type].detail(domain), detail) as Result<EventDetail<Type>, FieldErrors>;
}

/** An event with a detail of its type. */
export function domainEvent<Type extends EventType>(
  detailType: Type,
  source: EventSource,
  detail: v.InferInput<DetailSchema<Type>>,
): DomainEvent {
  return { detailType, source, detail: detail as DomainEvent['detail'] };
}
