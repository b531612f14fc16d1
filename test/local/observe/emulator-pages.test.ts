import { createServer, Server } from 'node:http';
import { deadLetters, sentMails } from '../../../local/observe/emulator-pages';
import { listen } from '../../../local/tools/ports';

const queueOf = (name: string, url: string) => ({ name, url, sources: [] });

describe('what the emulator shows', () => {
  let server: Server;
  let endpoint: string;
  let answer: (url: string) => unknown;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const value = answer(request.url!);
      response.writeHead(value === undefined ? 500 : 200).end(JSON.stringify(value));
    });
    endpoint = `http://127.0.0.1:${await listen(server, 0)}`;
  });

  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  test('mails come latest first, with their time as text', async () => {
    const mail = { Source: 'a@example.org', To: ['b@example.org'], Subject: 's', BodyText: 't', BodyHtml: null };
    answer = () => ({
      messages: {
        '111122223333': [
          { ...mail, MessageId: 'first', Timestamp: 0 },
          { ...mail, MessageId: 'second', Timestamp: '2026-01-01T00:00:00Z', BodyHtml: '<p>t</p>' },
        ],
      },
    });

    expect(await sentMails(endpoint)).toEqual([
      {
        id: 'second',
        from: 'a@example.org',
        to: ['b@example.org'],
        subject: 's',
        text: 't',
        html: '<p>t</p>',
        time: '2026-01-01T00:00:00Z',
      },
      expect.objectContaining({ id: 'first', html: undefined, time: '1970-01-01T00:00:00.000Z' }),
    ]);
  });

  test('dead letters are read queue by queue, without receiving them', async () => {
    const messages = (url: string) =>
      url.includes(encodeURIComponent('queue-a')) ? [{ MessageId: 'm', Body: '{}', ReceiveCount: 3 }] : [];
    answer = (url) => ({ messages: { '111122223333': { 'us-east-1': { [url]: messages(url) } } } });

    expect(
      await deadLetters(endpoint, [queueOf('IngestDlq', 'https://queue-a'), queueOf('OtherDlq', 'https://queue-b')]),
    ).toEqual([{ queue: 'IngestDlq', messageId: 'm', body: '{}', receives: 3 }]);
  });

  test('an emulator in trouble is named', async () => {
    answer = () => undefined;

    await expect(sentMails(endpoint)).rejects.toThrow(/^the emulator answered 500 for /);
  });
});
