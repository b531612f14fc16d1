import fc from 'fast-check';
import { csvText } from './csv-text';
import { LIMITS } from '../../../../src/core/contracts/limits';
import { validationErrorEvent } from '../../../../src/core/licensure/csv/file-events';
import { LicenseFile, LicenseFilePart, LicenseFileSettings } from '../../../../src/core/licensure/csv/license-file';
import { DOMAIN, NOW, OPTIONAL_VALUES, OTHER_PROVIDER_ID, POSTED } from '../samples';

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
    ['blank lines between and after', csvText([POSTED]).replaceAll('\r\n', '\r\n\r\n')],
    ['another order of columns', csvText([POSTED], Object.keys(POSTED).reverse())],
    ['a blank column of the compact', csvText([{ ...POSTED, compact: '' }])],
    ['an unknown column that is blank', csvText([{ ...POSTED, foo: '' }])],
    ['a blank column that is called like a date', csvText([{ ...POSTED, '2024-01-01': '' }])],
    ['a blank column that is called like an address', csvText([{ ...POSTED, 'a@b.co': '' }])],
    ['a blank column with a very long name', csvText([{ ...POSTED, ['n'.repeat(100_000)]: '' }])],
  ])('%s is read', (_what, content) => {
    expect(read(content)).toEqual(ACCEPTED_POSTED);
  });

  test.each([
    ['a file of 0 bytes', ''],
    ['a byte order mark alone', '\ufeff'],
    ['a header alone', csvText([POSTED]).split('\r\n')[0]],
    ['blank lines', '\r\n\r\n\r\n'],
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
  ])('%s: what stands before is taken, and the error says where and why', (_what, content, accepted, failure) => {
    const result = read(content, {}, 65_536);

    expect(result.failure).toMatch(failure);
    expect(result.accepted).toEqual([POSTED, OTHER].slice(0, accepted).map((license) => ({ ...license, ...PATH })));
    expect(result.refused).toEqual([]);
    if (accepted > 0) expect(result.failure).toContain(processed);
  });

  test.each([
    ['a number', '222-33-4444'],
    ['a number without hyphens', '222334444'],
    ['a date', '1979-11-30'],
    ['a date of another form', '11/30/1979'],
    ['an e-mail address', 'l@example.org'],
    ['a telephone number', '(740) 555-0123'],
    ['a postal code', '45701'],
  ])('a first row with %s that names no column is the first license of a file without a header', (_what, value) => {
    const { failure, refused } = read(`Linnea,${value}\r\nBo,x\r\n`);

    expect(failure).toMatch(/^The header \(line 1\) can't be read: it holds values;/);
    expect(failure).not.toContain(value);
    expect(refused).toEqual([]);
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
      'a type and a date of any length, repeated as written',
      { licenseType: 't'.repeat(4_000), dateOfRenewal: 'd'.repeat(4_000) },
      { dateOfRenewal: ['Not a valid date.'] },
      { licenseType: 't'.repeat(4_000), dateOfRenewal: 'd'.repeat(4_000) },
    ],
    [
      'an id in another form, repeated in the canonical one',
      { providerId: '{6C1E9D2F4A634D9F8B881F2A3B4C5D6E}' },
      { providerId: ['Unknown field.'] },
      { providerId: OTHER_PROVIDER_ID },
    ],
    ['an id that is none', { providerId: ` ${OTHER_PROVIDER_ID}` }, { providerId: ['Unknown field.'] }, {}],
    [
      'signs of addresses and numbers inside other text, repeated as written',
      { ssn: '1', licenseStatusName: 'ACTIVE @ 2024', licenseNumber: 'call +12345678' },
      { ssn: ['String does not match expected pattern.'] },
      { licenseStatusName: 'ACTIVE @ 2024', licenseNumber: 'call +12345678' },
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

  const MISSING = Object.fromEntries(Object.keys(POSTED).map((name) => [name, ['Missing data for required field.']]));

  test.each([
    ['a blank first line', `\r\n${csvText([POSTED])}`, ['invalid'], [1, 2]],
    ['a title', `Licenses of Ohio 2024\r\n${csvText([POSTED])}`, ['Licenses of Ohio 2024', 'invalid'], [1, 2]],
    ['another case', 'SSN\r\n222-33-4444\r\n', ['SSN'], [1]],
    ['other separators', 'ssn;npi\r\n222-33-4444;1112223334\r\n', ['ssn;npi'], [1]],
  ])('a header that names no column because of %s: every row lacks everything', (_what, content, unknown, records) => {
    const errors = { ...MISSING, ...Object.fromEntries(unknown.map((name) => [name, ['Unknown field.']])) };

    expect(read(content)).toEqual({ ...NOTHING, refused: records.map((record) => refusal(record, errors, {})) });
  });

  test.each(['2024-01-01', '222-33-4444', 'l@example.org', 'x'.repeat(4_001)])(
    'the name %s of a filled column that could be personal data, or is too long, is not repeated',
    (name) => {
      expect(read(csvText([{ ...POSTED, [name]: 'x', foo: 'y' }])).refused).toEqual([
        refusal(1, { 'another column': ['Unknown field.'], foo: ['Unknown field.'] }),
      ]);
    },
  );

  test.each([
    ['x,', true],
    [',x', true],
    ['x,y', true],
    ['', true],
    [',', false],
  ])('of two columns whose names are not repeated, the cells %j are an error: %s', (cells, isError) => {
    const columns = [...Object.keys(POSTED), '2024-01-01', '2025-01-01'].join(',');
    const row = [...Object.values(POSTED), ...(cells === '' ? [] : [cells])].join(',');

    expect(read(`${columns}\n${row}\n`).refused).toEqual(
      isError ? [refusal(1, { 'another column': ['Unknown field.'] })] : [],
    );
  });

  test('a header and a row of as many columns as a record can hold are read', () => {
    const names = Array.from({ length: 150_000 }, (_, index) => index.toString(36)).join(',');
    const content = `${Object.keys(POSTED).join(',')},${names}\n${Object.values(POSTED).join(',')},x\n`;

    const { refused } = read(content, {}, 65_536);

    expect(refused).toEqual([refusal(1, expect.objectContaining({ 'another column': ['Unknown field.'] }))]);
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
    const shifted = { ...row, licenseNumber: '222-33-4444', suffix: 'l@example.org', middleName: ' +17405550123' };

    const report = JSON.stringify(read(csvText([row, shifted])).refused);
    for (const secret of secrets) expect(report).not.toContain(secret);
    expect(report).toContain('TS-0042');
  });

  test.each([
    ['one long name', ['\x01'.repeat(3_900)], 1],
    ['many names', Array.from({ length: 8_000 }, (_, index) => String.fromCharCode(0x4e00 + index)), 3_900],
  ])('a report of the longest texts and %s of unknown columns fits into an event', (_what, names, leastRepeated) => {
    const text = '\x01'.repeat(4_000);
    const short = '\x01'.repeat(100);
    const row = {
      ...Object.fromEntries([...Object.keys({ ...POSTED, ...OPTIONAL_VALUES }), ...names].map((name) => [name, short])),
      ...{ licenseType: text, dateOfIssuance: text, dateOfRenewal: text, dateOfExpiration: text, type: text },
    };
    const report = { ...PATH, jurisdiction: 'zz', objectKey: `arbor/zz/${'k'.repeat(1_000)}` };

    const [refused] = read(csvText([row]), { jurisdiction: 'zz' }, 65_536).refused;
    const { source, detail } = validationErrorEvent(report, refused);

    expect(refused.validData).toMatchObject({ licenseType: text, type: text });
    expect(names.filter((name) => Object.hasOwn(refused.errors, name)).length).toBeGreaterThanOrEqual(leastRepeated);
    expect(Buffer.byteLength(source + JSON.stringify(detail))).toBeLessThan(LIMITS.eventBatchBytes.value - 1_000);
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
