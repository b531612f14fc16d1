import { OutboxEvent } from '../../../lambda/app/ports';
import { relayEvents, sweepOutbox } from '../../../lambda/app/relay-events';
import { DomainEvent, EVENT_SOURCES } from '../../../src/core/contracts/events';

const NOW = '2026-11-21T10:30:00+00:00';
const timeIsLong = () => false;

function eventOf(name: string, writtenAt = '2026-11-21T10:20:00+00:00'): OutboxEvent {
  const event: DomainEvent = {
    detailType: 'license.deactivation',
    source: EVENT_SOURCES.providerData,
    detail: { name },
  };
  return { pk: 'aslp#OUTBOX#1', sk: name, writtenAt, event };
}

interface Service {
  readonly pending?: readonly OutboxEvent[];
  readonly refused?: string;
  readonly unremovable?: string;
  readonly unfinished?: readonly string[];
}

function setup({ pending = [], refused, unremovable, unfinished = [] }: Service = {}) {
  const did: string[] = [];
  const ports = {
    publisher: {
      publish: async (events: readonly DomainEvent[]) =>
        events.flatMap(({ detail }, index) => {
          if (detail.name === refused) return [{ index, reason: 'ThrottlingException' }];
          did.push(`publish ${detail.name}`);
          return [];
        }),
    },
    outbox: {
      pending: async () => pending,
      remove: async ({ sk }: OutboxEvent) => {
        if (sk === unremovable) throw new Error('the table is down');
        did.push(`remove ${sk}`);
      },
    },
    interrupted: {
      finish: async (begunBefore: string) => {
        did.push(`finish what began before ${begunBefore}`);
        return unfinished;
      },
    },
    clock: () => NOW,
  };
  return { did, ports };
}

test('events are published in their order and removed', async () => {
  const { did, ports } = setup();

  expect(await relayEvents(ports, [eventOf('a'), eventOf('b')])).toEqual([]);

  expect(did).toEqual(['publish a', 'publish b', 'remove a', 'remove b']);
});

test('what is refused stays and is reported in its place', async () => {
  const { did, ports } = setup({ refused: 'a' });

  expect(await relayEvents(ports, [eventOf('a'), eventOf('b')])).toMatchObject([
    { index: 0, error: { message: 'the event was refused: ThrottlingException' } },
  ]);

  expect(did).toEqual(['publish b', 'remove b']);
});

test('what can not be removed is reported, so that it is published again rather than forgotten', async () => {
  const { ports } = setup({ unremovable: 'b' });

  expect(await relayEvents(ports, [eventOf('a'), eventOf('b')])).toMatchObject([
    { index: 1, error: { message: 'the table is down' } },
  ]);
});

describe('a sweep', () => {
  test('publishes what is older than a minute, then finishes changes', async () => {
    const pending = [eventOf('old', '2026-11-21T10:28:59+00:00'), eventOf('young', '2026-11-21T10:29:00+00:00')];
    const { did, ports } = setup({ pending });

    expect(await sweepOutbox(ports, timeIsLong)).toEqual({
      found: 1,
      failed: 0,
      postponed: 0,
      overdue: [],
      unfinished: [],
      isAlarming: false,
    });

    expect(did).toEqual(['publish old', 'remove old', 'finish what began before 2026-11-21T10:29:00+00:00']);
  });

  test('removes the ten events that it has published before it publishes the next ones', async () => {
    const names = Array.from({ length: 12 }, (_, row) => `event ${row}`);
    const { did, ports } = setup({ pending: names.map((name) => eventOf(name)) });

    await sweepOutbox(ports, timeIsLong);

    const [ten, two] = [names.slice(0, 10), names.slice(10)];
    expect(did.slice(0, -1)).toEqual(
      [ten, two].flatMap((slice) => [
        ...slice.map((name) => `publish ${name}`),
        ...slice.map((name) => `remove ${name}`),
      ]),
    );
  });

  test('leaves changes to the next one where publishing took its time', async () => {
    const { did, ports } = setup({ pending: [eventOf('old')] });

    await sweepOutbox(ports, () => did.length > 0);

    expect(did).toEqual(['publish old', 'remove old']);
  });

  test.each([
    [0, 25],
    [1, 15],
    [2, 5],
    [3, 0],
  ])('that has time for %d times ten of 25 events leaves %d of them to the next one', async (times, postponed) => {
    const { did, ports } = setup({ pending: Array.from({ length: 25 }, (_, row) => eventOf(`event ${row}`)) });
    let asked = 0;
    const timeIsShort = () => (asked += 1) > times;

    expect(await sweepOutbox(ports, timeIsShort)).toMatchObject({ found: 25, failed: 0, postponed });

    for (const what of ['publish', 'remove']) {
      expect(did.filter((step) => step.startsWith(what))).toHaveLength(25 - postponed);
    }
  });

  test.each([
    ['2026-11-21T10:14:59+00:00', ['aslp#OUTBOX#1 late license.deactivation']],
    ['2026-11-21T10:15:00+00:00', []],
  ])('names what waited longer than a quarter of an hour: written at %s', async (writtenAt, overdue) => {
    const { ports } = setup({ pending: [eventOf('late', writtenAt)] });

    expect(await sweepOutbox(ports, timeIsLong)).toMatchObject({ overdue, isAlarming: overdue.length > 0 });
  });

  test.each<[string, Service, object]>([
    ['publish', { pending: [eventOf('a')], refused: 'a' }, { found: 1, failed: 1 }],
    ['finish', { unfinished: ['a change'] }, { found: 0, unfinished: ['a change'] }],
  ])('says what it could not %s', async (_, service, said) => {
    expect(await sweepOutbox(setup(service).ports, timeIsLong)).toMatchObject({ ...said, isAlarming: true });
  });
});
