import type { TransactionItem } from './write-transaction';
import type { ChangePlan } from '../../src/core/licensure/changes/change-plan';
import type { Item } from '../../src/core/licensure/item';
import { isUpdateSortKey, PrimaryKey, providerKeyIn } from '../../src/core/licensure/keys';

/** What the table has to hold where a write happens: no item, or one with this update time that was touched so often. */
export type Guard = { readonly dateOfUpdate?: string; readonly touches?: number } | 'absent';

/** One action of a transaction on the provider table, apart from the name of the table. */
export type PlannedWrite =
  | { readonly put: Item; readonly guard?: Guard }
  | { readonly remove: PrimaryKey; readonly guard?: Guard }
  | { readonly check: PrimaryKey; readonly guard: Guard };

/**
 * The writes of a plan. Each one is guarded by what was seen, except for update records: their keys hold a hash of
 * their content, so whoever wrote the same key wrote the same record. Guarded writes come first, because they decide
 * whether the plan counts, each kind in the order of the plan; of two writes of one key the last put counts.
 *
 * What is touched is written as it was, but for its count.
 *
 * The provider record is guarded even where it is not written, so that two writers of one provider can't both rest their
 * decisions on it. A writer that doesn't rewrite it may still change a license. Where the provider record is rewritten, it
 * may have been made from licenses that the plan leaves alone, so these are guarded as well.
 */
export function plannedWrites(plan: ChangePlan, seen: readonly Item[]): PlannedWrite[] {
  const seenByKey = byKey(seen);
  const guardOf = (key: PrimaryKey): { guard?: Guard } =>
    isUpdateSortKey(key.sk) ? {} : { guard: guardBy(seenByKey.get(keyText(key))) };
  const puts = byKey(plan.puts);
  const touched = plan.touches.map((item) => ({ ...item, touches: Number(item.touches ?? 0) + 1 }));
  const deletes = [...byKey(plan.deletes).values()].filter((key) => !puts.has(keyText(key)));
  const writes: PlannedWrite[] = [
    ...[...puts.values(), ...touched].map((put) => ({ put, ...guardOf(keyOf(put)) })),
    ...deletes.map((key) => ({ remove: keyOf(key), ...guardOf(keyOf(key)) })),
  ];
  const checks = checkedKeys(writes.map(keyOfWrite), seen).map((check) => ({
    check,
    guard: guardBy(seenByKey.get(keyText(check))),
  }));
  const all: PlannedWrite[] = [...checks, ...writes];
  return [...all.filter(({ guard }) => guard), ...all.filter(({ guard }) => !guard)];
}

/**
 * Whether guards can't tell the new state of an item from the one that was seen: both have the same update time. Update
 * times have whole seconds, so a second plan within the second of the first one has to wait (`instantAfter`). With that,
 * the update time of an item grows with every write, and an item with the update time that was seen is the one that was
 * seen. An item that somebody deletes and somebody makes anew is told apart as well, as far as their clocks agree.
 */
export function repeatsUpdateTime({ puts }: ChangePlan, seen: readonly Item[]): boolean {
  const seenByKey = byKey(seen);
  return puts.some((put) => {
    const before = seenByKey.get(keyText(keyOf(put)));
    return (
      before !== undefined &&
      !isUpdateSortKey(String(put.sk)) &&
      Date.parse(String(put.dateOfUpdate)) <= Date.parse(String(before.dateOfUpdate))
    );
  });
}

export function transactionItem(TableName: string, write: PlannedWrite): TransactionItem {
  const condition = write.guard && conditionOf(write.guard);
  if ('put' in write) return { Put: { TableName, Item: write.put, ...condition } };
  if ('remove' in write) return { Delete: { TableName, Key: write.remove, ...condition } };
  return { ConditionCheck: { TableName, Key: write.check, ...conditionOf(write.guard) } };
}

function checkedKeys(written: readonly PrimaryKey[], seen: readonly Item[]): PrimaryKey[] {
  const writtenKeys = new Set(written.map(keyText));
  const providers = [...new Set(written.map(({ pk }) => pk))].flatMap((partition) => providerKeyIn(partition) ?? []);
  const rewritten = new Set(providers.filter((key) => writtenKeys.has(keyText(key))).map(({ pk }) => pk));
  const licenses = seen.filter(({ type, pk }) => type === 'license' && rewritten.has(String(pk))).map(keyOf);
  return [...providers, ...licenses].filter((key) => !writtenKeys.has(keyText(key)));
}

function keyOfWrite(write: PlannedWrite): PrimaryKey {
  if ('put' in write) return keyOf(write.put);
  return 'remove' in write ? write.remove : write.check;
}

function guardBy(seen: Item | undefined): Guard {
  if (!seen) return 'absent';
  const { dateOfUpdate, touches } = seen;
  return {
    ...(dateOfUpdate !== undefined && { dateOfUpdate: String(dateOfUpdate) }),
    ...(touches !== undefined && { touches: Number(touches) }),
  };
}

function conditionOf(guard: Guard) {
  if (guard === 'absent') return { ConditionExpression: 'attribute_not_exists(pk)' };
  const { dateOfUpdate, touches } = guard;
  const conditions = ['attribute_exists(pk)', asSeen('dateOfUpdate', dateOfUpdate), asSeen('touches', touches)];
  const values = {
    ...(dateOfUpdate !== undefined && { ':dateOfUpdate': dateOfUpdate }),
    ...(touches !== undefined && { ':touches': touches }),
  };
  return {
    ConditionExpression: conditions.join(' AND '),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  };
}

function asSeen(attribute: string, value: unknown): string {
  return value === undefined ? `attribute_not_exists(${attribute})` : `${attribute} = :${attribute}`;
}

function byKey<Keyed extends Item | PrimaryKey>(entries: readonly Keyed[]): Map<string, Keyed> {
  return new Map(entries.map((entry) => [keyText(keyOf(entry)), entry]));
}

function keyOf({ pk, sk }: Item | PrimaryKey): PrimaryKey {
  return { pk: String(pk), sk: String(sk) };
}

function keyText({ pk, sk }: PrimaryKey): string {
  return `${pk} ${sk}`;
}
