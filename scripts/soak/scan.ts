import { AttributeValue, DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';

export type StoredItem = Readonly<Record<string, AttributeValue>>;

/** Every item of a table as it is stored. */
export async function* itemsOf(client: DynamoDBClient, TableName: string): AsyncGenerator<StoredItem> {
  for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true })) yield* Items;
}

/** Text of an attribute, and nothing where it is absent or no text. */
export function textOf(item: StoredItem, attribute: string): string {
  return item[attribute]?.S ?? '';
}
