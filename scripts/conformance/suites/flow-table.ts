import type { ChangePlan } from '../../../src/core/licensure/changes/change-plan';
import { compareCodePoints } from '../../../src/core/licensure/json-text';
import { privilegeCounterKey, providerPartition } from '../../../src/core/licensure/keys';
import { differencesBetween } from '../compare';
import type { PlainItem } from '../dynamo-json';

type Snapshot = ReadonlyMap<string, PlainItem>;

/** The provider table in memory, with what changed in it. */
export class FlowTable {
  private readonly items = new Map<string, PlainItem>();

  public constructor(items: readonly PlainItem[]) {
    items.forEach((item) => this.put(item));
  }

  /** All records of one provider, in the order of their sort keys. */
  public partition(compact: string, providerId: string): PlainItem[] {
    return [...this.items.values()]
      .filter((item) => item.pk === providerPartition(compact, providerId))
      .sort((left, right) => compareCodePoints(String(left.sk), String(right.sk)));
  }

  public apply({ puts, deletes }: ChangePlan): void {
    puts.forEach((item) => this.put(item));
    deletes.forEach((key) => this.items.delete(keyOf(key)));
  }

  /** Numbers for privileges, from the counter of the compact. */
  public claimNumbers(compact: string, howMany: number): number[] {
    const key = privilegeCounterKey(compact);
    return Array.from({ length: howMany }, () => {
      const privilegeCount = Number(this.items.get(keyOf(key))?.privilegeCount ?? 0) + 1;
      this.put({ ...key, privilegeCount });
      return privilegeCount;
    });
  }

  public snapshot(): Snapshot {
    return new Map(this.items);
  }

  public changesSince(before: Snapshot) {
    const now = [...this.items];
    const isChanged = ([key, item]: [string, PlainItem]) => differencesBetween(before.get(key), item).length > 0;
    return {
      newItems: Object.fromEntries(now.filter(([key]) => !before.has(key))),
      modifiedItems: Object.fromEntries(
        now
          .filter(([key]) => before.has(key))
          .filter(isChanged)
          .map(([key, item]) => [key, modification(before.get(key)!, item)]),
      ),
      deletedKeys: [...before.keys()].filter((key) => !this.items.has(key)),
    };
  }

  private put(item: PlainItem): void {
    this.items.set(keyOf(item), item);
  }
}

function keyOf({ pk, sk }: { readonly pk?: unknown; readonly sk?: unknown }): string {
  return `${pk} ${sk}`;
}

function modification(before: PlainItem, after: PlainItem) {
  const set = Object.entries(after).filter(([name, value]) => differencesBetween(before[name], value).length > 0);
  const removed = Object.keys(before).filter((name) => !(name in after));
  return { pk: after.pk, sk: after.sk, set: Object.fromEntries(set), removed: removed.sort() };
}
