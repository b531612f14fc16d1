import { Detail, detailOf, DOMAIN, NOW, PROVIDER_ID, valueOf } from './samples';
import { planIngest } from '../../../src/core/licensure/ingest-license';
import type { Item } from '../../../src/core/licensure/item';

export const LICENSE_KEY = 'arbor#PROVIDER#license/oh/ts#';
export const PROVIDER_KEY = 'arbor#PROVIDER';

/** The records of one provider, as a table keeps them. */
export class Partition {
  private readonly items = new Map<string, Item>();

  public get all(): Item[] {
    return [...this.items.values()].sort((left, right) => (String(left.sk) < String(right.sk) ? -1 : 1));
  }

  public get main(): Item[] {
    return this.all.filter((item) => String(item.sk).startsWith(PROVIDER_KEY));
  }

  public get updates(): Item[] {
    return this.all.filter((item) => item.type === 'licenseUpdate');
  }

  public at(sk: string): Item {
    return this.items.get(sk)!;
  }

  /** Stores an upload and gives the events that it causes. */
  public upload(changes: Detail = {}, now = NOW) {
    const detail = detailOf(changes);
    const { puts, events } = valueOf(planIngest({ domain: DOMAIN, detail, storedItems: this.main, now }));
    puts.forEach((item) => this.items.set(String(item.sk), item));
    return events;
  }

  /** Changes a stored record as another feature would. */
  public change(sk: string, attributes: Detail): void {
    this.items.set(sk, { ...this.items.get(sk), pk: `arbor#PROVIDER#${PROVIDER_ID}`, sk, ...attributes });
  }
}

export function partitionWith(first: Detail = {}, ...more: Detail[]): Partition {
  const partition = new Partition();
  [first, ...more].forEach((changes) => partition.upload(changes));
  return partition;
}
