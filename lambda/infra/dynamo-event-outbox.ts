import { DeleteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { logger } from './logger';
import { readEventItem } from './outbox-items';
import { scanOutbox } from './scan-outbox';
import type { Item } from '../../src/core/licensure/item';
import type { EventOutbox, OutboxEvent } from '../app/ports';

export class DynamoEventOutbox implements EventOutbox {
  public constructor(
    private readonly client: DynamoDBDocumentClient,
    private readonly tableName: string,
  ) {}

  /** One item that can't be read must not keep the others back: it is reported and stays. */
  public async pending(): Promise<readonly OutboxEvent[]> {
    const items = await scanOutbox(this.client, this.tableName, 'event');
    return items.flatMap((item) => {
      try {
        return readEventItem(item) ?? [];
      } catch (error) {
        logger.error('an event in the outbox is unreadable', { pk: item.pk, sk: item.sk, error: error as Error });
        return [];
      }
    });
  }

  public async remove({ pk, sk }: OutboxEvent): Promise<void> {
    await this.client.send(new DeleteCommand({ TableName: this.tableName, Key: { pk, sk } }));
  }
}

/** The event that a stream tells of; nothing for other items of the outbox. */
export function outboxEventOf(image: object): OutboxEvent | undefined {
  return readEventItem(unmarshall(image as Parameters<typeof unmarshall>[0]) as Item);
}
