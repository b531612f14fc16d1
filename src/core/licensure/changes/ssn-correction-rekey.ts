import { failure, Result, success } from '../../result';
import { describeErrors } from '../../validation/parse';
import { isPlainObject, Item } from '../item';
import { RECORD_TYPES } from '../records';
import { AnyRecordType, loadRecord, RecordContext } from '../records/record-type';
import { instantText } from '../time';
import { documentKeysOf, documentKeyUnder, KeyChange } from './ssn-correction-documents';

/** Between which providers of a compact records move, and what the corrected number ends with. */
export interface Rekeying extends KeyChange {
  readonly ssnLastFour: string;
}

/**
 * A stored record as it stands under the other provider: all keys made anew, everything else as it was, attributes that
 * this release does not know included.
 */
export function rekeyed(item: Item, rekeying: Rekeying, context: RecordContext): Result<Item, string> {
  const changed = {
    ...item,
    ...changesOf(item, rekeying),
    providerId: rekeying.to,
    dateOfUpdate: instantText(context.now),
  };
  const type: AnyRecordType = RECORD_TYPES[item.type as keyof typeof RECORD_TYPES];
  const record = loadRecord(type, changed, context);
  return record.ok
    ? success({ ...changed, ...type.generated(record.value, context.domain) })
    : failure(`the ${describeItem(item)} is invalid: ${describeErrors(record.error)}`);
}

function changesOf(item: Item, rekeying: Rekeying): Item {
  const { previous } = item;
  switch (item.type) {
    case 'license':
      return { ssnLastFour: rekeying.ssnLastFour };
    case 'militaryAffiliation':
      return { documentKeys: documentKeysOf(item).map((key) => documentKeyUnder(key, rekeying)) };
    default:
      return isPlainObject(previous) && 'providerId' in previous
        ? { previous: { ...previous, providerId: rekeying.to } }
        : {};
  }
}

/** The hash at the end of an update's key can be used to guess private values, so no message shows it. */
const CHANGE_HASH = /\/[0-9a-f]{32}$/;

/** Names a stored item by its keys, without private values. */
export function describeItem({ type, pk, sk }: Item): string {
  return `${type ?? 'item'} ${pk} ${String(sk).replace(CHANGE_HASH, '')}`;
}
