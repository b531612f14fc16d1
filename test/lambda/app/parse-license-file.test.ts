import { parseLicenseFile, ParseLicenseFilePorts } from '../../../lambda/app/parse-license-file';
import type { RefusedEntry } from '../../../lambda/app/ports';
import type { DomainEvent } from '../../../src/core/contracts/events';
import { csvText } from '../../core/licensure/csv/csv-text';
import { DOMAIN, NOW, POSTED } from '../../core/licensure/samples';

const KEY = 'arbor/oh/847ac206e07c5007aa340a814e35835a';
const SOURCE = `org.compactconnect.bulk-ingest.${KEY}`;
const ARRIVED = '2025-06-15T09:00:00+00:00';
const PATH = { compact: 'arbor', jurisdiction: 'oh' };

const message = (changes: object = {}) => ({
  source: 'aws.s3',
  'detail-type': 'Object Created',
  time: '2025-06-15T09:00:00Z',
  detail: { bucket: { name: 'uploads' }, object: { key: KEY, size: 1 }, ...changes },
});

interface World {
  readonly ports: ParseLicenseFilePorts;
  /** What happened, in order: calls with what they carried. */
  readonly sent: unknown[][];
  readonly published: DomainEvent[][];
  readonly removed: string[];
}

interface Behaviour {
  readonly content?: AsyncIterable<Uint8Array>;
  readonly refuseMessages?: (call: number) => RefusedEntry[];
  readonly refuseEvents?: (call: number) => RefusedEntry[];
}

async function* pieces(text: string, length = 1_000): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let start = 0; start < bytes.length; start += length) yield bytes.subarray(start, start + length);
}

function world({ content, refuseMessages = () => [], refuseEvents = () => [] }: Behaviour): World {
  const sent: unknown[][] = [];
  const published: DomainEvent[][] = [];
  const removed: string[] = [];
  const ports: ParseLicenseFilePorts = {
    domain: DOMAIN,
    bucket: 'uploads',
    files: { open: async () => content, remove: async (key) => void removed.push(key) },
    queue: { send: async (messages) => refuseMessages(sent.push([...messages])) },
    publisher: { publish: async (events) => refuseEvents(published.push([...events])) },
    clock: () => NOW,
    ssnCorrections: false,
  };
  return { ports, sent, published, removed };
}

/** Valid rows with different numbers, and every n-th row wrong. */
function rows(count: number, wrongEvery = Infinity) {
  return Array.from({ length: count }, (_, index) => ({
    ...POSTED,
    ssn: `222-33-${String(index).padStart(4, '0')}`,
    licenseStatus: (index + 1) % wrongEvery === 0 ? 'x' : 'active',
  }));
}

const summary = (changes: object) => ({
  objectKey: KEY,
  found: true,
  accepted: 0,
  refused: 0,
  skipped: 0,
  failure: undefined,
  ...changes,
});

test('valid rows are queued in tens, wrong ones reported in tens, and the file goes', async () => {
  const { ports, sent, published, removed } = world({ content: pieces(csvText(rows(60, 5))) });

  expect(await parseLicenseFile(ports, message())).toEqual(summary({ accepted: 48, refused: 12 }));
  expect(sent.map((call) => call.length)).toEqual([10, 10, 10, 10, 8]);
  expect(sent[0][0]).toEqual({ ...POSTED, ...PATH, ssn: '222-33-0000', eventTime: ARRIVED });
  expect(published.map((call) => call.length)).toEqual([10, 2]);
  expect(published[0][0]).toEqual({
    source: SOURCE,
    detailType: 'license.validation-error',
    detail: {
      ...PATH,
      eventTime: NOW,
      recordNumber: 5,
      validData: expect.objectContaining({ givenName: 'Linnea' }),
      errors: { licenseStatus: ['Must be one of: active, inactive.'] },
    },
  });
  expect(removed).toEqual([KEY]);
});

test('a file with an error is taken up to it, then reported once with the time of its arrival', async () => {
  const { ports, sent, published, removed } = world({ content: pieces(`${csvText(rows(13, 5))}"x"y\n`) });

  const result = await parseLicenseFile(ports, message());
  expect(result).toMatchObject({ accepted: 11, refused: 2, failure: expect.stringMatching(/^Record 14 \(line 15\)/) });
  expect(sent.flat()).toHaveLength(11);
  expect(published.map((call) => call.map(({ detailType }) => detailType))).toEqual([
    ['license.validation-error', 'license.validation-error'],
    ['license.ingest-failure'],
  ]);
  expect(published[1][0]).toMatchObject({
    source: SOURCE,
    detail: { ...PATH, eventTime: ARRIVED, errors: [result.failure] },
  });
  expect(removed).toEqual([KEY]);
});

test('a file after whose error more follows is not read further', async () => {
  let read = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) {
      read += 1;
      yield new TextEncoder().encode(`${csvText([POSTED])}"x"y\n`);
    }
  }

  const { ports } = world({ content: endless() });

  expect(await parseLicenseFile(ports, message())).toMatchObject({ accepted: 1 });
  expect(read).toBe(1);
});

test('corrections that are off are counted', async () => {
  const { ports } = world({ content: pieces(csvText([{ ...POSTED, previousSSN: '222-33-0000' }])) });

  expect(await parseLicenseFile(ports, message())).toEqual(summary({ skipped: 1 }));
});

test('a file that is gone was read before', async () => {
  const { ports, removed } = world({});

  expect(await parseLicenseFile(ports, message())).toEqual({
    objectKey: KEY,
    found: false,
    accepted: 0,
    refused: 0,
    skipped: 0,
  });
  expect(removed).toEqual([]);
});

const throttled = (call: number): RefusedEntry[] => (call === 2 ? [{ index: 3, reason: 'Throttled' }] : []);

test.each([
  ['rows', { refuseMessages: throttled }, `1 rows of ${KEY} were refused: Throttled`],
  ['reports', { refuseEvents: throttled }, `1 reports about rows of ${KEY} were refused: Throttled`],
])('where single %s are refused, all others are sent and the file stays', async (_what, behaviour, error) => {
  const { ports, sent, published, removed } = world({ content: pieces(csvText(rows(60, 2))), ...behaviour });

  await expect(parseLicenseFile(ports, message())).rejects.toThrow(error);
  expect([sent.flat().length, published.flat().length, removed]).toEqual([30, 30, []]);
});

test('a refused report about the file itself lets the file stay', async () => {
  const { ports, removed } = world({ content: pieces('x"'), refuseEvents: () => [{ index: 0, reason: 'Throttled' }] });
  const broken = world({ content: pieces('"x'), refuseEvents: () => [{ index: 0, reason: 'Throttled' }] });

  await expect(parseLicenseFile(ports, message())).resolves.toMatchObject({ failure: undefined });
  await expect(parseLicenseFile(broken.ports, message())).rejects.toThrow(
    `1 reports about ${KEY} were refused: Throttled`,
  );
  expect([removed, broken.removed]).toEqual([[KEY], []]);
});

test('a reader that breaks off ends the delivery, the file stays, and no call is left under way', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield* pieces(csvText(rows(30)));
    throw new Error('connection reset');
  }
  const { ports, removed } = world({ content: broken() });
  let underWay = 0;
  const queue = {
    send: async () => {
      underWay += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      underWay -= 1;
      return [];
    },
  };

  await expect(parseLicenseFile({ ...ports, queue }, message())).rejects.toThrow('connection reset');
  expect([underWay, removed]).toEqual([0, []]);
});

test.each([
  [
    'the test message of S3',
    { Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'uploads' },
    /can't be read: time: Missing/,
  ],
  ['no object', null, /^a message about an upload can't be read: /],
  ['an event of something else', { time: '2025-06-15T09:00:00Z', detail: {} }, /detail\.bucket: Missing data/],
  [
    'an object of another bucket',
    message({ bucket: { name: 'other' } }),
    /lies in bucket other; uploads lie in uploads$/,
  ],
  [
    'a key without a slash',
    message({ object: { key: 'nothing' } }),
    /^object nothing is no upload: keys are \{compact\}/,
  ],
])('%s is refused and nothing is touched', async (_what, body, error) => {
  const { ports, sent, published, removed } = world({ content: pieces(csvText([POSTED])) });

  await expect(parseLicenseFile(ports, body)).rejects.toThrow(error);
  expect([sent, published, removed]).toEqual([[], [], []]);
});
