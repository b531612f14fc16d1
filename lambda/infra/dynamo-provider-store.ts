import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Backoff, SYSTEM_BACKOFF } from './backoff';
import { changeParts } from './change-parts';
import { systemClock } from './clock';
import { DynamoProviderReader } from './dynamo-provider-reader';
import { DynamoLaterParts, partItems, ProviderTables } from './later-parts';
import { logger } from './logger';
import { ChangePart, eventItem, laterPartItem, outboxPartitionOf } from './outbox-items';
import { plannedWrites, repeatsUpdateTime } from './planned-writes';
import { writeTransaction } from './write-transaction';
import type { ChangePlan } from '../../src/core/licensure/changes/change-plan';
import type { Item } from '../../src/core/licensure/item';
import { outboxPartitionBeside } from '../../src/core/licensure/keys';
import type { Clock, ProviderStore } from '../app/ports';

/** What tests replace. */
export interface ProviderStoreOptions {
  readonly clock?: Clock;
  readonly newId?: () => string;
  readonly backoff?: Backoff;
}

/**
 * Writes a plan and its events in one transaction. Of a plan that no transaction can hold, the first one writes what is
 * guarded, so that it is decided there and then whether the plan counts, and stores the rest in the outbox: update
 * records and the events. Further transactions write these at once; what a crash leaves is found by `InterruptedChanges`.
 * Until then readers see main records whose updates are not there yet, and nobody is told of the change.
 */
export class DynamoProviderStore extends DynamoProviderReader implements ProviderStore {
  private readonly clock: Clock;
  private readonly newId: () => string;
  private readonly backoff: Backoff;
  private readonly laterParts: DynamoLaterParts;

  public constructor(
    client: DynamoDBDocumentClient,
    private readonly tables: ProviderTables,
    { clock = systemClock, newId = randomUUID, backoff = SYSTEM_BACKOFF }: ProviderStoreOptions = {},
  ) {
    super(client, tables.provider);
    this.clock = clock;
    this.newId = newId;
    this.backoff = backoff;
    this.laterParts = new DynamoLaterParts(client, tables, backoff);
  }

  public async save(plan: ChangePlan, seen: readonly Item[]): Promise<'saved' | 'conflict'> {
    if (repeatsUpdateTime(plan, seen)) return 'conflict';
    const { first, later } = changeParts(plannedWrites(plan, seen), this.eventItems(plan));
    const laterItems = this.laterItems(plan, later);
    const items = partItems(this.tables, { ...first, outbox: [...first.outbox, ...laterItems] });
    if (items.length === 0) return 'saved';
    const outcome = await writeTransaction(this.client, items, this.backoff);
    if (outcome.kind === 'conflict') return 'conflict';
    await this.writeLater(laterItems);
    return 'saved';
  }

  private eventItems({ events }: ChangePlan): Item[] {
    const change = { changeId: this.newId(), writtenAt: this.clock() };
    return events.map((event, position) => eventItem(event, { ...change, pk: outboxPartitionOf(event), position }));
  }

  private laterItems({ puts, deletes }: ChangePlan, later: readonly ChangePart[]): Item[] {
    if (later.length === 0) return [];
    const pk = outboxPartitionBeside(String([...puts, ...deletes][0].pk));
    const change = { changeId: this.newId(), writtenAt: this.clock(), pk };
    return later.map((part, position) => laterPartItem(part, { ...change, position }));
  }

  /** The change counts already, so a failure here is none of the plan: the outbox keeps what is left. */
  private async writeLater(items: readonly Item[]): Promise<void> {
    try {
      for (const item of items) await this.laterParts.write(item);
    } catch (error) {
      logger.warn('a part of a large change is left to the relay', { error: error as Error });
    }
  }
}
