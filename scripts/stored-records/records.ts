import type { ChangePlan } from '../../src/core/licensure/changes/change-plan';
import type { Item } from '../../src/core/licensure/item';
import { providerPartition } from '../../src/core/licensure/keys';

/** Tables in memory: what a scenario has stored so far, and which items its last steps wrote. */
export class Records {
  private readonly items = new Map<string, Item>();
  private written: Item[] = [];

  /** Everything of one provider in stored order. */
  public of(compact: string, providerId: string): Item[] {
    return [...this.items.values()]
      .filter(({ pk }) => pk === providerPartition(compact, providerId))
      .sort((left, right) => Buffer.compare(Buffer.from(String(left.sk)), Buffer.from(String(right.sk))));
  }

  public put(item: Item): void {
    this.items.set(keyOf(item), item);
    this.written.push(item);
  }

  /** Stores an item unless one with its keys is there. */
  public putNew(item: Item): void {
    if (!this.items.has(keyOf(item))) this.put(item);
  }

  public carryOut({ puts, deletes }: ChangePlan): void {
    puts.forEach((item) => this.put(item));
    deletes.forEach((key) => this.items.delete(keyOf(key)));
  }

  /** What was written since the last call. */
  public takeWritten(): Item[] {
    const { written } = this;
    this.written = [];
    return written;
  }
}

function keyOf({ pk, sk }: Item | { readonly pk: string; readonly sk: string }): string {
  return `${pk} ${sk}`;
}
