import { createServer, Server } from 'node:http';
import { allEvents } from '../../../local/observe/event-log';
import { EventTap } from '../../../local/observe/event-tap';
import { listen } from '../../../local/tools/ports';

const LIMIT = 1000;

/** Answers as the emulator's page does: the events after a number, or the last ones. */
function pageOf(log: readonly unknown[], url: string) {
  const after = Number(new URL(url, 'http://emulator').searchParams.get('after') ?? Math.max(0, log.length - LIMIT));
  return { total: log.length, events: log.slice(after, after + LIMIT) };
}

const event = (number: number) => ({
  EventId: `event-${number}`,
  Time: number,
  Source: 'org.example',
  DetailType: 'type',
  Detail: `{"number":${number}}`,
});

describe('recent events', () => {
  const log: unknown[] = [];
  let server: Server;
  let endpoint: string;
  let isBroken = false;

  beforeAll(async () => {
    server = createServer((request, response) => {
      response.writeHead(isBroken ? 500 : 200).end(JSON.stringify(pageOf(log, request.url!)));
    });
    endpoint = `http://127.0.0.1:${await listen(server, 0)}`;
  });

  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  const told = async (tap: EventTap, more: readonly unknown[]) => {
    log.push(...more);
    await new Promise<void>((resolve, reject) => {
      tap.stop();
      tap.start(resolve, reject);
    });
  };

  test('are those of the emulator, latest first, each once', async () => {
    const tap = new EventTap(endpoint);

    await told(tap, [event(1), event(2)]);
    await told(tap, [event(3)]);
    tap.stop();

    expect(tap.events().map(({ id }) => id)).toEqual(['event-3', 'event-2', 'event-1']);
    expect(tap.events()[2]).toEqual({
      id: 'event-1',
      time: '1970-01-01T00:00:01.000Z',
      source: 'org.example',
      type: 'type',
      detail: { number: 1 },
    });
  });

  test('of a burst are the last 500, and all of them can be read', async () => {
    const tap = new EventTap(endpoint);

    await told(
      tap,
      Array.from({ length: 2500 }, (_, index) => event(4 + index)),
    );
    tap.stop();
    const ids: string[] = [];
    for await (const { id } of allEvents(endpoint)) ids.push(id);

    expect([tap.events().length, tap.events()[0].id]).toEqual([500, 'event-2503']);
    expect(ids).toEqual(Array.from({ length: 2503 }, (_, index) => `event-${index + 1}`));
  });

  test('that can no longer be read are a problem to report', async () => {
    isBroken = true;

    await expect(told(new EventTap(endpoint), [event(0)])).rejects.toThrow(/^the emulator answered 500 for /);
  });
});
