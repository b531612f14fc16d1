import { createServer } from 'node:http';
import { join } from 'node:path';
import { scanRun } from '../../../../local/observe/personal-data/scan-run';
import { describeFinding, PersonalDataScanner } from '../../../../local/observe/personal-data/scanner';
import { listen } from '../../../../local/tools/ports';
import { scratchFolder, writeFileIn } from '../../scratch-folder';

const LEAK = '900-11-2233';
const event = (EventId: string, DetailType: string, detail: unknown, Source = 'org.example') => ({
  EventId,
  Time: 1,
  Source,
  DetailType,
  Detail: JSON.stringify(detail),
});

describe('scanning a run', () => {
  const logs = join(scratchFolder(), 'logs');
  const events = [
    event('1', 'license.ingest', { givenName: 'X', ssn: LEAK }),
    event('2', 'license.ingest', {}, `org.example.${LEAK}`),
    event('3', 'license.validation-error', { recordNumber: 1 }),
    event('4', 'license.validation-error', { validData: { licenseNumber: LEAK } }),
  ];
  const server = createServer((_, response) => response.end(JSON.stringify({ total: events.length, events })));
  let address: string;

  beforeAll(async () => {
    writeFileIn(logs, 'LicenseIngest.log', `{"message":"fine"}\n{"message":"${LEAK}"}\nthe end`);
    writeFileIn(logs, 'Reader.log', 'fine');
    address = `http://127.0.0.1:${await listen(server, 0)}`;
  });

  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  const scan = async () => scanRun({ address, handlers: { address: '', logs } }, new PersonalDataScanner());

  test('finds it in any line and in any event, but for the event that carries the license', async () => {
    const { lines, events: scanned, findings } = await scan();

    expect({ lines, scanned }).toEqual({ lines: 4, scanned: 4 });
    expect(findings.map(describeFinding)).toEqual([
      'social security number in LicenseIngest.log line 2',
      'social security number in event 2 of type license.ingest',
      'social security number in event 4 of type license.validation-error',
    ]);
  });

  test('names a few of many findings', async () => {
    writeFileIn(logs, 'Reader.log', `${LEAK}\n`.repeat(100));

    expect((await scan()).findings).toHaveLength(20);
  });
});
