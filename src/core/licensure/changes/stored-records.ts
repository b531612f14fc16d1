import { failure, Result, success } from '../../result';
import type { Item } from '../item';
import { ProviderRecords, readProviderRecords, RecordKind } from '../provider-records';
import type { ChangeRefusal } from './change-plan';
import type { RecordContext } from '../records/record-type';

/** What every rule decides from: the stored items of one provider, in stored order, and the present instant. */
export interface ChangeInput extends RecordContext {
  readonly items: readonly Item[];
}

/** A record as rules read it, with the item that it was read from: changes keep what we don't know of it. */
export interface Stored<Content> {
  readonly record: Content;
  readonly item: Item;
}

/** `ProviderRecords` with their items. */
export type StoredRecords<Kind extends RecordKind> = {
  readonly [Name in Kind]: ProviderRecords[Name] extends readonly (infer Content)[]
    ? readonly Stored<Content>[]
    : Stored<NonNullable<ProviderRecords[Name]>> | undefined;
};

/** Reads the kinds of records that a rule needs; one that fails its checks refuses the change. */
export function readStored<Kind extends RecordKind>(
  { items, ...context }: ChangeInput,
  kinds: readonly Kind[],
): Result<StoredRecords<Kind>, ChangeRefusal> {
  const read = readProviderRecords(items, context, kinds);
  if (!read.ok) return broken(read.error);
  const entries = kinds.map((kind) => {
    const records: Typed | readonly Typed[] | undefined = read.value[kind];
    if (records === undefined) return [kind, undefined];
    return [kind, isList(records) ? withItems(records, items) : withItems([records], items)[0]];
  });
  return success(Object.fromEntries(entries));
}

interface Typed {
  readonly type: string;
}

function isList(records: Typed | readonly Typed[]): records is readonly Typed[] {
  return Array.isArray(records);
}

/** Records of one type are read in stored order, so each stands where its item stands among those of the type. */
function withItems(records: readonly Typed[], items: readonly Item[]): Stored<Typed>[] {
  const itemsOfType = items.filter((item) => item.type === records[0]?.type);
  return records.map((record, index) => ({ record, item: itemsOfType[index] }));
}

/** A refusal for stored data that should not be: nobody who asks for a change can mend it. */
export function broken(message: string) {
  return refused(500, message);
}

export function refused(status: ChangeRefusal['status'], message: string) {
  return failure<ChangeRefusal>({ status, message });
}

/** Of an id that nothing is stored for, there is no provider in the compact. */
export function requireRecords({ items }: ChangeInput): Result<readonly Item[], ChangeRefusal> {
  return items.length > 0 ? success(items) : refused(404, 'Provider not found');
}

/** Everything of a provider stands beside its provider record. */
export function required<Content>(provider: Stored<Content> | undefined): Result<Stored<Content>, ChangeRefusal> {
  return provider ? success(provider) : broken('the stored records of the provider lack the provider record itself');
}
