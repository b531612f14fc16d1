import * as v from 'valibot';
import { PRIMARY_KEY_ATTRIBUTES, recordType, stamp } from './record-type';
import type { Domain } from '../../contracts/domain';
import { amount, anyText, closedObject, email, listOf, oneOf } from '../../validation/fields';
import type { FieldErrors } from '../../validation/parse';
import { jurisdictionConfigurationKeys } from '../keys';
import { repeated } from './repeated';
import { flag } from './stored-fields';

/** What a privilege for one type of license costs; `militaryRate` where members of the military pay less. */
const privilegeFee = () =>
  closedObject({
    licenseTypeAbbreviation: anyText(),
    amount: amount(),
    militaryRate: v.optional(v.nullable(amount())),
  });

const jurisprudenceRequirements = () =>
  closedObject({ required: flag(), linkToDocumentation: v.optional(v.nullable(anyText())) });

/** What a jurisdiction's staff configured for privileges of one compact (spec 04 section 4.3). */
export const JURISDICTION_CONFIGURATION = recordType({
  type: 'jurisdiction',
  fields: (domain: Domain) => ({
    ...stamp('jurisdiction'),
    jurisdictionName: anyText(),
    postalAbbreviation: oneOf(domain.jurisdictions),
    compact: oneOf(domain.compacts),
    privilegeFees: listOf(privilegeFee()),
    jurisdictionOperationsTeamEmails: listOf(email()),
    jurisdictionAdverseActionsNotificationEmails: listOf(email()),
    jurisdictionSummaryReportNotificationEmails: listOf(email()),
    licenseeRegistrationEnabled: flag(),
    jurisprudenceRequirements: jurisprudenceRequirements(),
  }),
  keyAttributes: PRIMARY_KEY_ATTRIBUTES,
  unknownAttributes: 'dropped',
  rules: feeErrors,
  keyParts: { compact: 'given', postalAbbreviation: 'given' },
  generated: ({ compact, postalAbbreviation }) => jurisdictionConfigurationKeys(compact, postalAbbreviation),
});

interface Fees {
  readonly compact: string;
  readonly privilegeFees: readonly { readonly licenseTypeAbbreviation: string }[];
}

/** A purchase reckons with exactly one fee for each license type of the compact. */
function feeErrors({ compact, privilegeFees }: Fees, domain: Domain): FieldErrors {
  const given = privilegeFees.map((fee) => fee.licenseTypeAbbreviation);
  const needed = (domain.licenseTypes[compact] ?? []).map((type) => type.abbreviation);
  const missing = needed.filter((abbreviation) => !given.includes(abbreviation));
  const messages = [
    ...(missing.length > 0
      ? [
          `Missing privilege fee(s) for required license type(s): ${missing.join(', ')}. All valid license types for ${compact} must be included: ${needed.join(', ')}.`,
        ]
      : []),
    ...(repeated(given).length > 0
      ? [
          'Duplicate privilege fees found for same license type abbreviation(s). Each license type must only appear once.',
        ]
      : []),
  ];
  return messages.length > 0 ? { privilegeFees: messages } : {};
}
