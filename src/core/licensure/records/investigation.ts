import * as v from 'valibot';
import type { Domain } from '../../contracts/domain';
import { anyText, datetime, oneOf, uuid } from '../../validation/fields';
import { investigationSortKey, providerPartition } from '../keys';
import { ACTION_TARGETS } from '../vocabulary';
import { abbreviationOf, licenseTypeErrors } from './license-type-rule';
import { Loaded, PRIMARY_KEY_ATTRIBUTES, recordType, stamp } from './record-type';

/** An investigation of a license or a privilege; open as long as it has no close date (spec 04 section 3.10). */
export const INVESTIGATION = recordType({
  type: 'investigation',
  fields: (domain: Domain) => ({
    ...stamp('investigation'),
    compact: oneOf(domain.compacts),
    providerId: uuid(),
    jurisdiction: oneOf(domain.jurisdictions),
    licenseType: anyText(),
    investigationAgainst: oneOf(ACTION_TARGETS),
    investigationId: uuid(),
    submittingUser: uuid(),
    creationDate: datetime(),
    closeDate: v.optional(datetime()),
    closingUser: v.optional(uuid()),
    resultingEncumbranceId: v.optional(uuid()),
  }),
  keyAttributes: PRIMARY_KEY_ATTRIBUTES,
  unknownAttributes: 'dropped',
  rules: licenseTypeErrors,
  generated: (investigation, domain) => ({
    pk: providerPartition(investigation.compact, investigation.providerId),
    sk: investigationSortKey({
      compact: investigation.compact,
      target: investigation.investigationAgainst as (typeof ACTION_TARGETS)[number],
      jurisdiction: investigation.jurisdiction,
      abbreviation: abbreviationOf(investigation, domain),
      id: investigation.investigationId,
    }),
  }),
});

export type Investigation = Loaded<typeof INVESTIGATION>;
