import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { EventBusPublisher } from '../../../lambda/infra/event-bus-publisher';
import { SqsMessageQueue } from '../../../lambda/infra/sqs-message-queue';
import { EVENTS } from '../../../src/core/contracts/events';

interface SentCommand {
  readonly input: { readonly Entries: readonly unknown[] };
}

/** The service boundary: answers every batch with the same outcome and keeps what was sent. */
function service<Client>(answer: object) {
  const sent: SentCommand[] = [];
  const client = {
    send: async (command: SentCommand) => {
      sent.push(command);
      return answer;
    },
  } as unknown as Client;
  return { client, sent };
}

const event = { ...EVENTS['license.deactivation'], detail: { compact: 'aslp' } };

describe('a message queue', () => {
  test('sends twelve messages in order, in batches of at most ten', async () => {
    const { client, sent } = service<SQSClient>({});

    await new SqsMessageQueue(client, 'queue').send(Array.from({ length: 12 }, (_, row) => ({ row })));

    expect(sent.map((command) => command.input.Entries.length)).toEqual([10, 2]);
    expect(sent[1].input.Entries[1]).toEqual({ Id: '1', MessageBody: '{"row":11}' });
  });

  test('sends nothing where there is nothing to send', async () => {
    const { client, sent } = service<SQSClient>({});

    await new SqsMessageQueue(client, 'queue').send([]);

    expect(sent).toEqual([]);
  });

  test('refusals inside an accepted batch are failures that say how many and why', async () => {
    const { client } = service<SQSClient>({ Failed: [{ Id: '0', Code: 'InternalError' }] });

    await expect(new SqsMessageQueue(client, 'queue').send([1, 2])).rejects.toThrow(
      'the queue refused 1 of 2 messages (InternalError)',
    );
  });
});

describe('an event publisher', () => {
  test('publishes eleven events in batches of at most ten, each with source and type', async () => {
    const { client, sent } = service<EventBridgeClient>({ Entries: [] });

    await new EventBusPublisher(client, 'bus').publish(Array.from({ length: 11 }, () => event));

    expect(sent.map((command) => command.input.Entries.length)).toEqual([10, 1]);
    expect(sent[1].input.Entries[0]).toEqual({
      EventBusName: 'bus',
      Source: 'org.compactconnect.provider-data',
      DetailType: 'license.deactivation',
      Detail: '{"compact":"aslp"}',
    });
  });

  test('refusals inside an accepted batch are failures that say how many and why', async () => {
    const { client } = service<EventBridgeClient>({ Entries: [{}, { ErrorCode: 'ThrottlingException' }] });

    await expect(new EventBusPublisher(client, 'bus').publish([event, event])).rejects.toThrow(
      'the event bus refused 1 of 2 events (ThrottlingException)',
    );
  });
});
