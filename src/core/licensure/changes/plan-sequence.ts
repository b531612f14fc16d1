import type { Item } from '../item';
import { compareCodePoints } from '../json-text';
import type { PrimaryKey } from '../keys';
import type { ChangePlan } from './change-plan';

/** The items, in stored order, as they stand once a plan was carried out: what a rule that follows it decides from. */
export function itemsAfter(items: readonly Item[], plan: ChangePlan): Item[] {
  const untouched = items.filter((item) => !isAmong(item, plan.puts) && !isAmong(item, plan.deletes));
  return [...untouched, ...plan.puts].sort((left, right) => compareCodePoints(String(left.sk), String(right.sk)));
}

/** Two plans as one, the second made from the items after the first. Whole or not at all: nothing comes between. */
export function inSequence(first: ChangePlan, second: ChangePlan): ChangePlan {
  const overwritten = (key: Keyed) => isAmong(key, second.puts) || isAmong(key, second.deletes);
  const puts = [...first.puts.filter((item) => !overwritten(item)), ...second.puts];
  const deletes = [...first.deletes.filter((key) => !overwritten(key)), ...second.deletes];
  const unwritten = (item: Item) => !isAmong(item, puts) && !isAmong(item, deletes);
  const touches = [...first.touches.filter((item) => !isAmong(item, second.touches)), ...second.touches];
  return {
    puts,
    deletes,
    touches: touches.filter(unwritten),
    events: [...first.events, ...second.events],
  };
}

type Keyed = Item | PrimaryKey;

function isAmong(key: Keyed, others: readonly Keyed[]): boolean {
  return others.some((other) => other.pk === key.pk && other.sk === key.sk);
}
