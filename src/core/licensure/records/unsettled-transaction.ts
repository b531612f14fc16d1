import type { Domain } from '../../contracts/domain';
import { anyText, oneOf } from '../../validation/fields';
import { unsettledTransactionKeys } from '../keys';
import { PRIMARY_KEY_ATTRIBUTES, recordType, stamp } from './record-type';

/** A purchase that no settled batch has confirmed yet (spec 04 section 4.5). */
export const UNSETTLED_TRANSACTION = recordType({
  type: 'unsettled_transaction',
  fields: (domain: Domain) => ({
    ...stamp('unsettled_transaction'),
    // Older records have it with a blank, as a text like the others.
    dateOfUpdate: anyText(),
    compact: oneOf(domain.compacts),
    transactionId: anyText(),
    transactionDate: anyText(),
  }),
  keyAttributes: PRIMARY_KEY_ATTRIBUTES,
  unknownAttributes: 'dropped',
  keyParts: { compact: 'given', transactionId: 'given', transactionDate: 'instant' },
  generated: ({ compact, transactionId, transactionDate }) =>
    unsettledTransactionKeys(compact, transactionId, transactionDate),
});
