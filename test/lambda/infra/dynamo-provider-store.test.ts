import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { InvalidStartKey } from '../../../lambda/app/ports';
import { DynamoProviderStore } from '../../../lambda/infra/dynamo-provider-store';

interface SentCommand {
  readonly input: Readonly<Record<string, any>>;
}

/** The service boundary: gives its answers one after another and keeps what was sent. */
function setup(...answers: (object | Error)[]) {
  const sent: SentCommand[] = [];
  const client = {
    send: async (command: SentCommand) => {
      sent.push(command);
      const answer = answers.shift() ?? {};
      if (answer instanceof Error) throw answer;
      return answer;
    },
  } as unknown as DynamoDBDocumentClient;
  return { store: new DynamoProviderStore(client, 'providers'), sent };
}

const PROVIDER_KEY = { pk: 'aslp#PROVIDER#1', sk: 'aslp#PROVIDER' };
const license = { pk: PROVIDER_KEY.pk, sk: 'aslp#PROVIDER#license/oh/slp#', type: 'license' };
const provider = { ...PROVIDER_KEY, type: 'provider' };

function cancelled(...codes: string[]): TransactionCanceledException {
  return new TransactionCanceledException({
    $metadata: {},
    message: 'cancelled',
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
}

test('main records come from all pages, read consistently', async () => {
  const { store, sent } = setup({ Items: [provider], LastEvaluatedKey: PROVIDER_KEY }, { Items: [license] });

  expect(await store.mainRecords('aslp', '1')).toEqual([provider, license]);

  expect(sent.map(({ input }) => [input.ConsistentRead, input.ExclusiveStartKey])).toEqual([
    [true, undefined],
    [true, PROVIDER_KEY],
  ]);
});

test('a new provider is written only where there is none yet', async () => {
  const { store, sent } = setup();

  expect(await store.save([license, provider], PROVIDER_KEY)).toBe('saved');

  expect(sent[0].input.TransactItems).toEqual([
    { Put: { TableName: 'providers', Item: license } },
    { Put: { TableName: 'providers', Item: provider, ConditionExpression: 'attribute_not_exists(pk)' } },
  ]);
});

test('a license is stored beside a provider that is not rewritten only while nobody else rewrites it', async () => {
  const { store, sent } = setup();

  await store.save([license], { ...PROVIDER_KEY, dateOfUpdate: '2026-11-21T10:00:00+00:00' });

  expect(sent[0].input.TransactItems).toEqual([
    { Put: { TableName: 'providers', Item: license } },
    {
      ConditionCheck: {
        TableName: 'providers',
        Key: PROVIDER_KEY,
        ConditionExpression: 'dateOfUpdate = :seen',
        ExpressionAttributeValues: { ':seen': '2026-11-21T10:00:00+00:00' },
      },
    },
  ]);
});

test.each([
  ['a failed condition', ['None', 'ConditionalCheckFailed']],
  ['another transaction on the same items', ['TransactionConflict', 'None']],
])('%s is a conflict', async (_, codes) => {
  const { store } = setup(cancelled(...codes));

  expect(await store.save([license], PROVIDER_KEY)).toBe('conflict');
});

test('a transaction that is cancelled for another reason is an error', async () => {
  const { store } = setup(cancelled('ThrottlingError'));

  await expect(store.save([license], PROVIDER_KEY)).rejects.toThrow('cancelled');
});

test('a start key that the service refuses is told apart from other refusals', async () => {
  const refusal = Object.assign(new Error('bad key'), { name: 'ValidationException' });
  const query = { partition: { attribute: 'sk', value: 'aslp#PROVIDER' }, ascending: true };

  await expect(setup(refusal).store.queryPage({ ...query, startKey: PROVIDER_KEY })).rejects.toThrow(InvalidStartKey);
  await expect(setup(refusal).store.queryPage(query)).rejects.toThrow('bad key');
});
