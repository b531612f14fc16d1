import fc from 'fast-check';
import { csvText } from './csv-text';
import { LicenseFile, LicenseFilePart, LicenseFileSettings } from '../../../../src/core/licensure/csv/license-file';
import { DOMAIN, NOW, OPTIONAL_VALUES, POSTED } from '../samples';

const SETTINGS: LicenseFileSettings = {
  domain: DOMAIN,
  compact: 'arbor',
  jurisdiction: 'oh',
  eventTime: NOW,
  ssnCorrections: true,
};
const PATH = { compact: 'arbor', jurisdiction: 'oh', eventTime: NOW };

function read(
  content: string | Uint8Array,
  changes: Partial<LicenseFileSettings> = {},
  pieceLength = 50,
): LicenseFilePart {
  const file = new LicenseFile({ ...SETTINGS, ...changes });
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const parts: LicenseFilePart[] = [];
  for (let start = 0; start < bytes.length; start += pieceLength) {
    parts.push(file.read(bytes.subarray(start, start + pieceLength)));
  }
  parts.push(file.end());
  const failure = parts.at(-1)?.failure;
  return {
    accepted: parts.flatMap((part) => part.accepted),
    refused: parts.flatMap((part) => part.refused),
    skipped: parts.flatMap((part) => part.skipped),
    ...(failure !== undefined && { failure }),
  };
}

const OTHER = { ...POSTED, ssn: '222-33-5555' };
const NOTHING: LicenseFilePart = { accepted: [], refused: [], skipped: [] };
const ACCEPTED_POSTED = { ...NOTHING, accepted: [{ ...POSTED, ...PATH }] };

/** What of a row may be repeated. */
const { licenseType, licenseStatus, compactEligibility, givenName, familyName, dateOfIssuance, dateOfExpiration } =
  POSTED;
const VALID_DATA = {
  licenseType,
  licenseStatus,
  compactEligibility,
  givenName,
  familyName,
  dateOfIssuance,
  dateOfExpiration,
};

describe('what users send', () => {
  test.each([
    ['CRLF', csvText([POSTED])],
    ['LF', csvText([POSTED]).replaceAll('\r', '')],
    ['CR', csvText([POSTED]).replaceAll('\n', '')],
    ['no end of the last line', csvText([POSTED]).trimEnd()],
    ['a byte order mark', `\ufeff${csvText([POSTED])}`],
    ['quotes around every cell', csvText([POSTED]).replace(/[^,\r\n]+/g, '"$&"')],
    ['blank lines before, between and after', `\r\n${csvText([POSTED]).replaceAll('\r\n', '\r\n\r\n')}`],
    ['another order of columns', csvText([POSTED], Object.keys(POSTED).reverse())],
    ['a blank column of the compact', csvText([{ ...POSTED, compact: '' }])],
    ['an unknown column that is blank', csvText([{ ...POSTED, foo: '' }])],
  ])('%s is read', (_what, content) => {
    expect(read(content)).toEqual(ACCEPTED_POSTED);
  });

  test.each([
    ['a file of 0 bytes', ''],
    ['a byte order mark alone', '\ufeff'],
    ['a header alone', csvText([POSTED]).split('\r\n')[0]],
    ['a header and blank lines', `${csvText([POSTED]).split('\r\n')[0]}\r\n\r\n\r\n`],
  ])('%s holds nothing and is no error', (_what, content) => {
    expect(read(content)).toEqual(NOTHING);
  });

  test('every field of a license is taken, trimmed, and blank ones are left out', () => {
    const padded = Object.fromEntries(
      Object.entries({ ...OTHER, ...OPTIONAL_VALUES }).map(([k, value]) => [k, ` ${value}\t`]),
    );

    expect(read(csvText([padded, POSTED], Object.keys(padded))).accepted).toEqual([
      { ...OTHER, ...OPTIONAL_VALUES, ...PATH },
      { ...POSTED, ...PATH },
    ]);
  });

  test('of columns with the same name the last one counts', () => {
    const columns = [...Object.keys(POSTED), 'givenName'];
    const line = [...Object.values(POSTED), 'Second'].join(',');

    expect(read(`${columns.join(',')}\n${line}\n`).accepted).toEqual([{ ...POSTED, givenName: 'Second', ...PATH }]);
  });
});

describe('files that end in an error', () => {
  const good = csvText([POSTED, OTHER]);
  const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
  const processed = 'The records before it were processed, none from it on.';

  test.each([
    [
      'Latin-1',
      latin1(csvText([POSTED, { ...OTHER, familyName: 'Désir' }])),
      1,
      /^Record 2 \(line 3\) can't be read: byte \d+ of the file is not UTF-8; save the file as "CSV UTF-8"\. The/,
    ],
    [
      'UTF-16',
      Uint8Array.from(Buffer.from(`\ufeff${good}`, 'utf16le')),
      0,
      /^The header \(line 1\) can't be read: byte 1 of/,
    ],
    [
      'a character cut off at the end',
      latin1(`${good}\xe6\xaf`),
      2,
      /^Record 3 \(line 4\) can't be read: byte \d+ of the file/,
    ],
    [
      'text after a closing quote',
      `${good}"x"y,1\r\n`,
      2,
      /^Record 3 \(line 4\) can't be read: text follows a closing quote; /,
    ],
    [
      'a quote that is never closed',
      `${good}"x,1\r\n`,
      2,
      /^Record 3 \(line 4\) can't be read: the file ends inside a quoted/,
    ],
    [
      '30 MB without a line break',
      'x'.repeat(30_000_000),
      0,
      /^The header \(line 1\) can't be read: a cell has more than 131072/,
    ],
    [
      '30 MB of commas',
      `${good}${','.repeat(30_000_000)}`,
      2,
      /^Record 3 \(line 4\) can't be read: it has more than 1048576/,
    ],
    [
      'values instead of names',
      good.split('\r\n').slice(1).join('\r\n'),
      0,
      /^The header \(line 1\) can't be read: it holds values;/,
    ],
    ['very long names', `${'n'.repeat(4_001)}\r\n`, 0, /its names have 4001 characters together; 4000 are allowed\./],
  ])('%s: what stands before is taken, and the error says where and why', (_what, content, accepted, failure) => {
    const result = read(content, {}, 65_536);

    expect(result.failure).toMatch(failure);
    expect(result.accepted).toEqual([POSTED, OTHER].slice(0, accepted).map((license) => ({ ...license, ...PATH })));
    expect(result.refused).toEqual([]);
    if (accepted > 0) expect(result.failure).toContain(processed);
  });

  test('nothing of a record is repeated', () => {
    const { failure } = read(`${good}"222-33-6666"x,1979-11-30,a@example.org\r\n`);

    expect(failure).not.toMatch(/222|1979|@/);
  });
});

describe('rows with errors', () => {
  const refusal = (recordNumber: number, errors: unknown, validData: object = VALID_DATA) => ({
    recordNumber,
    errors,
    validData,
  });

  test.each([
    ['a wrong cell', { ssn: '1' }, { ssn: ['String does not match expected pattern.'] }, {}],
    [
      'a cell of blanks',
      { middleName: '  ' },
      { middleName: ['Length must be between 1 and 100.'] },
      { middleName: '  ' },
    ],
    ['a filled unknown column', { foo: '1' }, { foo: ['Unknown field.'] }, {}],
    ['a filled column without a name', { '': '1' }, { '': ['Unknown field.'] }, {}],
    [
      'a filled column of the compact',
      { compact: 'arbor' },
      ['License contains unsupported fields'],
      { compact: 'arbor' },
    ],
    ['a filled column of another jurisdiction', { jurisdiction: 'zz' }, ['License contains unsupported fields'], {}],
    [
      'an unknown type, repeated as written',
      { licenseType: ' falconer' },
      { licenseType: ['Must be one of: tree surgeon, orchard keeper.'] },
      { licenseType: ' falconer' },
    ],
    [
      'a status that does not pass its own check as it is written',
      { licenseStatus: ' active', npi: '1' },
      { npi: ['String does not match expected pattern.'] },
      { licenseStatus: undefined },
    ],
    [
      'a date that is none, repeated as written',
      { dateOfRenewal: 'soon' },
      { dateOfRenewal: ['Not a valid date.'] },
      { dateOfRenewal: 'soon' },
    ],
  ])('%s', (_what, changes, errors, validData) => {
    const content = csvText([{ ...POSTED, ...changes }, OTHER], [...Object.keys({ ...POSTED, ...changes })]);

    expect(read(content).refused).toEqual([
      refusal(1, errors, JSON.parse(JSON.stringify({ ...VALID_DATA, ...validData }))),
    ]);
  });

  test('surplus cells are an unknown field, missing ones are null', () => {
    const line = Object.values(POSTED).join(',');
    const columns = Object.keys(POSTED).join(',');

    expect(read(`${columns}\n${line},1,2\n`).refused).toEqual([refusal(1, { invalid: ['Unknown field.'] })]);
    expect(read(`${columns},npi,foo\n${line}\n`).refused).toEqual([
      refusal(1, { npi: ['Field may not be null.'], foo: ['Unknown field.'] }),
    ]);
  });

  test('blank lines are not counted', () => {
    const [header, first, second] = csvText([POSTED, { ...OTHER, npi: '1' }], [...Object.keys(POSTED), 'npi']).split(
      '\r\n',
    );

    expect(read([header, first, '', '', second].join('\n')).refused).toMatchObject([{ recordNumber: 2 }]);
  });

  test('later valid rows with the same number and type name the first one; another type and an invalid first are fine', () => {
    const rows = [
      { ...POSTED, licenseStatus: 'x' },
      POSTED,
      { ...POSTED, givenName: 'B' },
      { ...POSTED, licenseType: 'orchard keeper' },
      { ...POSTED, givenName: 'C' },
    ];
    const message =
      'Duplicate License SSN detected for license type tree surgeon. SSN matches with record 2. ' +
      'Every record must have a unique SSN per license type within the same file.';

    const { accepted, refused } = read(csvText(rows));
    expect(accepted).toEqual([rows[1], rows[3]].map((license) => ({ ...license, ...PATH })));
    expect(refused.slice(1)).toEqual([
      refusal(3, { _schema: [message] }, { ...VALID_DATA, givenName: 'B' }),
      refusal(5, { _schema: [message] }, { ...VALID_DATA, givenName: 'C' }),
    ]);
  });

  test('an origin outside the deployment is an error of every row', () => {
    expect(read(csvText([POSTED, OTHER]), { jurisdiction: 'zz' }).refused).toEqual(
      [1, 2].map((record) => refusal(record, { jurisdiction: ['Must be one of: oh, ky, ne, wy.'] })),
    );
  });

  test('a report never repeats what identifies or reaches a person, in whatever column it stands', () => {
    const secrets = [
      '222-33-4444',
      '1979-11-30',
      '12 Birch Lane',
      'Rear house',
      'l@example.org',
      '+17405550123',
      '45701',
    ];
    const row = { ...POSTED, ...OPTIONAL_VALUES, emailAddress: 'l@example.org', licenseStatus: 'x' };
    const shifted = { ...row, licenseNumber: '222-33-4444', suffix: 'l@example.org', middleName: 'x +17405550123' };

    const report = JSON.stringify(read(csvText([row, shifted])).refused);
    for (const secret of secrets) expect(report).not.toContain(secret);
    expect(report).toContain('TS-0042');
  });
});

describe('corrections of social security numbers', () => {
  const corrected = { ...POSTED, previousSSN: '222-33-0000' };
  const content = csvText([corrected, { ...corrected, givenName: 'B' }, OTHER], Object.keys(corrected));

  test('are taken while they are on', () => {
    expect(read(content).accepted).toEqual([corrected, OTHER].map((license) => ({ ...license, ...PATH })));
  });

  test('are skipped while they are off, but count for duplicates; wrong ones are reported as ever', () => {
    const off = read(content, { ssnCorrections: false });

    expect(off).toMatchObject({
      accepted: [OTHER],
      skipped: [1],
      refused: [{ recordNumber: 2, errors: { _schema: {} } }],
    });
    expect(read(csvText([{ ...corrected, previousSSN: 'x' }]), { ssnCorrections: false })).toMatchObject({
      skipped: [],
      refused: [{ errors: { previousSSN: ['String does not match expected pattern.'] } }],
    });
  });
});

test('wherever a file is cut into pieces, the same becomes of it', () => {
  const rows = [POSTED, { ...OTHER, givenName: 'Ætheldreda 😀' }, { ...POSTED, npi: 'é' }, POSTED];
  const content = fc.constantFrom(
    ...['', '"x', '"x"y', '\xe9'].map((end) => `${csvText(rows, Object.keys({ ...POSTED, npi: '' }))}${end}`),
  );

  fc.assert(
    fc.property(content, fc.integer({ min: 1, max: 400 }), (text, pieceLength) => {
      expect(read(text, {}, pieceLength)).toEqual(read(text, {}, 10_000));
    }),
    { numRuns: 100 },
  );
});
