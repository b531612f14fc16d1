import { createServer, Server } from 'node:http';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { sampleEnvironment } from './sample-environment';
import { ConsoleServer } from '../../../local/edge/console-server';
import { ConsolePart } from '../../../local/edge/routes';
import { listen } from '../../../local/tools/ports';
import { fakeClient } from '../fake-client';

const QUEUE = { name: 'IngestQueue/DeadLetterQueue', url: 'https://dead', sources: ['https://ingest'] };
const LETTER = { MessageId: 'm-1', Body: 'b', ReceiptHandle: 'r', Attributes: { SentTimestamp: '1' } };

describe('the console', () => {
  const emulator = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(request.url!.startsWith('/_compact/') ? JSON.stringify({ path: request.url }) : '{"messages":{}}');
  });
  let letters: readonly unknown[] = [];
  const sqs = fakeClient<SQSClient>({ ReceiveMessageCommand: () => ({ Messages: letters }) });
  const dynamoDb = fakeClient<DynamoDBClient>({ DescribeTableCommand: () => ({ Table: { ItemCount: 7 } }) });
  let server: Server;
  let console: ConsoleServer;
  let address: string;

  beforeAll(async () => {
    const endpoint = `http://127.0.0.1:${await listen(emulator, 0)}`;
    server = createServer((request, response) => {
      const url = new URL(request.url!, 'http://x');
      const [, part, table] = url.pathname.split('/');
      void console.handle(request, response, { part: part as ConsolePart, table, url });
    });
    address = `http://127.0.0.1:${await listen(server, 0)}`;
    console = new ConsoleServer({
      environment: sampleEnvironment(address, endpoint),
      discovered: { deadLetterQueues: [QUEUE], tables: { UsersTable: 'users' } },
      clients: { dynamoDb: dynamoDb.client, sqs: sqs.client },
      events: () => [{ id: '1', time: 't', source: 's', type: 'license.ingest', detail: {} }],
      problems: () => ['function X failed'],
      running: () => [],
    });
  });

  beforeEach(() => {
    sqs.calls.splice(0);
    letters = [LETTER];
  });

  afterAll(() => {
    console.end();
    for (const each of [server, emulator]) {
      each.close();
      each.closeAllConnections();
    }
  });

  test.each([
    ['overview', 'function X failed'],
    ['events', 'license.ingest'],
    ['tables', '<td>7</td>'],
    ['deadLetters', QUEUE.name],
    ['mailbox', 'No mail was sent yet.'],
  ])('shows the page %s, which can load nothing from elsewhere', async (part, text) => {
    const answer = await fetch(`${address}/${part}`);

    expect(await answer.text()).toContain(text);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*frame-ancestors 'none'$/);
  });

  test('has no page for a table that the app does not have', async () => {
    const answer = await fetch(`${address}/tables/OtherTable`);

    expect([answer.status, await answer.json()]).toEqual([404, { message: 'there is no table OtherTable' }]);
  });

  test.each([
    ['environment', { version: 1 }],
    ['eventLog?after=5', { path: '/_compact/events?after=5' }],
    ['calls', { path: '/_compact/calls' }],
  ])('tells programs %s', async (path, expected) => {
    expect(await (await fetch(`${address}/${path}`)).json()).toMatchObject(expected);
  });

  test('has one script, and tells pages that something changed', async () => {
    const script = await fetch(`${address}/script`);
    const changes = await fetch(`${address}/changes`);

    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(changes.headers.get('content-type')).toBe('text/event-stream');
    await changes.body!.cancel();
  });

  describe('asked to try dead letters again', () => {
    const press = async (queue: string, headers = {}) =>
      fetch(`${address}/deadLetters`, {
        method: 'POST',
        body: new URLSearchParams({ queue }),
        headers,
        redirect: 'manual',
      });

    test('moves them and shows what is left', async () => {
      const answer = await press(QUEUE.url, { origin: address });

      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/dead-letters']);
      expect(sqs.commands()).toContain('SendMessageCommand');
    });

    test('by a page of somebody else, refuses', async () => {
      expect((await press(QUEUE.url, { origin: 'https://attacker.example' })).status).toBe(403);
      expect(sqs.calls).toEqual([]);
    });

    test('of a queue that takes none, moves nothing', async () => {
      expect((await press('https://ingest')).status).toBe(404);
      expect(sqs.calls).toEqual([]);
    });
  });
});
