import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Backoff, SYSTEM_BACKOFF } from './backoff';
import { Refusal, sendInBatches } from './send-in-batches';
import { LIMITS } from '../../src/core/contracts/limits';
import type { Item } from '../../src/core/licensure/item';
import type { DataEventStore, RefusedEntry } from '../app/ports';

const UNPROCESSED: Refusal = { reason: 'the table is busy', final: false };

export class DynamoDataEventStore implements DataEventStore {
  public constructor(
    private readonly client: DynamoDBDocumentClient,
    private readonly tableName: string,
    private readonly backoff: Backoff = SYSTEM_BACKOFF,
  ) {}

  public async putAll(events: readonly Item[]): Promise<readonly RefusedEntry[]> {
    return sendInBatches(
      events,
      {
        maximumEntries: LIMITS.tableBatchEntries.value,
        maximumBytes: LIMITS.tableBatchBytes.value,
        sizeOf: (event) => Buffer.byteLength(JSON.stringify(event)),
        send: (batch) => this.write(batch),
      },
      this.backoff,
    );
  }

  /** The service refuses a batch whole where one item is wrong: then each item is judged alone. */
  private async write(events: readonly Item[]): Promise<readonly (Refusal | undefined)[]> {
    try {
      return await this.writeTogether(events);
    } catch (error) {
      const reason = (error as Error).name;
      if (events.length === 1) return [{ reason, final: true }];
      const alone: (Refusal | undefined)[] = [];
      for (const event of events) alone.push(...(await this.write([event])));
      return alone;
    }
  }

  /** A batch must not hold a key twice, and an event that came twice has the same key twice. */
  private async writeTogether(events: readonly Item[]): Promise<readonly (Refusal | undefined)[]> {
    const byKey = new Map(events.map((event) => [keyOf(event), event]));
    const requests = [...byKey.values()].map((Item) => ({ PutRequest: { Item } }));
    const { UnprocessedItems: left = {} } = await this.client.send(
      new BatchWriteCommand({ RequestItems: { [this.tableName]: requests } }),
    );
    const unprocessed = new Set((left[this.tableName] ?? []).map(({ PutRequest }) => keyOf(PutRequest!.Item!)));
    return events.map((event) => (unprocessed.has(keyOf(event)) ? UNPROCESSED : undefined));
  }
}

function keyOf({ pk, sk }: Item): string {
  return `${pk} ${sk}`;
}
