import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../../src/core/licensure/item';
import { mainRecordsPrefix, privilegeUpdatesEnd, providerPartition } from '../../src/core/licensure/keys';
import { IndexQuery, InvalidStartKey, ProviderStore, ProviderVersion, QueryPage } from '../app/ports';

export class DynamoProviderStore implements ProviderStore {
  public constructor(
    private readonly client: DynamoDBDocumentClient,
    private readonly tableName: string,
  ) {}

  public mainRecords(compact: string, providerId: string): Promise<readonly Item[]> {
    return this.partition(compact, providerId, 'begins_with(sk, :bound)', mainRecordsPrefix(compact));
  }

  public detailRecords(compact: string, providerId: string): Promise<readonly Item[]> {
    return this.partition(compact, providerId, 'sk < :bound', privilegeUpdatesEnd(compact));
  }

  public async queryPage(query: IndexQuery): Promise<QueryPage> {
    const { partition, sortPrefix, jurisdiction } = query;
    try {
      const { Items: items = [], LastEvaluatedKey: lastKey } = await this.client.send(
        new QueryCommand({
          TableName: this.tableName,
          IndexName: query.index,
          KeyConditionExpression: `#partition = :partition${sortPrefix ? ' AND begins_with(#sort, :prefix)' : ''}`,
          FilterExpression: jurisdiction
            ? 'licenseJurisdiction = :jurisdiction OR contains(privilegeJurisdictions, :jurisdiction)'
            : undefined,
          ExpressionAttributeNames: {
            '#partition': partition.attribute,
            ...(sortPrefix && { '#sort': sortPrefix.attribute }),
          },
          ExpressionAttributeValues: {
            ':partition': partition.value,
            ...(sortPrefix && { ':prefix': sortPrefix.value }),
            ...(jurisdiction && { ':jurisdiction': jurisdiction }),
          },
          ScanIndexForward: query.ascending,
          ExclusiveStartKey: query.startKey,
        }),
      );
      return { items, lastKey };
    } catch (error) {
      const refusedKey = query.startKey && error instanceof Error && error.name === 'ValidationException';
      throw refusedKey ? new InvalidStartKey('the table refused the start key', { cause: error }) : error;
    }
  }

  public async save(items: readonly Item[], seen: ProviderVersion): Promise<'saved' | 'conflict'> {
    try {
      await this.client.send(new TransactWriteCommand({ TransactItems: this.guarded(items, seen) }));
      return 'saved';
    } catch (error) {
      if (error instanceof TransactionCanceledException && isConflict(error)) return 'conflict';
      throw error;
    }
  }

  /** Puts of all items, one of which carries the guard; where the provider is not rewritten, the guard stands alone. */
  private guarded(items: readonly Item[], seen: ProviderVersion) {
    const isProvider = (item: Item) => item.pk === seen.pk && item.sk === seen.sk;
    const TableName = this.tableName;
    const guard = unchanged(seen);
    const puts = items.map((item) => ({ Put: { TableName, Item: item, ...(isProvider(item) && guard) } }));
    return items.some(isProvider)
      ? puts
      : [...puts, { ConditionCheck: { TableName, Key: { pk: seen.pk, sk: seen.sk }, ...guard } }];
  }

  private async partition(
    compact: string,
    providerId: string,
    sortCondition: string,
    bound: string,
  ): Promise<readonly Item[]> {
    const items: Item[] = [];
    let startKey: Item | undefined;
    do {
      const page = await this.client.send(
        new QueryCommand({
          TableName: this.tableName,
          KeyConditionExpression: `pk = :partition AND ${sortCondition}`,
          ExpressionAttributeValues: { ':partition': providerPartition(compact, providerId), ':bound': bound },
          ConsistentRead: true,
          ExclusiveStartKey: startKey,
        }),
      );
      items.push(...(page.Items ?? []));
      startKey = page.LastEvaluatedKey;
    } while (startKey);
    return items;
  }
}

/** Guards the provider record against a writer that read an older state. */
function unchanged({ dateOfUpdate }: ProviderVersion) {
  return dateOfUpdate === undefined
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'dateOfUpdate = :seen', ExpressionAttributeValues: { ':seen': dateOfUpdate } };
}

function isConflict(error: TransactionCanceledException): boolean {
  const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code);
  return codes.includes('ConditionalCheckFailed') || codes.includes('TransactionConflict');
}
