import * as v from 'valibot';
import { ACTION_TARGETS, MILITARY_AUDIT_RESULTS } from '../../licensure/vocabulary';
import {
  anyText,
  countedListOf,
  date,
  datetime,
  email,
  integer,
  listOf,
  mapOf,
  oneOf,
  openObject,
  ssnLastFour,
  typeMessage,
  uuid,
} from '../../validation/fields';
import { MESSAGES } from '../../validation/messages';
import type { Domain } from '../domain';
import { licensePost } from './licenses';
import { OTHER_HOME_JURISDICTIONS } from './providers';

/** Schemas of the details of events (spec 04 section 10.2). Unknown keys are dropped: who publishes may be newer. */

const compactAndTime = (domain: Domain) => ({ compact: oneOf(domain.compacts), eventTime: datetime() });

const base = (domain: Domain) => ({ ...compactAndTime(domain), jurisdiction: oneOf(domain.jurisdictions) });

const ofProvider = (domain: Domain) => ({ ...base(domain), providerId: uuid() });

/** What an uploaded license says, without the number that its provider id stands for. */
export const licenseIngest = (domain: Domain) => {
  const { ssn: _number, previousSSN: _formerNumber, ...posted } = licensePost(domain).entries;
  return openObject({
    ...posted,
    ...ofProvider(domain),
    ssnLastFour: ssnLastFour(),
    // Whose license it was under the number that this upload corrects.
    previousProviderId: v.optional(uuid()),
  });
};

export const ingestFailure = (domain: Domain) => openObject({ ...base(domain), errors: listOf(anyText()) });

/** `errors` has messages under fields; the reference gives a mere list of them for columns that a file must not have. */
export const validationError = (domain: Domain) =>
  openObject({
    ...base(domain),
    recordNumber: integer(),
    validData: mapOf(v.unknown()),
    // The list first: a map takes its indexes for names.
    errors: v.union([listOf(v.unknown()), mapOf(v.unknown())], typeMessage(MESSAGES.mapping)),
  });

export const aboutProvider = (domain: Domain) => openObject(ofProvider(domain));

export const typedLicense = (domain: Domain) => openObject({ ...ofProvider(domain), licenseType: anyText() });

const encumbranceEntries = (domain: Domain) => ({
  ...ofProvider(domain),
  licenseTypeAbbreviation: anyText(),
  effectiveDate: date(),
});

export const encumbrance = (domain: Domain) => openObject(encumbranceEntries(domain));

export const licenseEncumbrance = (domain: Domain) =>
  openObject({ ...encumbranceEntries(domain), adverseActionId: uuid() });

const investigationEntries = (domain: Domain) => ({
  ...ofProvider(domain),
  licenseTypeAbbreviation: anyText(),
  investigationAgainst: oneOf(ACTION_TARGETS),
  investigationId: uuid(),
});

export const investigation = (domain: Domain) => openObject(investigationEntries(domain));

/** `adverseActionId` where the investigation led to an encumbrance. */
export const investigationClosed = (domain: Domain) =>
  openObject({ ...investigationEntries(domain), adverseActionId: v.optional(uuid()) });

const boughtPrivilege = (domain: Domain) =>
  openObject({
    compact: oneOf(domain.compacts),
    providerId: uuid(),
    jurisdiction: oneOf(domain.jurisdictions),
    licenseTypeAbbrev: anyText(),
    privilegeId: anyText(),
  });

const costLineItem = () =>
  openObject({ name: anyText(), description: anyText(), quantity: anyText(), unitPrice: anyText() });

/** `jurisdiction` is that of the license; amounts are decimal texts. */
export const purchase = (domain: Domain) =>
  openObject({
    ...base(domain),
    providerEmail: v.optional(email()),
    privileges: countedListOf(boughtPrivilege(domain), 1, 100),
    totalCost: anyText(),
    costLineItems: countedListOf(costLineItem(), 1, 300),
  });

export const granted = (domain: Domain) => openObject({ ...base(domain), providerEmail: v.optional(email()) });

export const militaryAudit = (domain: Domain) =>
  openObject({
    ...compactAndTime(domain),
    providerId: uuid(),
    auditResult: oneOf(MILITARY_AUDIT_RESULTS),
    auditNote: v.optional(anyText()),
  });

const homeJurisdiction = (domain: Domain) => oneOf([...domain.jurisdictions, ...OTHER_HOME_JURISDICTIONS]);

export const homeJurisdictionChange = (domain: Domain) =>
  openObject({
    ...compactAndTime(domain),
    providerId: uuid(),
    previousHomeJurisdiction: v.nullable(homeJurisdiction(domain)),
    newHomeJurisdiction: homeJurisdiction(domain),
  });

/** From `startTime` to `endTime` uploads were undone. */
export const revert = (domain: Domain) =>
  openObject({
    ...ofProvider(domain),
    licenseType: anyText(),
    rollbackReason: anyText(),
    startTime: datetime(),
    endTime: datetime(),
    rollbackExecutionName: anyText(),
  });
