import { createStreamHandler } from '../../../lambda/api/stream-handler';

function record(eventName: string, SequenceNumber: string, name = SequenceNumber) {
  return { eventName, dynamodb: { SequenceNumber, NewImage: { name: { S: name } } } };
}

const CALL = { getRemainingTimeInMillis: () => 60_000 };

/** Handles names; `odd` can't be read, `foreign` is none of the handler's, `bad` fails. */
function setup() {
  const handled: string[][] = [];
  let sweeps = 0;
  const handler = createStreamHandler<string>({
    read: ({ name }) => {
      if (name.S === 'odd') throw new Error('unreadable');
      return name.S === 'foreign' ? undefined : name.S;
    },
    handle: async (names) => {
      handled.push([...names]);
      return names.flatMap((name, index) => (name === 'bad' ? [{ index, error: new Error('no') }] : []));
    },
    onSchedule: async () => void (sweeps += 1),
  });
  return { handled, sweeps: () => sweeps, handle: (...Records: object[]) => handler({ Records }, CALL), handler };
}

test('new items are handled together, other changes and foreign items are not', async () => {
  const { handled, handle } = setup();

  const response = await handle(
    record('INSERT', '1'),
    record('MODIFY', '2'),
    { eventName: 'REMOVE', dynamodb: { SequenceNumber: '3' } },
    record('INSERT', '4', 'foreign'),
    record('INSERT', '5'),
  );

  expect(handled).toEqual([['1', '5']]);
  expect(response).toEqual({ batchItemFailures: [] });
});

test('what fails and what can not be read is reported by its sequence number', async () => {
  const { handle } = setup();

  const response = await handle(
    record('INSERT', '1', 'foreign'),
    record('INSERT', '2', 'odd'),
    record('INSERT', '3'),
    record('INSERT', '4', 'bad'),
  );

  expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }, { itemIdentifier: '4' }] });
});

test.each([[{}], [{ source: 'aws.events', detail: {} }]])(
  'an event without records is the schedule: %j',
  async (event) => {
    const { handled, sweeps, handler } = setup();

    expect(await handler(event, CALL)).toEqual({ batchItemFailures: [] });

    expect(sweeps()).toBe(1);
    expect(handled).toEqual([]);
  },
);
