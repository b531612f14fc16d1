import type { SQSEvent } from 'aws-lambda';
import { createQueueHandler } from '../../../lambda/api/queue-handler';

function batch(...bodies: string[]): SQSEvent {
  return { Records: bodies.map((body, position) => ({ messageId: `message-${position}`, body })) } as SQSEvent;
}

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
