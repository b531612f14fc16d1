import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DynamoDataEventStore } from '../../../lambda/infra/dynamo-data-event-store';
import type { Item } from '../../../src/core/licensure/item';

type Requests = readonly { readonly PutRequest: { readonly Item: Item } }[];

/** A table that takes what `judge` lets it: it throws for a batch, or names items to leave. */
function setup(judge: (items: readonly Item[], call: number) => readonly Item[] = () => []) {
  const calls: string[][] = [];
  const client = {
    send: async ({ input }: { input: { RequestItems: { events: Requests } } }) => {
      const items = input.RequestItems.events.map(({ PutRequest }) => PutRequest.Item);
      calls.push(items.map(({ sk }) => String(sk)));
      const left = judge(items, calls.length);
      return { UnprocessedItems: left.length === 0 ? {} : { events: left.map((Item) => ({ PutRequest: { Item } })) } };
    },
  };
  const backoff = { pauses: [1, 1], pause: async () => undefined };
  return { calls, store: new DynamoDataEventStore(client as unknown as DynamoDBDocumentClient, 'events', backoff) };
}

const events = (count: number): Item[] => Array.from({ length: count }, (_, index) => ({ pk: 'a', sk: `e${index}` }));

test('events are put 25 in a call, without a condition, so that one that came again is no error', async () => {
  const { calls, store } = setup();

  expect(await store.putAll(events(60))).toEqual([]);
  expect(calls.map((call) => call.length)).toEqual([25, 25, 10]);
});

test('an event that came twice in a batch is put once: the service refuses a key that stands twice', async () => {
  const { calls, store } = setup();

  expect(await store.putAll([...events(2), ...events(1)])).toEqual([]);
  expect(calls).toEqual([['e0', 'e1']]);
});

test('what the service left unprocessed is put again, alone', async () => {
  const { calls, store } = setup((items, call) => (call === 1 ? items.slice(1, 2) : []));

  expect(await store.putAll(events(3))).toEqual([]);
  expect(calls).toEqual([['e0', 'e1', 'e2'], ['e1']]);
});

test('what stays unprocessed is refused, and nothing else', async () => {
  const { store } = setup((items) => items.filter(({ sk }) => sk === 'e1'));

  expect(await store.putAll(events(3))).toEqual([{ index: 1, reason: 'the table is busy' }]);
});

test('one wrong event does not take the others of its batch along', async () => {
  const { calls, store } = setup((items) => {
    if (items.some(({ sk }) => sk === 'e1')) {
      throw Object.assign(new Error('too large'), { name: 'ValidationException' });
    }
    return [];
  });

  expect(await store.putAll(events(3))).toEqual([{ index: 1, reason: 'ValidationException' }]);
  expect(calls).toEqual([['e0', 'e1', 'e2'], ['e0'], ['e1'], ['e2']]);
});
