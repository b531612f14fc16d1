import { preprocessLicenses } from '../../../lambda/app/preprocess-license';
import type { DomainEvent } from '../../../src/core/contracts/events';
import type { Item } from '../../../src/core/licensure/item';
import { Detail, queueMessage } from '../../core/licensure/samples';

const FIRST = '222-33-0001';
const SECOND = '222-33-0002';

interface Service {
  readonly holderOf?: (record: Item) => Promise<string>;
  /** Positions of events that the bus refuses. */
  readonly refused?: readonly number[];
}

/** Preprocesses licenses; new provider ids are `new-1`, `new-2` and so on. */
function setup({ holderOf, refused = [] }: Service = {}) {
  const events: DomainEvent[] = [];
  const stored: Item[] = [];
  const batches: number[] = [];
  let ids = 0;
  const ports = {
    ssnStore: {
      assignProviderId: async (record: Item) => {
        stored.push(record);
        return holderOf ? holderOf(record) : String(record.providerId);
      },
    },
    publisher: {
      publish: async (published: readonly DomainEvent[]) => {
        batches.push(published.length);
        const isFailure = published.some(({ detailType }) => detailType === 'license.ingest-failure');
        const unwanted = isFailure ? [] : refused;
        events.push(...published.filter((_, index) => !unwanted.includes(index)));
        return unwanted.map((index) => ({ index, reason: 'ThrottlingException' }));
      },
    },
    newProviderId: () => `new-${(ids += 1)}`,
  };
  const preprocess = async (messages: readonly Detail[], receives = 1, timeIsShort = () => false) => {
    const deliveries = messages.map((body) => ({ body, receives }));
    const failed = await preprocessLicenses(ports, deliveries, timeIsShort);
    return failed.map(({ index, error }) => [index, error.message]);
  };
  return { events, stored, batches, preprocess };
}

function license(ssn: string, changes: Detail = {}): Detail {
  return { ...queueMessage({ ssn, ...changes }) };
}

const down = () => Promise.reject(Object.assign(new Error('about 222-33-0001'), { name: 'InternalServerError' }));

test('the event carries the provider id and the last four digits, never the number itself', async () => {
  const { events, stored, preprocess } = setup();

  expect(await preprocess([license(FIRST)])).toEqual([]);

  expect(stored).toEqual([expect.objectContaining({ pk: `arbor#SSN#${FIRST}`, providerId: 'new-1' })]);
  expect(events.map((event) => event.detailType)).toEqual(['license.ingest']);
  expect(events[0].detail).toMatchObject({ providerId: 'new-1', ssnLastFour: '0001', familyName: 'Ek' });
  expect(JSON.stringify(events)).not.toContain(FIRST);
});

test('a known number keeps its provider id', async () => {
  const { events, preprocess } = setup({ holderOf: async () => 'known' });

  await preprocess([license(FIRST)]);

  expect(events[0].detail.providerId).toBe('known');
});

test('a batch asks once per number and publishes together', async () => {
  const { events, stored, batches, preprocess } = setup();

  await preprocess([license(FIRST), license(SECOND), license(FIRST, { licenseType: 'orchard keeper' })]);

  expect(stored.map(({ ssn }) => ssn)).toEqual([FIRST, SECOND]);
  expect(events.map(({ detail }) => detail.ssnLastFour)).toEqual(['0001', '0002', '0001']);
  expect(events[2].detail.providerId).toBe(events[0].detail.providerId);
  expect(batches[0]).toBe(3);
});

test('one number in two compacts stands for two providers', async () => {
  const { events, preprocess } = setup();

  await preprocess([license(FIRST), license(FIRST, { compact: 'avian', licenseType: 'falconer' })]);

  expect(events[1].detail.providerId).not.toBe(events[0].detail.providerId);
});

test('a former number is resolved after the present one, and stands in the detail where it is of another provider', async () => {
  const { events, stored, preprocess } = setup();

  await preprocess([license(FIRST, { previousSSN: SECOND }), license(FIRST, { previousSSN: FIRST })]);

  expect(stored.map(({ ssn }) => ssn)).toEqual([FIRST, SECOND]);
  expect(events[0].detail).toMatchObject({ previousProviderId: stored[1].providerId });
  expect(events[1].detail).not.toHaveProperty('previousProviderId');
  expect(JSON.stringify(events)).not.toContain(SECOND);
});

test('only the message that failed is delivered again', async () => {
  const holderOf = ({ ssn, providerId }: Item) => (ssn === FIRST ? down() : Promise.resolve(String(providerId)));
  const { events, preprocess } = setup({ holderOf });

  expect(await preprocess([license(FIRST), license(SECOND)])).toEqual([[0, 'about 222-33-0001']]);

  expect(events.map(({ detail }) => detail.ssnLastFour)).toEqual(['0002']);
});

test('an event that the bus refuses fails its message', async () => {
  const { preprocess } = setup({ refused: [1] });

  expect(await preprocess([license(FIRST), license(SECOND)])).toEqual([
    [1, 'the event was refused: ThrottlingException'],
  ]);
});

test('a failure is reported once, with the last delivery, without personal data', async () => {
  const { events, preprocess } = setup({ holderOf: down });

  for (const receives of [1, 2, 3]) await preprocess([license(FIRST)], receives);

  expect(events).toEqual([
    {
      detailType: 'license.ingest-failure',
      source: 'org.compactconnect.provider-data',
      detail: {
        compact: 'arbor',
        jurisdiction: 'oh',
        eventTime: license(FIRST).eventTime,
        errors: ['Error preprocessing license data: InternalServerError'],
      },
    },
  ]);
});

test('a queue that does not count deliveries gets a report each time', async () => {
  const { events, preprocess } = setup({ refused: [0] });

  await preprocess([license(FIRST)], NaN);
  await preprocess([license(FIRST)], NaN);

  expect(events.map(({ detail }) => detail.errors)).toEqual(
    Array(2).fill(['Error preprocessing license data: the event was refused: ThrottlingException']),
  );
});

test.each(['ssn', 'compact', 'jurisdiction', 'eventTime'])(
  'a message without %s fails before anything is stored',
  async (field) => {
    const { events, stored, preprocess } = setup();

    expect(await preprocess([license(FIRST, { [field]: undefined })], 3)).toEqual([
      [0, expect.stringContaining(field)],
    ]);

    expect({ events, stored }).toEqual({ events: [], stored: [] });
  },
);

test('what is not begun when time runs out is left to another call', async () => {
  const { stored, preprocess } = setup();

  expect(await preprocess([license(FIRST)], 1, () => true)).toEqual([
    [0, 'the time of this call was over before the message was begun'],
  ]);

  expect(stored).toEqual([]);
});
