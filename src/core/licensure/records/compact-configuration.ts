import * as v from 'valibot';
import { PRIMARY_KEY_ATTRIBUTES, recordType, stamp } from './record-type';
import type { Domain } from '../../contracts/domain';
import { amount, anyText, closedObject, listOf, oneOf, text } from '../../validation/fields';
import type { FieldErrors } from '../../validation/parse';
import { compactConfigurationKeys } from '../keys';
import { repeated } from './repeated';
import { flag } from './stored-fields';

/** How a compact's own fee is reckoned. */
export const COMPACT_FEE_TYPES = ['FLAT_RATE'] as const;

/** How what practitioners pay for the payment itself is reckoned. */
export const TRANSACTION_CHARGE_TYPES = ['FLAT_FEE_PER_PRIVILEGE'] as const;

const licenseeCharges = () =>
  closedObject({ active: flag(), chargeType: oneOf(TRANSACTION_CHARGE_TYPES), chargeAmount: amount() });

/** A jurisdiction that has been configured; live once practitioners can buy privileges there. */
const configuredState = (domain: Domain) =>
  closedObject({ postalAbbreviation: oneOf(domain.jurisdictions), isLive: flag() });

/** What a compact's staff configured for the compact as a whole (spec 04 section 4.3). */
export const COMPACT_CONFIGURATION = recordType({
  type: 'compact',
  fields: (domain: Domain) => ({
    ...stamp('compact'),
    compactAbbr: oneOf(domain.compacts),
    compactName: anyText(),
    compactCommissionFee: closedObject({ feeType: oneOf(COMPACT_FEE_TYPES), feeAmount: amount() }),
    transactionFeeConfiguration: v.optional(
      closedObject({ licenseeCharges: v.optional(v.nullable(licenseeCharges())) }),
    ),
    compactOperationsTeamEmails: listOf(anyText()),
    compactAdverseActionsNotificationEmails: listOf(anyText()),
    compactSummaryReportNotificationEmails: listOf(anyText()),
    licenseeRegistrationEnabled: flag(),
    configuredStates: listOf(configuredState(domain)),
    // What a browser needs to pay; the secret parts stand in a secret store.
    paymentProcessorPublicFields: v.optional(closedObject({ publicClientKey: anyText(), apiLoginId: anyText() })),
  }),
  keyAttributes: { ...PRIMARY_KEY_ATTRIBUTES, sk: text(2, 100) },
  unknownAttributes: 'dropped',
  rules: repeatedStates,
  keyParts: { compactAbbr: 'given' },
  generated: ({ compactAbbr }) => compactConfigurationKeys(compactAbbr),
});

function repeatedStates({
  configuredStates,
}: {
  readonly configuredStates: readonly { readonly postalAbbreviation: string }[];
}): FieldErrors {
  const states = repeated(configuredStates.map(({ postalAbbreviation }) => postalAbbreviation)).join(', ');
  const message = `Duplicate states found in configuredStates: ${states}. Each state can only appear once in the list.`;
  return states === '' ? {} : { configuredStates: [message] };
}
