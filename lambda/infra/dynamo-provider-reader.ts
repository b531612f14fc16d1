import { DynamoDBDocumentClient, paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { itemsOfPages } from './items-of-pages';
import type { Item } from '../../src/core/licensure/item';
import { mainRecordsPrefix, privilegeUpdatesEnd, providerPartition } from '../../src/core/licensure/keys';
import { IndexQuery, InvalidStartKey, ProviderReader, QueryPage } from '../app/ports';

/** Reads providers; functions that only read need no right to write. */
export class DynamoProviderReader implements ProviderReader {
  public constructor(
    protected readonly client: DynamoDBDocumentClient,
    private readonly tableName: string,
  ) {}

  public mainRecords(compact: string, providerId: string): Promise<readonly Item[]> {
    return this.partition(compact, providerId, 'begins_with(sk, :bound)', mainRecordsPrefix(compact));
  }

  public detailRecords(compact: string, providerId: string): Promise<readonly Item[]> {
    return this.partition(compact, providerId, 'sk < :bound', privilegeUpdatesEnd(compact));
  }

  /** No bound: what nobody knows is part of all records. */
  public allRecords(compact: string, providerId: string): Promise<readonly Item[]> {
    return this.partition(compact, providerId);
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

  private async partition(
    compact: string,
    providerId: string,
    sortCondition?: string,
    bound?: string,
  ): Promise<readonly Item[]> {
    const pages = paginateQuery(
      { client: this.client },
      {
        TableName: this.tableName,
        KeyConditionExpression: `pk = :partition${sortCondition ? ` AND ${sortCondition}` : ''}`,
        ExpressionAttributeValues: {
          ':partition': providerPartition(compact, providerId),
          ...(sortCondition && { ':bound': bound }),
        },
        ConsistentRead: true,
      },
    );
    return itemsOfPages(pages);
  }
}
