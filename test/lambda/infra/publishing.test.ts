import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { recordedBackoff, recordedClient } from './recorded-client';
import { EventBusPublisher } from '../../../lambda/infra/event-bus-publisher';
import { SqsMessageQueue } from '../../../lambda/infra/sqs-message-queue';
import { DomainEvent, EVENT_SOURCES } from '../../../src/core/contracts/events';

function queue(...answers: (object | Error)[]) {
  const { client, sent } = recordedClient<SQSClient>(...answers);
  const { paused, backoff } = recordedBackoff();
  return { queue: new SqsMessageQueue(client, 'queue', backoff), sent, paused };
}

function publisher(...answers: (object | Error)[]) {
  const { client, sent } = recordedClient<EventBridgeClient>(...answers);
  return { publisher: new EventBusPublisher(client, 'bus', recordedBackoff().backoff), sent };
}

function event(note = ''): DomainEvent {
  return { detailType: 'license.deactivation', source: EVENT_SOURCES.providerData, detail: { compact: 'aslp', note } };
}

const FAILED = (Id: string, SenderFault = false) => ({ Id, Code: 'RequestThrottled', SenderFault });

describe('a message queue', () => {
  test('takes twelve messages in order, in batches of at most ten', async () => {
    const { queue: messages, sent } = queue();

    expect(await messages.send(Array.from({ length: 12 }, (_, row) => ({ row })))).toEqual([]);

    expect(sent.map((command) => command.input.Entries.length)).toEqual([10, 2]);
    expect(sent[1].input.Entries[1]).toEqual({ Id: '1', MessageBody: '{"row":11}' });
  });

  test('is not called where there is nothing to send', async () => {
    const { queue: messages, sent } = queue();

    await messages.send([]);

    expect(sent).toEqual([]);
  });

  test('gets what it refused once more, without what it took', async () => {
    const { queue: messages, sent, paused } = queue({ Failed: [FAILED('1')] }, {});

    expect(await messages.send(['a', 'b', 'c'])).toEqual([]);

    expect(sent.map(({ input }) => input.Entries.map((entry: any) => entry.MessageBody))).toEqual([
      ['"a"', '"b"', '"c"'],
      ['"b"'],
    ]);
    expect(paused).toEqual([100]);
  });

  test('what it refuses every time is given back with its place and its reason', async () => {
    const { queue: messages, sent } = queue(
      { Failed: [FAILED('1'), FAILED('2')] },
      { Failed: [FAILED('1')] },
      { Failed: [FAILED('0')] },
    );

    expect(await messages.send(['a', 'b', 'c'])).toEqual([{ index: 2, reason: 'RequestThrottled' }]);

    expect(sent).toHaveLength(3);
  });

  test('a message that is wrong itself is not tried again', async () => {
    const { queue: messages, sent } = queue({ Failed: [FAILED('0', true)] });

    expect(await messages.send(['a'])).toEqual([{ index: 0, reason: 'RequestThrottled' }]);

    expect(sent).toHaveLength(1);
  });

  test('a call that fails refuses its own messages only', async () => {
    const outage = Object.assign(new Error('no route'), { name: 'TimeoutError' });
    const { queue: messages, sent } = queue(outage, {});

    const refused = await messages.send(Array.from({ length: 11 }, (_, row) => row));

    expect(refused).toEqual(Array.from({ length: 10 }, (_, index) => ({ index, reason: 'TimeoutError' })));
    expect(sent).toHaveLength(2);
  });

  test('gets only characters that it takes, and whoever reads the message gets what was sent', async () => {
    const { queue: messages, sent } = queue();
    const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).join('');
    const names = [`${units}\u{10ffff}`, '\ufffe\uffff\\ufffe'];

    await messages.send(names);

    const bodies: string[] = sent[0].input.Entries.map((entry: any) => entry.MessageBody);
    for (const body of bodies) {
      expect(body).toMatch(/^[\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
    }
    expect(bodies.map((body) => JSON.parse(body))).toEqual(names);
  });

  test('long messages make small batches, and one that is too long goes nowhere', async () => {
    const { queue: messages, sent } = queue();
    const long = 'x'.repeat(131_070);

    expect(await messages.send([long, long, 'short', 'ß'.repeat(131_072)])).toEqual([
      { index: 3, reason: 'it has 262146 bytes, a batch takes 262144' },
    ]);

    expect(sent.map(({ input }) => input.Entries.length)).toEqual([2, 1]);
  });
});

describe('an event publisher', () => {
  test('publishes eleven events in batches of at most ten, each with source and type', async () => {
    const { publisher: events, sent } = publisher({ Entries: [] }, { Entries: [] });

    expect(await events.publish(Array.from({ length: 11 }, () => event()))).toEqual([]);

    expect(sent.map((command) => command.input.Entries.length)).toEqual([10, 1]);
    expect(sent[1].input.Entries[0]).toEqual({
      EventBusName: 'bus',
      Source: 'org.compactconnect.provider-data',
      DetailType: 'license.deactivation',
      Detail: '{"compact":"aslp","note":""}',
    });
  });

  test('gives back what the bus refuses inside batches that it takes', async () => {
    const refusal = { ErrorCode: 'ThrottlingException' };
    const { publisher: events } = publisher({ Entries: [{}, refusal] }, { Entries: [refusal] }, { Entries: [refusal] });

    expect(await events.publish([event(), event()])).toEqual([{ index: 1, reason: 'ThrottlingException' }]);
  });

  test('counts source and type among the bytes of an entry', async () => {
    const { publisher: events, sent } = publisher();
    const overhead = 'org.compactconnect.provider-data'.length + 'license.deactivation'.length;
    const fitting = 'x'.repeat(262_144 - overhead - '{"compact":"aslp","note":""}'.length);

    expect(await events.publish([event(fitting), event(`${fitting}x`)])).toEqual([
      { index: 1, reason: 'it has 262145 bytes, a batch takes 262144' },
    ]);

    expect(sent).toHaveLength(1);
  });
});
