import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { itemsOfPages } from './items-of-pages';
import type { Item } from '../../src/core/licensure/item';

/** Items of one kind, in the order of their sort keys as far as one partition goes. Usually there are none. */
export async function scanOutbox(
  client: DynamoDBDocumentClient,
  tableName: string,
  kind: 'event' | 'writes',
): Promise<Item[]> {
  const pages = paginateScan(
    { client },
    {
      TableName: tableName,
      FilterExpression: 'kind = :kind',
      ExpressionAttributeValues: { ':kind': kind },
      ConsistentRead: true,
    },
  );
  return itemsOfPages(pages);
}
