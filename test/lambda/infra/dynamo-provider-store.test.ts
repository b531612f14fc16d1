import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { recordedBackoff, recordedClient } from './recorded-client';
import { InvalidStartKey } from '../../../lambda/app/ports';
import { DynamoProviderReader } from '../../../lambda/infra/dynamo-provider-reader';
import { DynamoProviderStore } from '../../../lambda/infra/dynamo-provider-store';
import { ChangePlan, NO_CHANGE } from '../../../src/core/licensure/changes/change-plan';
import type { Item } from '../../../src/core/licensure/item';

const SEEN = '2026-11-21T10:00:00+00:00';
const NOW = '2026-11-21T10:00:05+00:00';

const PROVIDER_KEY = { pk: 'aslp#PROVIDER#1', sk: 'aslp#PROVIDER' };
const LICENSE_KEY = { pk: PROVIDER_KEY.pk, sk: 'aslp#PROVIDER#license/oh/slp#' };
const license = { ...LICENSE_KEY, type: 'license', dateOfUpdate: NOW };
const provider = { ...PROVIDER_KEY, type: 'provider', dateOfUpdate: NOW };
const update = { pk: PROVIDER_KEY.pk, sk: `aslp#UPDATE#3#license/oh/slp/${NOW}/abc`, type: 'licenseUpdate' };
const otherLicense = { pk: PROVIDER_KEY.pk, sk: 'aslp#PROVIDER#license/ky/slp#', type: 'license', dateOfUpdate: SEEN };

const ABSENT = { ConditionExpression: 'attribute_not_exists(pk)' };
const AS_SEEN = {
  ConditionExpression: 'attribute_exists(pk) AND dateOfUpdate = :dateOfUpdate AND attribute_not_exists(touches)',
  ExpressionAttributeValues: { ':dateOfUpdate': SEEN },
};

function setup(...answers: (object | Error)[]) {
  const { client, sent } = recordedClient<DynamoDBDocumentClient>(...answers);
  const { paused, backoff } = recordedBackoff();
  const tables = { provider: 'providers', eventOutbox: 'outbox' };
  const store = new DynamoProviderStore(client, tables, { clock: () => NOW, newId: () => 'change', backoff });
  return { store, reader: new DynamoProviderReader(client, 'providers'), sent, paused };
}

function planOf(parts: Partial<ChangePlan>): ChangePlan {
  return { ...NO_CHANGE, ...parts };
}

function seenAs(...items: readonly Item[]): Item[] {
  return items.map((item) => ({ ...item, dateOfUpdate: SEEN }));
}

function put(item: Item, condition: object = {}) {
  return { Put: { TableName: 'providers', Item: item, ...condition } };
}

function check(key: object, condition: object) {
  return { ConditionCheck: { TableName: 'providers', Key: key, ...condition } };
}

function cancelled(...codes: string[]): TransactionCanceledException {
  return new TransactionCanceledException({
    $metadata: { requestId: 'request-1' },
    message: 'cancelled because of Okafor',
    CancellationReasons: codes.map((Code) => ({ Code, Message: 'about Okafor' })),
  });
}

describe('reading', () => {
  test('main records come from all pages, read consistently', async () => {
    const { reader, sent } = setup({ Items: [provider], LastEvaluatedKey: PROVIDER_KEY }, { Items: [license] });

    expect(await reader.mainRecords('aslp', '1')).toEqual([provider, license]);

    expect(sent.map(({ input }) => [input.ConsistentRead, input.ExclusiveStartKey])).toEqual([
      [true, undefined],
      [true, PROVIDER_KEY],
    ]);
  });

  test.each([
    ['mainRecords', 'pk = :partition AND begins_with(sk, :bound)', 'aslp#PROVIDER'],
    ['detailRecords', 'pk = :partition AND sk < :bound', 'aslp#UPDATE#2'],
    ['allRecords', 'pk = :partition', undefined],
  ] as const)('%s asks for no more than it gives', async (method, condition, bound) => {
    const { reader, sent } = setup();

    await reader[method]('aslp', '1');

    expect(sent[0].input).toMatchObject({
      KeyConditionExpression: condition,
      ExpressionAttributeValues: { ':partition': 'aslp#PROVIDER#1', ...(bound && { ':bound': bound }) },
    });
  });

  test('a start key that the service refuses is told apart from other refusals', async () => {
    const refusal = Object.assign(new Error('bad key'), { name: 'ValidationException' });
    const query = { partition: { attribute: 'sk', value: 'aslp#PROVIDER' }, ascending: true };

    await expect(setup(refusal).reader.queryPage({ ...query, startKey: PROVIDER_KEY })).rejects.toThrow(
      InvalidStartKey,
    );
    await expect(setup(refusal).reader.queryPage(query)).rejects.toThrow('bad key');
  });
});

describe('a plan is written in one transaction', () => {
  test('new main records only where there are none yet, update records in any case', async () => {
    const { store, sent } = setup();

    expect(await store.save(planOf({ puts: [license, update, provider] }), [])).toBe('saved');

    expect(sent).toHaveLength(1);
    expect(sent[0].input.TransactItems).toEqual([put(license, ABSENT), put(provider, ABSENT), put(update)]);
  });

  test('changed and deleted records only where they are as they were seen', async () => {
    const { store, sent } = setup();

    await store.save(planOf({ puts: [provider], deletes: [LICENSE_KEY] }), seenAs(provider, license));

    expect(sent[0].input.TransactItems).toEqual([
      put(provider, AS_SEEN),
      { Delete: { TableName: 'providers', Key: LICENSE_KEY, ...AS_SEEN } },
    ]);
  });

  test('a provider that is not written is checked, and so are the licenses on which a written one rests', async () => {
    const quiet = setup();
    const loud = setup();

    await quiet.store.save(planOf({ puts: [license] }), [...seenAs(provider, license), otherLicense]);
    await loud.store.save(planOf({ puts: [provider] }), [...seenAs(provider), otherLicense]);

    expect(quiet.sent[0].input.TransactItems).toEqual([check(PROVIDER_KEY, AS_SEEN), put(license, AS_SEEN)]);
    const { pk, sk } = otherLicense;
    expect(loud.sent[0].input.TransactItems).toEqual([check({ pk, sk }, AS_SEEN), put(provider, AS_SEEN)]);
  });

  test('the providers of both partitions are checked where records move', async () => {
    const { store, sent } = setup();
    const moved = { ...license, pk: 'aslp#PROVIDER#2' };

    await store.save(planOf({ puts: [moved], deletes: [LICENSE_KEY] }), seenAs(provider, license));

    expect(sent[0].input.TransactItems).toEqual([
      check({ ...PROVIDER_KEY, pk: 'aslp#PROVIDER#2' }, ABSENT),
      check(PROVIDER_KEY, AS_SEEN),
      put(moved, ABSENT),
      { Delete: { TableName: 'providers', Key: LICENSE_KEY, ...AS_SEEN } },
    ]);
  });

  test('a record that has no update time has to have none', async () => {
    const { store, sent } = setup();

    await store.save(planOf({ puts: [license, provider] }), [PROVIDER_KEY]);

    expect(sent[0].input.TransactItems[1]).toEqual(
      put(provider, {
        ConditionExpression:
          'attribute_exists(pk) AND attribute_not_exists(dateOfUpdate) AND attribute_not_exists(touches)',
      }),
    );
  });

  test('what is touched is written as it was seen, but for the count of touches', async () => {
    const { store, sent } = setup();
    const [seenProvider, seenLicense] = seenAs(provider, { ...license, touches: 3 });

    await store.save(planOf({ touches: [seenProvider, seenLicense] }), [seenProvider, seenLicense]);

    expect(sent[0].input.TransactItems).toEqual([
      put({ ...seenProvider, touches: 1 }, AS_SEEN),
      put(
        { ...seenLicense, touches: 4 },
        {
          ConditionExpression: 'attribute_exists(pk) AND dateOfUpdate = :dateOfUpdate AND touches = :touches',
          ExpressionAttributeValues: { ':dateOfUpdate': SEEN, ':touches': 3 },
        },
      ),
    ]);
  });

  test('what was touched is changed only where nobody touched it since', async () => {
    const { store, sent } = setup();

    await store.save(planOf({ puts: [{ ...provider, touches: 2 }] }), seenAs({ ...provider, touches: 2 }));

    expect(sent[0].input.TransactItems[0].Put.ConditionExpression).toContain('touches = :touches');
  });

  test('of two puts of one record the last one counts, and a put before a delete', async () => {
    const { store, sent } = setup();
    const plan = planOf({ puts: [{ ...provider, npi: '1' }, provider], deletes: [PROVIDER_KEY] });

    await store.save(plan, []);

    expect(sent[0].input.TransactItems).toEqual([put(provider, ABSENT)]);
  });

  test('a counter of a compact belongs to no provider', async () => {
    const { store, sent } = setup();
    const counter = { pk: 'aslp#PRIVILEGE_COUNT', sk: 'aslp#PRIVILEGE_COUNT', privilegeCount: 1 };

    await store.save(planOf({ puts: [counter] }), []);

    expect(sent[0].input.TransactItems).toEqual([put(counter, ABSENT)]);
  });

  test('its events stand beside it, under the provider or else the compact that they are about', async () => {
    const { store, sent } = setup();
    const source = 'org.compactconnect.provider-data';
    const about = (detail: Item) => ({ detailType: 'license.deactivation', source, detail }) as const;
    const events = [about({ compact: 'aslp', providerId: '1' }), about({ compact: 'aslp', '': 'odd' })];

    await store.save(planOf({ events }), []);

    const common = { kind: 'event', writtenAt: NOW, detailType: 'license.deactivation', source };
    expect(sent[0].input.TransactItems.map(({ Put }: any) => [Put.TableName, Put.Item])).toEqual([
      [
        'outbox',
        {
          ...common,
          pk: 'aslp#OUTBOX#1',
          sk: `${NOW}#change#0000`,
          detail: '{"compact":"aslp","providerId":"1"}',
        },
      ],
      [
        'outbox',
        { ...common, pk: 'aslp#OUTBOX#aslp', sk: `${NOW}#change#0001`, detail: '{"compact":"aslp","":"odd"}' },
      ],
    ]);
  });

  test('nothing to do is done without a call', async () => {
    const { store, sent } = setup();

    expect(await store.save(planOf({}), [provider])).toBe('saved');

    expect(sent).toEqual([]);
  });
});

describe('what the service says', () => {
  const plan = planOf({ puts: [license, provider] });

  test.each([
    ['a failed condition', ['None', 'ConditionalCheckFailed']],
    ['another transaction on the same items', ['TransactionConflict', 'None']],
    ['a failed condition beside throttling', ['ThrottlingError', 'ConditionalCheckFailed']],
  ])('%s is a conflict', async (_, codes) => {
    const { store, sent } = setup(cancelled(...codes));

    expect(await store.save(plan, [])).toBe('conflict');
    expect(sent).toHaveLength(1);
  });

  test.each(['ThrottlingError', 'ProvisionedThroughputExceeded'])('%s is waited out', async (code) => {
    const { store, sent, paused } = setup(cancelled(code, 'None'), {});

    expect(await store.save(plan, [])).toBe('saved');

    expect(sent).toHaveLength(2);
    expect(paused).toEqual([100]);
  });

  test('throttling without end is an error', async () => {
    const { store, paused } = setup(...Array(3).fill(cancelled('ThrottlingError', 'None')));

    await expect(store.save(plan, [])).rejects.toThrow(
      'a transaction of 2 items was refused (ThrottlingError at item 0), request request-1',
    );
    expect(paused).toEqual([100, 400]);
  });

  test('items that the service finds invalid are an error that repeats nothing of them', async () => {
    const { store, sent } = setup(cancelled('None', 'ValidationError'));

    const saving = store.save(plan, []);

    await expect(saving).rejects.toThrow('a transaction of 2 items was refused (ValidationError at item 1)');
    await expect(saving).rejects.not.toThrow('Okafor');
    expect(sent).toHaveLength(1);
  });

  test('another failure is passed on', async () => {
    await expect(setup(new Error('no route to the service')).store.save(plan, [])).rejects.toThrow('no route');
  });
});

describe('update times tell states apart', () => {
  test.each([
    ['same second', SEEN],
    ['a second before', '2026-11-21T09:59:59+00:00'],
  ])('a record of the %s as the one that it replaces is a conflict without a call', async (_, dateOfUpdate) => {
    const { store, sent } = setup();

    expect(await store.save(planOf({ puts: [{ ...provider, dateOfUpdate }] }), seenAs(provider))).toBe('conflict');

    expect(sent).toEqual([]);
  });

  test('update records are no reason for one', async () => {
    const { store } = setup();
    const repeated = { ...update, dateOfUpdate: NOW };

    expect(await store.save(planOf({ puts: [repeated] }), [repeated])).toBe('saved');
  });
});
