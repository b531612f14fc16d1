import { createServer, Server } from 'node:http';
import { LiveChanges } from '../../../local/edge/live-changes';
import { listen } from '../../../local/tools/ports';

describe('pages that stay open', () => {
  let server: Server;
  let changes: LiveChanges;
  let address: string;

  beforeEach(async () => {
    changes = new LiveChanges();
    server = createServer((request, response) => changes.connect(request, response));
    address = `http://127.0.0.1:${await listen(server, 0)}`;
  });

  afterEach(() => {
    changes.end();
    server.close();
    server.closeAllConnections();
  });

  const connect = async () => {
    const answer = await fetch(address);
    return { type: answer.headers.get('content-type'), chunks: answer.body!.getReader() };
  };
  const next = async ({ chunks }: Awaited<ReturnType<typeof connect>>) =>
    Buffer.from((await chunks.read()).value ?? []).toString();

  test('are told once of many changes', async () => {
    const page = await connect();
    expect(page.type).toBe('text/event-stream');
    expect(await next(page)).toBe('retry: 2000\n\n');

    for (let change = 0; change < 10; change += 1) changes.changed();

    expect(await next(page)).toBe('event: changed\ndata:\n\n');
  });

  test('are let go at the end', async () => {
    const page = await connect();
    await next(page);

    changes.end();

    expect(await page.chunks.read()).toEqual({ done: true, value: undefined });
  });
});
