import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { recordedClient } from './recorded-client';
import { DynamoConfigurationStore } from '../../../lambda/infra/dynamo-configuration-store';

function setup(...answers: (object | Error)[]) {
  const { client, sent } = recordedClient<DynamoDBDocumentClient>(...answers);
  const inputs = () => sent.map(({ input }) => input);
  return { store: new DynamoConfigurationStore(client, 'configuration'), inputs };
}

const KEY = { pk: 'MIGRATIONS', sk: 'MIGRATION#a' };

test('items of a partition come from all pages, read consistently', async () => {
  const { store, inputs } = setup({ Items: [KEY], LastEvaluatedKey: KEY }, {}, { Items: [] });

  expect(await store.itemsOf('MIGRATIONS')).toEqual([KEY]);

  expect(inputs()).toMatchObject([
    { TableName: 'configuration', ConsistentRead: true, ExpressionAttributeValues: { ':partition': 'MIGRATIONS' } },
    { TableName: 'configuration', ConsistentRead: true, ExclusiveStartKey: KEY },
  ]);
});

test('an item is put in the place of the former', async () => {
  const { store, inputs } = setup();

  await store.put(KEY);

  expect(inputs()).toEqual([{ TableName: 'configuration', Item: KEY }]);
});

test('an item is added only where none is', async () => {
  const { store, inputs } = setup();

  expect(await store.add(KEY)).toBe('added');

  expect(inputs()).toEqual([
    { TableName: 'configuration', Item: KEY, ConditionExpression: 'attribute_not_exists(pk)' },
  ]);
});

test('a place that is taken is said to be', async () => {
  const { store } = setup(new ConditionalCheckFailedException({ $metadata: {}, message: 'taken' }));

  expect(await store.add(KEY)).toBe('taken');
});

test('any other failure is thrown', async () => {
  const { store } = setup(new Error('throttled'));

  await expect(store.add(KEY)).rejects.toThrow('throttled');
});
