import { describeErrors } from '../../validation/parse';
import type { Item } from '../item';
import type { Provider } from '../records/provider';
import { AnyRecordType, RecordContext, Storable, storeRecord } from '../records/record-type';
import { instantText, Now } from '../time';
import type { Stored } from './stored-records';

/** The item without these attributes. */
export function withoutAttributes(item: Item, names: readonly string[]): Item {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));
}

/** The stored item with other values and the present update time; attributes that we don't know stay. */
export function changedItem({ item }: Stored<unknown>, values: Item, now: Now): Item {
  return { ...item, ...values, dateOfUpdate: instantText(now) };
}

/** The same for the provider record, which an index orders by its update time. */
export function changedProvider(provider: Stored<Provider>, values: Item, now: Now): Item {
  return { ...changedItem(provider, values, now), providerDateOfUpdate: instantText(now) };
}

/** A record that can't be stored: a mistake of the rule that made it, or stored data that can be read but not kept. */
export class UnstorableRecord extends Error {}

/**
 * A new record as it is stored. Rules make records from checked input, so none fails its checks but one made from stored
 * data that is no longer complete, e.g. from a privilege without a transaction; that throws `UnstorableRecord`.
 */
export function newItem<Type extends AnyRecordType>(type: Type, record: Storable<Type>, context: RecordContext): Item {
  const stored = storeRecord(type, record, context);
  if (!stored.ok) {
    throw new UnstorableRecord(`the ${type.type} record would be invalid: ${describeErrors(stored.error)}`);
  }
  return stored.value;
}

/** The stored item with all fields of its record replaced; attributes that we don't know stay. */
export function replacedItem<Type extends AnyRecordType>(
  type: Type,
  { item, record }: Stored<object>,
  replacement: Storable<Type>,
  context: RecordContext,
): Item {
  return { ...withoutAttributes(item, Object.keys(record)), ...newItem(type, replacement, context) };
}
