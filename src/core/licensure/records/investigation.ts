import * as v from 'valibot';
import type { Domain } from '../../contracts/domain';
import { anyText, datetime, oneOf } from '../../validation/fields';
import { investigationSortKey, providerPartition } from '../keys';
import { ACTION_TARGETS } from '../vocabulary';
import { knownAbbreviation, licenseTypeErrors } from './license-type-rule';
import { Loaded, PRIMARY_KEY_ATTRIBUTES, recordType, stamp } from './record-type';
import { identifier } from './stored-fields';

/** An investigation of a license or a privilege; open as long as it has no close date (spec 04 section 3.10). */
export const INVESTIGATION = recordType({
  type: 'investigation',
  fields: (domain: Domain) => ({
    ...stamp('investigation'),
    compact: oneOf(domain.compacts),
    providerId: identifier(),
    jurisdiction: oneOf(domain.jurisdictions),
    licenseType: anyText(),
    investigationAgainst: oneOf(ACTION_TARGETS),
    investigationId: identifier(),
    submittingUser: identifier(),
    creationDate: datetime(),
    closeDate: v.optional(datetime()),
    closingUser: v.optional(identifier()),
    resultingEncumbranceId: v.optional(identifier()),
  }),
  keyAttributes: PRIMARY_KEY_ATTRIBUTES,
  unknownAttributes: 'dropped',
  rules: licenseTypeErrors,
  keyParts: {
    compact: 'given',
    providerId: 'given',
    investigationAgainst: 'given',
    jurisdiction: 'given',
    licenseType: 'given',
    investigationId: 'given',
  },
  generated: (investigation, domain) => ({
    pk: providerPartition(investigation.compact, investigation.providerId),
    sk: investigationSortKey({
      compact: investigation.compact,
      target: investigation.investigationAgainst as (typeof ACTION_TARGETS)[number],
      jurisdiction: investigation.jurisdiction,
      // An unknown type has none, and the rule above refuses it.
      abbreviation: knownAbbreviation(investigation, domain) ?? '',
      id: investigation.investigationId,
    }),
  }),
});

export type Investigation = Loaded<typeof INVESTIGATION>;
