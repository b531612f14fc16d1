import * as v from 'valibot';
import type { Domain } from '../../contracts/domain';
import { anyText, listOf, oneOf, openObject } from '../../validation/fields';
import { transactionKeys } from '../keys';
import { PRIMARY_KEY_ATTRIBUTES, recordType, stamp } from './record-type';

const batch = () =>
  openObject({
    batchId: anyText(),
    settlementState: anyText(),
    settlementTimeLocal: anyText(),
    settlementTimeUTC: anyText(),
  });

const lineItem = () =>
  openObject({
    description: anyText(),
    itemId: anyText(),
    name: anyText(),
    quantity: anyText(),
    taxable: anyText(),
    unitPrice: anyText(),
    // The privilege that was bought; absent for lines that are fees.
    privilegeId: v.optional(anyText()),
  });

/**
 * A transaction as the payment processor settled it, its values as texts in the processor's own form (spec 04 section
 * 4.5). The settlement, not the purchase, decides where it stands: what fails and settles later is not missed.
 */
export const TRANSACTION = recordType({
  type: 'transaction',
  fields: (domain: Domain) => ({
    ...stamp('transaction'),
    transactionProcessor: anyText(),
    transactionId: anyText(),
    batch: batch(),
    lineItems: listOf(lineItem()),
    compact: oneOf(domain.compacts),
    licenseeId: anyText(),
    responseCode: anyText(),
    settleAmount: anyText(),
    submitTimeUTC: anyText(),
    transactionStatus: anyText(),
    transactionType: anyText(),
  }),
  keyAttributes: PRIMARY_KEY_ATTRIBUTES,
  unknownAttributes: 'dropped',
  keyParts: {
    compact: 'given',
    transactionId: 'given',
    'batch.batchId': 'given',
    'batch.settlementTimeUTC': 'instant',
  },
  generated: ({ compact, transactionId, batch: { batchId, settlementTimeUTC } }) =>
    transactionKeys({ compact, transactionId, batchId, settledAt: settlementTimeUTC }),
});
