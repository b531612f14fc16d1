import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../../src/core/licensure/item';
import type { DataEventStore } from '../app/ports';

export class DynamoDataEventStore implements DataEventStore {
  public constructor(
    private readonly client: DynamoDBDocumentClient,
    private readonly tableName: string,
  ) {}

  public async put(event: Item): Promise<void> {
    await this.client.send(new PutCommand({ TableName: this.tableName, Item: event }));
  }
}
