import { DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../../src/core/licensure/item';
import { staffUserPartition } from '../../src/core/licensure/keys';
import type { StaffUserStore } from '../app/ports';

export class DynamoStaffUserStore implements StaffUserStore {
  public constructor(
    private readonly client: DynamoDBDocumentClient,
    private readonly tableName: string,
  ) {}

  public async recordsOf(userId: string): Promise<readonly Item[]> {
    const { Items: items = [] } = await this.client.send(
      new QueryCommand({
        TableName: this.tableName,
        KeyConditionExpression: 'pk = :partition',
        ExpressionAttributeValues: { ':partition': staffUserPartition(userId) },
        ConsistentRead: true,
      }),
    );
    return items;
  }

  public async activate(record: Item): Promise<void> {
    await this.client.send(
      new UpdateCommand({
        TableName: this.tableName,
        Key: { pk: record.pk, sk: record.sk },
        ConditionExpression: 'attribute_exists(pk)',
        UpdateExpression: 'SET #status = :active',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':active': 'active' },
      }),
    );
  }
}
