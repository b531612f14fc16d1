import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import { EventTap } from '../../../local/observe/event-tap';
import { fakeClient } from '../fake-client';

const message = (type: string) => ({
  Body: JSON.stringify({ time: 't', source: 'org.example', 'detail-type': type, detail: { a: 1 } }),
  ReceiptHandle: `receipt-${type}`,
});

describe('recent events', () => {
  test('are taken from every bus, kept latest first, and removed from the queue', async () => {
    const batches = [[message('first'), message('second')], [message('third')]];
    const eventBridge = fakeClient<EventBridgeClient>({});
    let finished!: () => void;
    const done = new Promise<void>((resolve) => (finished = resolve));
    const sqs = fakeClient<SQSClient>({
      CreateQueueCommand: () => ({ QueueUrl: 'https://queue' }),
      GetQueueAttributesCommand: () => ({ Attributes: { QueueArn: 'arn:queue' } }),
      ReceiveMessageCommand: () => {
        if (batches.length === 0) {
          tap.stop();
          finished();
        }
        return { Messages: batches.shift() };
      },
    });
    const tap = new EventTap(sqs.client, eventBridge.client);

    await tap.start(['bus-1', 'bus-2'], (error) => {
      throw error;
    });
    await done;

    expect(tap.events().map(({ type }) => type)).toEqual(['third', 'second', 'first']);
    expect(tap.events()[0]).toEqual({ time: 't', source: 'org.example', type: 'third', detail: { a: 1 } });
    const targets = eventBridge.calls.filter(({ command }) => command === 'PutTargetsCommand');
    expect(targets.map(({ input }) => [input.EventBusName, input.Targets[0].Arn])).toEqual([
      ['bus-1', 'arn:queue'],
      ['bus-2', 'arn:queue'],
    ]);
    const deleted = sqs.calls.filter(({ command }) => command === 'DeleteMessageBatchCommand');
    expect(deleted.flatMap(({ input }) => input.Entries.map(({ ReceiptHandle }: any) => ReceiptHandle))).toEqual([
      'receipt-first',
      'receipt-second',
      'receipt-third',
    ]);
  });

  test('that can no longer be read are a problem to report', async () => {
    const sqs = fakeClient<SQSClient>({
      CreateQueueCommand: () => ({ QueueUrl: 'https://queue' }),
      GetQueueAttributesCommand: () => ({ Attributes: { QueueArn: 'arn:queue' } }),
      ReceiveMessageCommand: () => {
        throw new Error('gone');
      },
    });
    const reported = new Promise((resolve) => {
      void new EventTap(sqs.client, fakeClient<EventBridgeClient>({}).client).start([], resolve);
    });

    expect(await reported).toEqual(new Error('gone'));
  });
});
