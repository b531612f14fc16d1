import * as v from 'valibot';
import { Domain, licenseTypeAbbreviation } from '../../contracts/domain';
import { anyText, date, datetime, listOf, oneOf } from '../../validation/fields';
import type { FieldErrors } from '../../validation/parse';
import { adverseActionSortKey, providerPartition } from '../keys';
import { ACTION_TARGETS, CLINICAL_PRIVILEGE_ACTION_CATEGORIES, ENCUMBRANCE_TYPES } from '../vocabulary';
import { licenseTypeErrors } from './license-type-rule';
import { Loaded, PRIMARY_KEY_ATTRIBUTES, recordType, stamp } from './record-type';
import { identifier } from './stored-fields';

/** An encumbrance of a license or a privilege; lifted once it has a lift date (spec 04 section 3.9). */
export const ADVERSE_ACTION = recordType({
  type: 'adverseAction',
  fields: (domain: Domain) => ({
    ...stamp('adverseAction'),
    compact: oneOf(domain.compacts),
    providerId: identifier(),
    jurisdiction: oneOf(domain.jurisdictions),
    licenseTypeAbbreviation: anyText(),
    licenseType: anyText(),
    actionAgainst: oneOf(ACTION_TARGETS),
    encumbranceType: oneOf(ENCUMBRANCE_TYPES),
    clinicalPrivilegeActionCategories: listOf(oneOf(CLINICAL_PRIVILEGE_ACTION_CATEGORIES)),
    effectiveStartDate: date(),
    submittingUser: identifier(),
    creationDate: datetime(),
    adverseActionId: identifier(),
    effectiveLiftDate: v.optional(date()),
    liftingUser: v.optional(identifier()),
  }),
  keyAttributes: PRIMARY_KEY_ATTRIBUTES,
  unknownAttributes: 'dropped',
  rules: (action, domain) => ({ ...licenseTypeErrors(action, domain), ...abbreviationErrors(action, domain) }),
  keyParts: {
    compact: 'given',
    providerId: 'given',
    actionAgainst: 'given',
    jurisdiction: 'given',
    licenseTypeAbbreviation: 'given',
    adverseActionId: 'given',
  },
  generated: (action) => ({
    pk: providerPartition(action.compact, action.providerId),
    sk: adverseActionSortKey({
      compact: action.compact,
      target: action.actionAgainst as ActionTarget,
      jurisdiction: action.jurisdiction,
      abbreviation: action.licenseTypeAbbreviation,
      id: action.adverseActionId,
    }),
  }),
});

type ActionTarget = (typeof ACTION_TARGETS)[number];

function abbreviationErrors(
  action: { readonly compact: string; readonly licenseType: string; readonly licenseTypeAbbreviation: string },
  domain: Domain,
): FieldErrors {
  const abbreviation = licenseTypeAbbreviation(domain, action.compact, action.licenseType);
  return abbreviation === undefined || abbreviation === action.licenseTypeAbbreviation
    ? {}
    : {
        licenseTypeAbbreviation: [
          // The reference names the right abbreviation in both places.
          `License type abbreviation must match license type: licenseType=${abbreviation} matching licenseTypeAbbreviation=${abbreviation}.`,
        ],
      };
}

export type AdverseAction = Loaded<typeof ADVERSE_ACTION>;
