import fc from 'fast-check';
import { anyPosted, DOMAIN, NOW, OPTIONAL_VALUES, POSTED } from './samples';
import { LicenseRows, licenseRowSchema } from '../../../src/core/licensure/license-rows';
import { parse } from '../../../src/core/validation/parse';
import { withTrimmedTexts } from '../../../src/core/validation/trim';

const ORIGIN = { domain: DOMAIN, compact: 'arbor', jurisdiction: 'oh', eventTime: NOW };

type Row = Readonly<Record<string, unknown>>;

function check(row: Row, changes: Partial<typeof ORIGIN> = {}) {
  const rows = new LicenseRows({ ...ORIGIN, ...changes });
  return rows.check(
    rows.fields.map((name) => row[name]),
    Object.keys(row).filter((name) => !rows.knows(name)),
  );
}

/** The same row through the schema itself: what clients and documents know. */
function checkBySchema(row: Row, { compact, jurisdiction } = ORIGIN) {
  return parse(licenseRowSchema(DOMAIN), { ...withTrimmedTexts(row), compact, jurisdiction });
}

/** Values that are right, wrong in one way or another, or of another type. */
const anyValue = fc.oneof(
  fc.constantFrom('', ' ', 'a', ' a ', 'ab', 'x'.repeat(100), 'é'.repeat(101), '😀'.repeat(100), '😀'.repeat(51)),
  fc.constantFrom('active', 'inactive', ' eligible', 'ineligible', 'tree surgeon', 'falconer', 'oh'),
  fc.constantFrom(
    '222-33-4444',
    ' 222-33-4444\u00a0',
    '222-33-444',
    '1112223334',
    '+17405550123',
    '45701',
    '123456789',
  ),
  fc.constantFrom(
    '2024-02-29',
    '2023-02-29',
    '20240229',
    '0000-01-01',
    'a@example.org',
    'a@b',
    `${'a'.repeat(95)}@b.co`,
  ),
  fc.constantFrom(null, 0, true, [], {}),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

const FIELDS = Object.keys({ ...POSTED, ...OPTIONAL_VALUES, previousSSN: '' });
const anyRow = fc
  .tuple(
    anyPosted,
    fc.dictionary(fc.constantFrom(...FIELDS, 'foo', ''), anyValue, { maxKeys: 4 }),
    fc.subarray(FIELDS, { maxLength: 2 }),
  )
  .map(([license, changes, removed]): Row => {
    const row = { ...license, ssn: '222-33-4444', ...changes };
    return Object.fromEntries(Object.entries(row).filter(([name]) => !removed.includes(name)));
  });

test('a row is valid for the compiled rules exactly where it is for the schema, with the same messages', () => {
  const outcomes = { valid: 0, invalid: 0 };
  fc.assert(
    fc.property(anyRow, fc.constantFrom('oh', 'zz'), (row, jurisdiction) => {
      const expected = checkBySchema(row, { ...ORIGIN, jurisdiction });
      const actual = check(row, { jurisdiction });

      outcomes[expected.ok ? 'valid' : 'invalid'] += 1;
      if (!expected.ok) {
        expect(actual).toEqual(expected);
      } else if (actual.ok) {
        expect(actual.value).toEqual({ ...expected.value, eventTime: NOW });
      }
      // Rules about several fields stand outside the schema.
      else {
        expect(Object.keys(actual.error).every((field) => ['licenseType', 'compactEligibility'].includes(field))).toBe(
          true,
        );
      }
    }),
    { numRuns: 1_000 },
  );
  expect(Math.min(outcomes.valid, outcomes.invalid)).toBeGreaterThan(50);
});

test('both rules about several fields are reported together, once each field is valid', () => {
  const row = { ...POSTED, licenseType: 'falconer', licenseStatus: 'inactive' };

  expect(check(row)).toEqual({
    ok: false,
    error: {
      licenseType: ['Must be one of: tree surgeon, orchard keeper.'],
      compactEligibility: ['compactEligibility cannot be eligible if licenseStatus is inactive.'],
    },
  });
  expect(check({ ...row, npi: '1' })).toEqual({
    ok: false,
    error: { npi: ['String does not match expected pattern.'] },
  });
});

test.each(['__proto__', 'constructor', 'toString', 'prototype'])(
  'a field named %s is as unknown as any other',
  (name) => {
    const row = Object.fromEntries([...Object.entries(POSTED), [name, 'x']]);

    const result = check(row);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(Object.entries(result.error)).toEqual([[name, ['Unknown field.']]]);
  },
);

test('an origin outside the configuration is an error of every row', () => {
  expect(check(POSTED, { compact: 'zz', jurisdiction: 'xx' })).toEqual({
    ok: false,
    error: { compact: ['Must be one of: arbor, avian.'], jurisdiction: ['Must be one of: oh, ky, ne, wy.'] },
  });
});
