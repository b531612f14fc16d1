import { REFERENCE_DOMAIN } from '../../../scripts/conformance/reference-domain';
import { madeUpLicenseFile } from '../../../scripts/soak/made-up-license-file';
import { licenseTypeNames } from '../../../src/core/contracts/domain';
import { LIMITS } from '../../../src/core/contracts/limits';
import { LicenseFile, LicenseFilePart } from '../../../src/core/licensure/csv/license-file';

const SETTINGS = {
  rows: 3_000,
  seed: 7,
  badShare: 0.05,
  duplicateShare: 0.05,
  licenseTypes: licenseTypeNames(REFERENCE_DOMAIN, 'aslp'),
};

async function textOf(settings: typeof SETTINGS): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of madeUpLicenseFile(settings).text) pieces.push(piece);
  return pieces.join('');
}

function read(text: string): LicenseFilePart {
  const origin = {
    domain: REFERENCE_DOMAIN,
    compact: 'aslp',
    jurisdiction: 'oh',
    eventTime: '2026-01-01T00:00:00+00:00',
  };
  const file = new LicenseFile({ ...origin, ssnCorrections: false });
  const part = file.read(new TextEncoder().encode(text));
  return { ...part, ...(file.end().failure !== undefined && { failure: 'not read to its end' }) };
}

test.each([{}, { filled: true }, { badShare: 0, duplicateShare: 0 }, { badShare: 1, rows: 50 }])(
  'the ledger says what becomes of each record, with %j',
  async (changes) => {
    const settings = { ...SETTINGS, ...changes };
    const { ledger } = madeUpLicenseFile(settings);

    const { accepted, refused, failure } = read(await textOf(settings));

    expect(failure).toBeUndefined();
    expect(accepted).toHaveLength(ledger.accepted);
    expect(new Set(accepted.map(({ ssn }) => ssn)).size).toBe(ledger.accepted);
    expect(refused.map(({ recordNumber, errors }) => [recordNumber, errors])).toEqual(
      [...ledger.refusals].map(([record, { field, message }]) => [record, { [field]: [message] }]),
    );
    expect(ledger).toMatchObject({ rows: settings.rows, bad: refused.length - ledger.duplicates });
  },
);

test('about as many records are bad and duplicate as asked for', () => {
  const { ledger } = madeUpLicenseFile({ ...SETTINGS, rows: 20_000 });

  for (const count of [ledger.bad, ledger.duplicates]) {
    expect(count).toBeGreaterThan(800);
    expect(count).toBeLessThan(1_200);
  }
});

test('the same settings give the same file, another seed another', async () => {
  expect(await textOf(SETTINGS)).toBe(await textOf(SETTINGS));
  expect(await textOf(SETTINGS)).not.toBe(await textOf({ ...SETTINGS, seed: 8 }));
});

test('200,000 records fit into one upload', async () => {
  const rows = 2_000;
  const bytes = Buffer.byteLength(await textOf({ ...SETTINGS, rows }));

  expect((bytes / rows) * 200_000).toBeLessThan(LIMITS.bulkUploadBytes.value);
});
