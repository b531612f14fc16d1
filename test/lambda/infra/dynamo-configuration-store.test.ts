import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DynamoConfigurationStore } from '../../../lambda/infra/dynamo-configuration-store';

/** The service boundary: gives its answers one after another and keeps what was sent. */
function setup(...answers: (object | Error)[]) {
  const sent: Record<string, unknown>[] = [];
  const client = Object.assign(DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'us-east-1' })), {
    send: async ({ input }: { readonly input: Record<string, unknown> }) => {
      sent.push({ ...input });
      const answer = answers.shift() ?? {};
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return { store: new DynamoConfigurationStore(client as DynamoDBDocumentClient, 'configuration'), sent };
}

const KEY = { pk: 'MIGRATIONS', sk: 'MIGRATION#a' };

test('items of a partition come from all pages, read consistently', async () => {
  const { store, sent } = setup({ Items: [KEY], LastEvaluatedKey: KEY }, {}, { Items: [] });

  expect(await store.itemsOf('MIGRATIONS')).toEqual([KEY]);

  expect(sent).toMatchObject([
    { TableName: 'configuration', ConsistentRead: true, ExpressionAttributeValues: { ':partition': 'MIGRATIONS' } },
    { TableName: 'configuration', ConsistentRead: true, ExclusiveStartKey: KEY },
  ]);
});

test('an item is put in the place of the former', async () => {
  const { store, sent } = setup();

  await store.put(KEY);

  expect(sent).toEqual([{ TableName: 'configuration', Item: KEY }]);
});

test('an item is added only where none is', async () => {
  const { store, sent } = setup();

  expect(await store.add(KEY)).toBe('added');

  expect(sent).toEqual([{ TableName: 'configuration', Item: KEY, ConditionExpression: 'attribute_not_exists(pk)' }]);
});

test('a place that is taken is said to be', async () => {
  const { store } = setup(new ConditionalCheckFailedException({ $metadata: {}, message: 'taken' }));

  expect(await store.add(KEY)).toBe('taken');
});

test('any other failure is thrown', async () => {
  const { store } = setup(new Error('throttled'));

  await expect(store.add(KEY)).rejects.toThrow('throttled');
});
