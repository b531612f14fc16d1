import { SQSClient } from '@aws-sdk/client-sqs';
import { redrive } from '../../../local/observe/redrive';
import { fakeClient } from '../fake-client';

const queue = { name: 'IngestQueue/DeadLetterQueue', url: 'https://dead', sources: ['https://ingest'] };
const letter = (id: string, sentAt = 1) => ({
  MessageId: id,
  Body: `body of ${id}`,
  ReceiptHandle: `receipt of ${id}`,
  Attributes: { SentTimestamp: String(sentAt) },
});

describe('dead letters that are tried again', () => {
  const moved = async (batches: unknown[][]) => {
    const sqs = fakeClient<SQSClient>({ ReceiveMessageCommand: () => ({ Messages: batches.shift() }) });
    const count = await redrive(sqs.client, queue);
    return { count, calls: sqs.calls.filter(({ command }) => command !== 'ReceiveMessageCommand') };
  };

  test('all go back to the queue that they came from, and are removed only then', async () => {
    const { count, calls } = await moved([[letter('a')], [letter('b')]]);

    expect(count).toBe(2);
    expect(
      calls.map(({ command, input }) => [command, input.QueueUrl, input.MessageBody ?? input.ReceiptHandle]),
    ).toEqual([
      ['SendMessageCommand', 'https://ingest', 'body of a'],
      ['DeleteMessageCommand', 'https://dead', 'receipt of a'],
      ['SendMessageCommand', 'https://ingest', 'body of b'],
      ['DeleteMessageCommand', 'https://dead', 'receipt of b'],
    ]);
  });

  test('one that failed again meanwhile stays', async () => {
    const { count } = await moved([[letter('a')], [letter('a')], [letter('never')]]);

    expect(count).toBe(1);
  });

  test('one that was sent after the beginning stays', async () => {
    const { count, calls } = await moved([[letter('new', Date.now() + 60_000)]]);

    expect({ count, calls }).toEqual({ count: 0, calls: [] });
  });
});
