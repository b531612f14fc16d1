import type { SQSEvent } from 'aws-lambda';
import { createBatchQueueHandler, createQueueHandler } from '../../../lambda/api/queue-handler';
import type { Delivery } from '../../../lambda/app/delivery';

const IN_TIME = { getRemainingTimeInMillis: () => 60_000 };

function batch(...bodies: string[]): SQSEvent {
  return {
    Records: bodies.map((body, position) => ({
      messageId: `message-${position}`,
      body,
      attributes: { ApproximateReceiveCount: String(position + 1) },
    })),
  } as SQSEvent;
}

describe('one message after another', () => {
  test('a batch without failures reports none', async () => {
    const handled: unknown[] = [];

    const response = await createQueueHandler(async (body) => void handled.push(body))(batch('{"row":1}', '{"row":2}'));

    expect(response).toEqual({ batchItemFailures: [] });
    expect(handled).toEqual([{ row: 1 }, { row: 2 }]);
  });

  test('only the message that failed is delivered again', async () => {
    const handler = createQueueHandler(async (body) => {
      if ((body as { row: number }).row === 2) throw new Error('no');
    });

    const response = await handler(batch('{"row":1}', '{"row":2}', '{"row":3}'));

    expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }] });
  });

  test('a message that is no JSON fails alone', async () => {
    const response = await createQueueHandler(async () => undefined)(batch('{', '{}'));

    expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-0' }] });
  });
});

describe('a whole batch at once', () => {
  test('is handed over with the number of deliveries of each message', async () => {
    const handed: Delivery[] = [];
    const handler = createBatchQueueHandler(async (deliveries) => {
      handed.push(...deliveries);
      return [];
    });

    expect(await handler(batch('{"row":1}', '{"row":2}'), IN_TIME)).toEqual({ batchItemFailures: [] });

    expect(handed).toEqual([
      { body: { row: 1 }, receives: 1 },
      { body: { row: 2 }, receives: 2 },
    ]);
  });

  test('failures are reported by the messages that they are of, those that are no JSON among them', async () => {
    const handler = createBatchQueueHandler(async () => [{ index: 1, error: new Error('no') }]);

    expect(await handler(batch('{}', '{', '{}', '{}'), IN_TIME)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-1' }, { itemIdentifier: 'message-2' }],
    });
  });

  test('where it throws, all messages are delivered again', async () => {
    const handler = createBatchQueueHandler(() => Promise.reject(new Error('no')));

    expect(await handler(batch('{}', '{}'), IN_TIME)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-0' }, { itemIdentifier: 'message-1' }],
    });
  });

  test.each([
    [20_000, false],
    [19_999, true],
  ])('with %d ms left, time is short: %s', async (left, expected) => {
    let answer: boolean | undefined;
    const handler = createBatchQueueHandler(async (_, timeIsShort) => {
      answer = timeIsShort();
      return [];
    });

    await handler(batch('{}'), { getRemainingTimeInMillis: () => left });

    expect(answer).toBe(expected);
  });
});
