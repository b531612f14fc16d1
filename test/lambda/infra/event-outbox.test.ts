import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { recordedBackoff, recordedClient } from './recorded-client';
import { DynamoEventOutbox, outboxEventOf } from '../../../lambda/infra/dynamo-event-outbox';
import { DynamoLaterParts } from '../../../lambda/infra/later-parts';
import { eventItem, laterPartItem } from '../../../lambda/infra/outbox-items';
import { DomainEvent, EVENT_SOURCES } from '../../../src/core/contracts/events';

const EVENT: DomainEvent = {
  detailType: 'license.deactivation',
  source: EVENT_SOURCES.providerData,
  detail: { compact: 'aslp', '': ['odd'] },
};
const PLACE = { pk: 'aslp#OUTBOX#1', writtenAt: '2026-11-21T10:00:00+00:00', changeId: 'change', position: 0 };
const ITEM = eventItem(EVENT, PLACE);
const KEY = { pk: ITEM.pk, sk: ITEM.sk };

describe('events of the outbox', () => {
  function setup(...answers: object[]) {
    const { client, sent } = recordedClient<DynamoDBDocumentClient>(...answers);
    return { outbox: new DynamoEventOutbox(client, 'outbox'), sent };
  }

  test('come from all pages', async () => {
    const { outbox, sent } = setup({ Items: [ITEM], LastEvaluatedKey: KEY }, { Items: [ITEM] });

    const found = { ...KEY, writtenAt: PLACE.writtenAt, event: EVENT };
    expect(await outbox.pending()).toEqual([found, found]);

    expect(sent.map(({ input }) => input.ExclusiveStartKey)).toEqual([undefined, KEY]);
    expect(sent[0].input).toMatchObject({ ConsistentRead: true, ExpressionAttributeValues: { ':kind': 'event' } });
  });

  test('one that can not be read keeps no other back', async () => {
    const { outbox } = setup({ Items: [{ ...ITEM, detail: '{' }, ITEM] });

    expect(await outbox.pending()).toHaveLength(1);
  });

  test('are removed by their keys', async () => {
    const { outbox, sent } = setup({ Items: [ITEM] });
    const [event] = await outbox.pending();

    await outbox.remove(event);

    expect(sent[1].input).toEqual({ TableName: 'outbox', Key: KEY });
  });

  test('are told from other items of a stream', () => {
    expect(outboxEventOf(marshall(ITEM))).toMatchObject({ event: EVENT });
    expect(outboxEventOf(marshall({ ...ITEM, kind: 'writes' }))).toBeUndefined();
  });
});

describe('parts of a large change', () => {
  const part = laterPartItem({ writes: [{ put: { pk: 'p', sk: 's' } }], outbox: [ITEM] }, PLACE);
  const collision = () =>
    new TransactionCanceledException({
      $metadata: {},
      message: 'cancelled',
      CancellationReasons: [{ Code: 'None' }, { Code: 'TransactionConflict' }],
    });

  function setup(...answers: (object | Error)[]) {
    const { client, sent } = recordedClient<DynamoDBDocumentClient>(...answers);
    const { paused, backoff } = recordedBackoff();
    const parts = new DynamoLaterParts(client, { provider: 'providers', eventOutbox: 'outbox' }, backoff);
    return { parts, sent, paused };
  }

  test('are written with their events in exchange for the item that held them', async () => {
    const { parts, sent } = setup();

    await parts.write(part);

    expect(sent[0].input.TransactItems).toEqual([
      { Delete: { TableName: 'outbox', Key: KEY, ConditionExpression: 'attribute_exists(pk)' } },
      { Put: { TableName: 'providers', Item: { pk: 'p', sk: 's' } } },
      { Put: { TableName: 'outbox', Item: ITEM } },
    ]);
  });

  test('wait for transactions that hold their records', async () => {
    const { parts, sent, paused } = setup(collision(), {});

    await parts.write(part);

    expect(sent).toHaveLength(2);
    expect(paused).toEqual([100]);
  });

  test.each<[string, (object | Error)[], string]>([
    ['other transactions', Array(3).fill(collision()), 'other transactions keep hold of the same records'],
    ['the service', [new Error('no route')], 'no route'],
  ])('that %s keep from being written stay, and are named', async (_, answers, reason) => {
    const { parts } = setup({ Items: [part] }, ...answers);

    expect(await parts.finish('2026-11-21T10:00:01+00:00')).toEqual([`${KEY.pk} ${KEY.sk}: ${reason}`]);
  });

  test('wait for the parts before them, while other changes go on', async () => {
    const partOf = (changeId: string, position: number) =>
      laterPartItem({ writes: [{ put: { pk: 'p', sk: 's' } }], outbox: [] }, { ...PLACE, changeId, position });
    const [first, second, other] = [partOf('a', 0), partOf('a', 1), partOf('b', 0)];
    const { parts, sent } = setup({ Items: [first, second, other] }, new Error('no route'));

    expect(await parts.finish('2026-11-21T10:00:01+00:00')).toEqual([`${KEY.pk} ${first.sk}: no route`]);

    const taken = sent.slice(1).map(({ input }) => input.TransactItems[0].Delete.Key.sk);
    expect(taken).toEqual([first.sk, other.sk]);
  });

  test('that are young are left to their writer', async () => {
    const { parts, sent } = setup({ Items: [part] });

    expect(await parts.finish(PLACE.writtenAt)).toEqual([]);

    expect(sent).toHaveLength(1);
  });

  test('are told from events', async () => {
    await expect(setup().parts.write(ITEM)).rejects.toThrow('the item holds no part of a change');
  });
});
