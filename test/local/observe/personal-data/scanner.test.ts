import { describeFinding, PersonalDataScanner } from '../../../../local/observe/personal-data/scanner';

const PERSON = {
  ssn: '900-11-2233',
  dateOfBirth: '1984-02-29',
  emailAddress: 'renee.okafor@example.org',
  homeAddressStreet1: '1 Canal Row "Upper"',
  homeAddressStreet2: 'Unit 17b',
  phoneNumber: '+16145550100',
  dateOfIssuance: '2015-03-01',
  dateOfRenewal: '2025-03-01',
  licenseNumber: '123456789',
  givenName: 'Renée',
};

const scanner = new PersonalDataScanner(['staff@oh.example.org']);
scanner.learn(PERSON);
const kinds = (text: string) => [...new Set(scanner.scan('here', text).map(({ kind }) => kind))];

const SPELLINGS = [
  ['social security number', '900-11-2233'],
  ['social security number', '900112233'],
  ['social security number', '900 11 2233'],
  ['social security number', '900.11.2233'],
  ['birth date', '1984-02-29'],
  ['birth date', '1984-02-29T00:00:00+00:00'],
  ['birth date', '02/29/1984'],
  ['birth date', '2/29/1984'],
  ['birth date', '19840229'],
  ['e-mail address', 'renee.okafor@example.org'],
  ['e-mail address', 'Renee.Okafor@EXAMPLE.ORG'],
  ['street address', '1 Canal Row "Upper"'],
  ['street address', '1  CANAL ROW "UPPER"'],
  ['street address', 'Unit 17B'],
  ['phone number', '+16145550100'],
  ['phone number', '6145550100'],
  ['phone number', '(614) 555-0100'],
  ['phone number', '614-555-0100'],
  ['phone number', '1.614.555.0100'],
] as const;

const json = (text: string) => JSON.stringify({ text });
const base64 = (text: string) => Buffer.from(text).toString('base64');
const ENCODINGS: Record<string, (text: string) => string> = {
  'as it is': (text) => text,
  'in a sentence': (text) => `could not store ${text}, trying again`,
  'at the end of a sentence': (text) => `could not store ${text}.`,
  'in JSON': json,
  'in JSON in JSON': (text) => json(json(text)),
  'in JSON in JSON in JSON': (text) => json(json(json(text))),
  'with escaped signs': (text) => json(text).replace(/[ +@/.-]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`),
  'in a path': (text) => `/v1/query?next=1&value=${encodeURIComponent(text)}`,
  'in a form': (text) => new URLSearchParams({ a: 'b', text, c: 'd' }).toString(),
  'in base64': (text) => base64(`the text is ${text}`),
  'in base64 for addresses': (text) => `token ${Buffer.from(json(text)).toString('base64url')} refused`,
  'in base64 in JSON': (text) => json(base64(json(text))),
  'in JSON in base64 in a form': (text) => new URLSearchParams({ body: base64(json(text)) }).toString(),
};

describe.each(Object.entries(ENCODINGS))('a planted leak %s', (_, encode) => {
  test.each(SPELLINGS)('%s %s', (kind, text) => {
    expect(kinds(encode(text))).toEqual([kind]);
  });
});

describe('what looks like personal data of anybody is found too', () => {
  test.each([
    ['social security number', 'number 123-45-6789 is taken'],
    ['e-mail address', 'to somebody.else@example.com'],
    ['phone number', 'call +442079460000 now'],
    ['birth date', '{"dateOfBirth":"1990-01-01"}'],
    ['birth date', '{"dateOfBirth": {"S": "1990-01-01"}}'.replace('{"S": ', '').replace('}}', '}')],
    ['birth date', 'date_of_birth=1/1/1990'],
    ['birth date', 'DOB: 01/01/1990'],
  ])('%s: %s', (kind, text) => {
    expect(kinds(text)).toEqual([kind]);
  });
});

describe('a clean log is clean', () => {
  test.each([
    '{"level":"INFO","message":"Stored license","providerId":"9d783f77-5ea5-4309-4d0d-74c8a61b9535"}',
    '{"requestId":"00000000-0000-4000-8000-900112233000","batch":50}',
    '{"time":"2026-11-21T20:43:01.123Z","eventTime":"2026-11-21T20:43:01+00:00","durationMs":900112}',
    '{"sequenceNumber":"00000001795293504000900112233000","epoch":1795293504,"milliseconds":1795293504123}',
    '{"ssnLastFour":"2233","licenseNumber":"123456789","ratio":0.900112233,"version":"900112233.1"}',
    '{"errors":{"dateOfBirth":["Not a valid date."],"ssn":["String does not match expected pattern."]}}',
    '{"dateOfIssuance":"2015-03-01","effectiveDate":"2025-03-01","dateOfExpiration":"2027-03-31"}',
    'Renée moved to Canal Row; see unit 18 of 17',
    'arn:aws:sqs:us-east-1:900112233000:queue https://127.0.0.1:4700/state-api/v1/compacts/aslp?page=1',
    'at handler (file:///app/node_modules/@aws-sdk/client-dynamodb/dist-cjs/index.js:10:20) tsx@4.19.1 [2026-11-21]',
    'Authorization: Bearer 3q2-7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZ/ETag 9d783f775ea543094d0d74c8a61b9535',
    'signed in staff@oh.example.org',
    '',
  ])('%s', (line) => {
    expect(kinds(line)).toEqual([]);
  });

  test('a date that is also another date of somebody tells nothing', () => {
    const both = new PersonalDataScanner();
    both.learn({ dateOfBirth: '1995-05-05' });
    both.learn({ dateOfIssuance: '1995-05-05' });

    expect(both.scan('here', '{"effectiveDate":"1995-05-05"}')).toEqual([]);
    expect(both.scan('here', '{"dateOfBirth":"1995-05-05"}')).toHaveLength(1);
  });
});

describe('a finding', () => {
  test('says where and how, and not what', () => {
    const [finding] = scanner.scan('LicenseIngest.log line 7', `x ${base64(json('900-11-2233'))}`);

    expect(describeFinding(finding)).toBe('social security number in LicenseIngest.log line 7 (in base64)');
    expect(JSON.stringify(finding)).not.toMatch(/900|2233/);
  });

  test('of plain text has no encoding', () => {
    expect(scanner.scan('here', '900112233 \\n').map(describeFinding)).toEqual(['social security number in here']);
  });

  test('is one per kind', () => {
    expect(kinds(JSON.stringify(PERSON)).sort()).toEqual([
      'birth date',
      'e-mail address',
      'phone number',
      'social security number',
      'street address',
    ]);
  });
});
