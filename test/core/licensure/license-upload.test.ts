import fc from 'fast-check';
import { anyPosted, DOMAIN, NOW, OPTIONAL_VALUES, POSTED } from './samples';
import { parseLicenseUpload } from '../../../src/core/licensure/license-upload';

const INPUT = { domain: DOMAIN, compact: 'arbor', jurisdiction: 'oh', previousSsnEnabled: false, eventTime: NOW };
const upload = (body: unknown, changes: Partial<typeof INPUT> = {}) =>
  parseLicenseUpload({ ...INPUT, ...changes, body: typeof body === 'string' ? body : JSON.stringify(body) });
const refusal = (message: string, errors?: unknown) => ({
  ok: false,
  error: { status: 400, body: errors === undefined ? { message } : { message, errors } },
});
const invalid = (errors: unknown) => refusal('Invalid license records in request. See errors for more detail.', errors);

test('accepted licenses are queued in order, with what the path and the clock say', () => {
  const batch = [
    { ...POSTED, ...OPTIONAL_VALUES },
    { ...POSTED, ssn: '222-33-5555' },
  ];

  const path = { compact: 'arbor', jurisdiction: 'oh', eventTime: NOW };
  expect(upload(batch)).toEqual({ ok: true, value: batch.map((license) => ({ ...license, ...path })) });
});

test('an empty batch is accepted and queues nothing', () => {
  expect(upload([])).toEqual({ ok: true, value: [] });
});

test('texts are trimmed, and the path wins over the body', () => {
  const row = { ...POSTED, givenName: ' Linnea\t', ssn: ' 222-33-4444 ', compact: 'avian', jurisdiction: 'zz' };

  expect(upload([row])).toMatchObject({
    value: [{ givenName: 'Linnea', ssn: '222-33-4444', compact: 'arbor', jurisdiction: 'oh' }],
  });
});

test.each([
  ['{', 'Invalid JSON: the request body is not a JSON text'],
  ['', 'Invalid JSON: the request body is not a JSON text'],
  ['null', 'Request body must be an array of license objects'],
  ['{}', 'Request body must be an array of license objects'],
  ['"text"', 'Request body must be an array of license objects'],
])('the body %j is refused: %s', (body, message) => {
  expect(upload(body)).toEqual(refusal(message));
});

test('a request without body is refused', () => {
  expect(parseLicenseUpload({ ...INPUT, body: null })).toEqual(refusal('Invalid request body'));
});

test('a broken body is not quoted in the answer', () => {
  expect(JSON.stringify(upload(`[{"ssn": "222-33-4444" oops}]`))).not.toContain('222');
});

test('one batch is refused whole, every row and field with an error named', () => {
  const { givenName: _givenName, ...nameless } = POSTED;

  expect(
    upload([POSTED, { ...nameless, npi: '1', shoeSize: 38, hat: 1 }, 'x', null, [], { ...POSTED, ssn: '1' }]),
  ).toEqual(
    invalid({
      1: {
        givenName: ['Missing data for required field.'],
        npi: ['String does not match expected pattern.'],
        shoeSize: ['Unknown field.'],
        hat: ['Unknown field.'],
      },
      2: { INVALID_JSON_OBJECT: ['Must be a JSON object.'] },
      3: { INVALID_JSON_OBJECT: ['Must be a JSON object.'] },
      4: { INVALID_JSON_OBJECT: ['Must be a JSON object.'] },
      5: { ssn: ['String does not match expected pattern.'] },
    }),
  );
});

test.each([
  [
    'both rules about several fields',
    { licenseType: 'falconer', licenseStatus: 'inactive' },
    {
      licenseType: ['Must be one of: tree surgeon, orchard keeper.'],
      compactEligibility: ['compactEligibility cannot be eligible if licenseStatus is inactive.'],
    },
  ],
  [
    'a field alone before the rules',
    { licenseType: 'falconer', licenseStatus: 'inactive', dateOfBirth: '1979-02-30' },
    { dateOfBirth: ['Not a valid date.'] },
  ],
  ['a blank name as too short', { middleName: '  ' }, { middleName: ['Length must be between 1 and 100.'] }],
])('a row reports %s', (_what, changes, errors) => {
  expect(upload([{ ...POSTED, ...changes }])).toEqual(invalid({ 0: errors }));
});

test('a path outside the configuration is an error of every row', () => {
  expect(upload([POSTED, { ...POSTED, ssn: '222-33-5555' }], { jurisdiction: 'zz' })).toEqual(
    invalid({
      0: { jurisdiction: ['Must be one of: oh, ky, ne, wy.'] },
      1: { jurisdiction: ['Must be one of: oh, ky, ne, wy.'] },
    }),
  );
});

test('a number twice for one license type is refused, for two types it is fine', () => {
  expect(upload([POSTED, { ...POSTED, ssn: ' 222-33-4444' }])).toEqual(
    invalid({
      SSN:
        'Same SSN for the same license type detected on multiple rows. ' +
        'Every record must have a unique SSN per license type within the same request.',
    }),
  );
  expect(upload([POSTED, { ...POSTED, licenseType: 'orchard keeper' }])).toMatchObject({ ok: true });
});

test('errors of rows come before duplicates', () => {
  expect(upload([POSTED, POSTED, { ...POSTED, npi: '1' }])).toMatchObject({ error: { body: { errors: { 2: {} } } } });
});

test('a corrected number is refused at once while corrections are off', () => {
  const corrected = { ...POSTED, previousSSN: '222-33-0000' };
  const disabled = refusal('The previousSSN feature is not currently enabled');

  expect(upload([{ ...POSTED, npi: '1' }, corrected])).toEqual(disabled);
  expect(upload([corrected], { previousSsnEnabled: true })).toMatchObject({ value: [{ previousSSN: '222-33-0000' }] });
});

test.each([
  [{ a: 1 }, true],
  [['222-33-0000'], true],
  [[0], true],
  [' ', true],
  [5, true],
  [true, true],
  ['', 'String does not match expected pattern.'],
  [[], 'Not a valid string.'],
  [{}, 'Not a valid string.'],
  [0, 'Not a valid string.'],
  [false, 'Not a valid string.'],
  [null, 'Field may not be null.'],
])(
  'while corrections are off, the former number %j is a correction, or the error of its field: %j',
  (value, outcome) => {
    const expected =
      outcome === true
        ? refusal('The previousSSN feature is not currently enabled')
        : invalid({ 0: { previousSSN: [outcome] } });

    expect(upload([{ ...POSTED, previousSSN: value }])).toEqual(expected);
  },
);

test('whatever is posted is either queued whole or refused whole, without an exception', () => {
  const row = fc.oneof(
    anyPosted.map((license) => ({ ...license, ssn: '222-33-4444' })),
    fc.dictionary(fc.string(), fc.jsonValue()),
    fc.jsonValue(),
  );

  fc.assert(
    fc.property(fc.array(row, { maxLength: 4 }), (batch) => {
      const result = upload(batch);

      if (result.ok) expect(result.value).toHaveLength(batch.length);
      else expect(result.error.status).toBe(400);
    }),
    { numRuns: 500 },
  );
});

test('every license within the rules is accepted', () => {
  fc.assert(
    fc.property(anyPosted, (license) => {
      const posted = { ...license, ssn: '222-33-4444' };

      expect(upload([posted])).toEqual({
        ok: true,
        value: [{ ...posted, compact: 'arbor', jurisdiction: 'oh', eventTime: NOW }],
      });
    }),
    { numRuns: 500 },
  );
});
