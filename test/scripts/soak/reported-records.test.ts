import { createServer } from 'node:http';
import { listen } from '../../../local/tools/ports';
import { checkReportedRecords, reportsOfFile } from '../../../scripts/soak/reported-records';

const ledger = {
  rows: 3,
  accepted: 1,
  bad: 2,
  duplicates: 0,
  refusals: new Map([
    [2, { field: 'ssn', message: 'wrong' }],
    [3, { field: 'npi', message: 'short' }],
  ]),
};

const event = (DetailType: string, detail: unknown, Source = 'org.example.bulk-ingest.a/b') => ({
  EventId: 'e',
  Time: 1,
  Source,
  DetailType,
  Detail: JSON.stringify(detail),
});
const report = (recordNumber: number, errors: unknown) => event('license.validation-error', { recordNumber, errors });
const RIGHT = [event('license.ingest', {}), report(2, { ssn: ['wrong'] }), report(3, { npi: ['short'] })];

describe('counting what was reported', () => {
  let log: readonly unknown[];
  let address: string;
  const server = createServer((_, response) => response.end(JSON.stringify({ total: log.length, events: log })));

  beforeAll(async () => {
    address = `http://127.0.0.1:${await listen(server, 0)}`;
  });

  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  const check = async (events: readonly unknown[], wasReadAgain = false) => {
    log = events;
    return checkReportedRecords(address, ledger, wasReadAgain);
  };

  test('finds nothing wrong with what is right', async () => {
    expect(await check(RIGHT)).toEqual({
      events: new Map([
        ['license.ingest', 1],
        ['license.validation-error', 2],
      ]),
      repeated: 0,
      differences: [],
    });
  });

  test.each([
    ['a missing report', RIGHT.slice(0, 2), 'record 3 is not reported'],
    ['a report of a good record', [...RIGHT, report(1, {})], 'record 1 is reported with {}, not with nothing'],
    [
      'another error',
      [...RIGHT.slice(0, 2), report(3, { npi: ['long'] })],
      'record 3 is reported with {"npi":["long"]}, not with {"npi":["short"]}',
    ],
    ['a report twice', [...RIGHT, RIGHT[1]], '1 records are reported more than once'],
  ])('finds %s', async (_, events, difference) => {
    expect((await check(events)).differences).toEqual([difference]);
  });

  test('expects reports again where the file was read again', async () => {
    expect(await check([...RIGHT, RIGHT[1]], true)).toMatchObject({ repeated: 1, differences: [] });
  });

  test('what a state learns of a file is what names its object', async () => {
    log = [
      ...RIGHT,
      event('license.ingest-failure', { errors: ['no UTF-8'] }),
      event('license.ingest-failure', { errors: ['other'] }, 'org.example.bulk-ingest.a/c'),
    ];

    expect(await reportsOfFile(address, 'a/b')).toEqual([
      'record 2: {"ssn":["wrong"]}',
      'record 3: {"npi":["short"]}',
      'the file failed: ["no UTF-8"]',
    ]);
  });
});
