import type { Domain } from '../../contracts/domain';
import { anyText, oneOf, writtenInstant } from '../../validation/fields';
import { unsettledTransactionKeys } from '../keys';
import { PRIMARY_KEY_ATTRIBUTES, recordType, stamp } from './record-type';

/** A purchase that no settled batch has confirmed yet (spec 04 section 4.5). */
export const UNSETTLED_TRANSACTION = recordType({
  type: 'unsettled_transaction',
  fields: (domain: Domain) => ({
    ...stamp('unsettled_transaction'),
    compact: oneOf(domain.compacts),
    transactionId: anyText(),
    transactionDate: writtenInstant(),
  }),
  keyAttributes: PRIMARY_KEY_ATTRIBUTES,
  unknownAttributes: 'dropped',
  generated: ({ compact, transactionId, transactionDate }) =>
    unsettledTransactionKeys(compact, transactionId, transactionDate),
});
