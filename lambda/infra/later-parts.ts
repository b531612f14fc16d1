import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Backoff, SYSTEM_BACKOFF } from './backoff';
import { ChangePart, readLaterPart } from './outbox-items';
import { transactionItem } from './planned-writes';
import { scanOutbox } from './scan-outbox';
import { TransactionItem, writeTransaction } from './write-transaction';
import type { Item } from '../../src/core/licensure/item';
import type { InterruptedChanges } from '../app/ports';

export interface ProviderTables {
  readonly provider: string;
  readonly eventOutbox: string;
}

/** The items of the transaction that writes a part of a change. */
export function partItems({ provider, eventOutbox }: ProviderTables, part: ChangePart): TransactionItem[] {
  return [
    ...part.writes.map((write) => transactionItem(provider, write)),
    ...part.outbox.map((Item) => ({ Put: { TableName: eventOutbox, Item } })),
  ];
}

/** Writes what the outbox holds of large changes. Each part goes with the item that held it, so it is written once. */
export class DynamoLaterParts implements InterruptedChanges {
  public constructor(
    private readonly client: DynamoDBDocumentClient,
    private readonly tables: ProviderTables,
    private readonly backoff: Backoff = SYSTEM_BACKOFF,
  ) {}

  public async finish(begunBefore: string): Promise<readonly string[]> {
    const problems = new Map<string, string>();
    const items = await scanOutbox(this.client, this.tables.eventOutbox, 'writes');
    for (const item of items.filter(({ writtenAt }) => String(writtenAt) < begunBefore)) {
      const change = changeOf(item);
      // The last part holds the events: nobody may be told of a change before all of it is written.
      if (problems.has(change)) continue;
      try {
        await this.write(item);
      } catch (error) {
        problems.set(change, `${item.pk} ${item.sk}: ${(error as Error).message}`);
      }
    }
    return [...problems.values()];
  }

  /** Writes the part that `item` holds. Throws where that can't be done now; the item then stays. */
  public async write(item: Item): Promise<void> {
    const part = readLaterPart(item);
    if (!part) throw new Error('the item holds no part of a change');
    const taken = {
      TableName: this.tables.eventOutbox,
      Key: { pk: item.pk, sk: item.sk },
      ConditionExpression: 'attribute_exists(pk)',
    };
    await this.writeUncontested([{ Delete: taken }, ...partItems(this.tables, part)], this.backoff);
  }

  private async writeUncontested(items: readonly TransactionItem[], { pauses, pause }: Backoff): Promise<void> {
    const outcome = await writeTransaction(this.client, items, this.backoff);
    if (outcome.kind === 'written' || outcome.failedConditions.includes(0)) return;
    if (outcome.failedConditions.length > 0) {
      throw new Error(
        `others changed records before the change reached them (${outcome.failedConditions.length}); compare them with the item and remove it`,
      );
    }
    const [next, ...further] = pauses;
    if (next === undefined) throw new Error('other transactions keep hold of the same records');
    await pause(next);
    await this.writeUncontested(items, { pauses: further, pause });
  }
}

/** The change that an item of the outbox belongs to: its key without the position, which ends the sort key. */
function changeOf({ pk, sk }: Item): string {
  const sortKey = String(sk);
  return `${pk} ${sortKey.slice(0, sortKey.lastIndexOf('#'))}`;
}
