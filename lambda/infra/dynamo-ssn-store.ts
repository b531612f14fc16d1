import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { TABLE_KEYS } from '../../src/core/contracts/tables';
import type { Item } from '../../src/core/licensure/item';
import type { SsnStore } from '../app/ports';

/** The table can't be read (its resource policy denies it), so the mapping is found by trying to write it. */
export class DynamoSsnStore implements SsnStore {
  public constructor(
    private readonly client: DynamoDBDocumentClient,
    private readonly tableName: string,
  ) {}

  public async assignProviderId(record: Item): Promise<string> {
    try {
      await this.client.send(
        new PutCommand({
          TableName: this.tableName,
          Item: record,
          ConditionExpression: 'attribute_not_exists(#key)',
          ExpressionAttributeNames: { '#key': TABLE_KEYS.partitionKey },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return String(record.providerId);
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      const holder = error.Item?.providerId?.S;
      // The service's error carries the item with the number: it must not get into a log.
      if (holder === undefined) throw new Error('the mapping that stands already names no provider: mend that item');
      return holder;
    }
  }
}
