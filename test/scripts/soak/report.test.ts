import { CallCounts } from '../../../scripts/soak/call-counts';
import { describeResult } from '../../../scripts/soak/report';
import type { SoakResult } from '../../../scripts/soak/soak';

const file = { rows: 200, seed: 4, badShare: 0, duplicateShare: 0, licenseTypes: [] };
const result: SoakResult = {
  bytes: 1_500_000,
  accepted: 100,
  seconds: 8,
  kills: [{ label: 'LicenseIngest', stored: 12 }],
  repeatedReports: 2,
  calls: new CallCounts(new Map([['dynamodb PutItem', 250]])),
  scannedLines: 30,
  scannedEvents: 40,
  failures: [],
};

describe('the report of a soak', () => {
  test('has the figures, per record and per accepted license', () => {
    expect(describeResult(result, file)).toEqual([
      '200 records (seed 4, 1.5 MB), 100 of them accepted',
      '25 records per second from the upload to the last stored item (8.0 s)',
      'killed: LicenseIngest at 12 items',
      'reports that a second reading of the file repeated: 2',
      'calls per accepted license: 2.500',
      '  dynamodb PutItem                 2.500',
      'scanned for personal data: 30 log lines, 40 events',
      'all is as it must be',
    ]);
  });

  test('ends with what is wrong', () => {
    expect(describeResult({ ...result, failures: ['record 7 has no stored license'] }, file).slice(-2)).toEqual([
      'FAILED: record 7 has no stored license',
      '1 findings',
    ]);
  });
});
