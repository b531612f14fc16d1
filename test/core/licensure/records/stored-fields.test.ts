import * as v from 'valibot';
import { flag, identifier, setOfTexts } from '../../../../src/core/licensure/records/stored-fields';
import { openObject } from '../../../../src/core/validation/fields';
import { parse } from '../../../../src/core/validation/parse';

const read = (schema: v.GenericSchema, field: unknown) => {
  const result = parse(openObject({ field: schema }), { field });
  return result.ok ? result.value.field : result.error.field;
};

test.each([
  '5b0d8c1e-3f52-4c8e-9a77-0e1f2a3b4c5d',
  '5B0D8C1E-3F52-4C8E-9A77-0E1F2A3B4C5D',
  '5b0d8c1e3f524c8e9a770e1f2a3b4c5d',
  '{5b0d8c1e-3f52-4c8e-9a77-0e1f2a3b4c5d}',
  'urn:uuid:5b0d8c1e-3f52-4c8e-9a77-0e1f2a3b4c5d',
])('the UUID %s is read into its canonical spelling', (spelling) => {
  expect(read(identifier(), spelling)).toBe('5b0d8c1e-3f52-4c8e-9a77-0e1f2a3b4c5d');
});

test.each(['', '5b0d8c1e-3f52', '5b0d8c1e3f524c8e9a770e1f2a3b4c5dff', 'gb0d8c1e3f524c8e9a770e1f2a3b4c5d', 7])(
  '%j is no UUID',
  (value) => {
    expect(read(identifier(), value)).toEqual(['Not a valid UUID.']);
  },
);

test.each([
  [true, ['t', 'T', 'true', 'True', 'TRUE', 'on', 'On', 'ON', 'y', 'Y', 'yes', 'Yes', 'YES', '1', 1, true]],
  [false, ['f', 'F', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF', 'n', 'N', 'no', 'No', 'NO', '0', 0, false]],
])('%s has many spellings', (meaning, spellings) => {
  for (const spelling of spellings) expect(read(flag(), spelling)).toBe(meaning);
});

test.each(['tRue', 'perhaps', '', 2, [], {}])('%j is neither true nor false', (value) => {
  expect(read(flag(), value)).toEqual(['Not a valid boolean.']);
});

test('a set of texts may be a list, and errors stand under the position', () => {
  expect(read(setOfTexts(), ['a', 'b', 'a'])).toEqual(new Set(['a', 'b']));
  expect(read(setOfTexts(), new Set(['a']))).toEqual(new Set(['a']));
  expect(read(setOfTexts(), ['a', 5, null])).toEqual({ 1: ['Not a valid string.'], 2: ['Field may not be null.'] });
  expect(read(setOfTexts(), 'a')).toEqual(['Not a valid list.']);
});

test.each([
  ['an identifier', identifier()],
  ['a flag', flag()],
  ['a set', setOfTexts()],
])('%s may not be null', (_what, schema) => {
  expect(read(schema, null)).toEqual(['Field may not be null.']);
});
