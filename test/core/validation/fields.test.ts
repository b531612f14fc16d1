import * as v from 'valibot';
import {
  amount,
  anyText,
  boolean,
  closedObject,
  countedListOf,
  date,
  datetime,
  email,
  listOf,
  npi,
  oneOf,
  openObject,
  phoneNumber,
  shortText,
  ssn,
  text,
  textSet,
  uuid,
  writtenInstant,
} from '../../../src/core/validation/fields';
import { jsonSchemaOf } from '../../../src/core/validation/json-schema';
import { describeErrors, parse } from '../../../src/core/validation/parse';

const messagesOf = (schema: v.GenericSchema, value: unknown) => {
  const result = parse(openObject({ field: schema }), { field: value });
  return result.ok ? [] : result.error.field;
};

test.each([
  ['a name', null, ['Field may not be null.'], shortText()],
  ['a name', 7, ['Not a valid string.'], shortText()],
  ['a name', '', ['Length must be between 1 and 100.'], shortText()],
  ['a code of four characters', '12345', ['Length must be between 4 and 4.'], text(4, 4)],
  ['a social security number', '1234-56-789', ['String does not match expected pattern.'], ssn()],
  ['a national provider identifier', '١٢٣٤٥٦٧٨٩٠', ['String does not match expected pattern.'], npi()],
  ['a telephone number', '0049123456', ['String does not match expected pattern.'], phoneNumber()],
  ['a choice of a and b', 'A', ['Must be one of: a, b.'], oneOf(['a', 'b'])],
  ['a date', '2025-02-30', ['Not a valid date.'], date()],
  ['a date', 20250101, ['Not a valid date.'], date()],
  ['an instant', 'soon', ['Not a valid datetime.'], datetime()],
  ['an instant', '2025-01-01T00:00:00', ['Not a valid aware datetime.'], datetime()],
  ['an identifier', '1', ['Not a valid UUID.'], uuid()],
  ['an address', '', ['Not a valid email address.', 'Length must be between 1 and 100.'], email(100)],
  ['an address', 5, ['Not a valid email address.'], email()],
  ['an instant as written', 'soon', ['Not a valid datetime.'], writtenInstant()],
  ['an instant as written', '2025-01-01T00:00:00', ['Not a valid aware datetime.'], writtenInstant()],
  ['a boolean', 'true', ['Not a valid boolean.'], boolean()],
  ['a boolean', null, ['Field may not be null.'], boolean()],
  ['an amount', 'ten', ['Not a valid number.'], amount()],
  ['an amount', '-Infinity', ['Special numeric values (nan or infinity) are not permitted.'], amount()],
  ['an amount', NaN, ['Special numeric values (nan or infinity) are not permitted.'], amount()],
  ['an amount', true, ['Not a valid number.'], amount()],
  ['an amount', null, ['Field may not be null.'], amount()],
  ['an amount', -0.01, ['Must be greater than or equal to 0.'], amount()],
  ['an amount', '-0.006', ['Must be greater than or equal to 0.'], amount()],
  ['a list of one or more', [], ['Shorter than minimum length 1.'], countedListOf(anyText(), 1)],
  ['a list of one or two', ['a', 'b', 'c'], ['Length must be between 1 and 2.'], countedListOf(anyText(), 1, 2)],
  ['a list of one or two', [], ['Length must be between 1 and 2.'], countedListOf(anyText(), 1, 2)],
  ['a list of one or two', 'a', ['Not a valid list.'], countedListOf(anyText(), 1, 2)],
  ['a set', ['a'], ['Not a valid list.'], textSet()],
  ['a set', new Set([1]), ['Not a valid string.'], textSet()],
])('where %s is expected, %j is answered with %j', (_what, value, messages, schema) => {
  expect(messagesOf(schema, value)).toEqual(messages);
});

test('lengths count characters, not the units of their encoding', () => {
  expect(messagesOf(shortText(), '🦉'.repeat(100))).toEqual([]);
  expect(messagesOf(shortText(), '🦉'.repeat(101))).toEqual(['Length must be between 1 and 100.']);
});

test('instants and identifiers are read into their stored form', () => {
  const schema = openObject({ at: datetime(), id: uuid() });

  const result = parse(schema, { at: '2025-01-02T03:04:05Z', id: '5B0D8C1E-3F52-4C8E-9A77-0E1F2A3B4C5D' });

  expect(result).toEqual({
    ok: true,
    value: { at: '2025-01-02T03:04:05+00:00', id: '5b0d8c1e-3f52-4c8e-9a77-0e1f2a3b4c5d' },
  });
});

test('an instant as written keeps its form, an amount becomes a number of two places', () => {
  const schema = openObject({ at: writtenInstant(), due: amount(), paid: amount() });

  expect(parse(schema, { at: '2025-01-02T03:04:05.5Z', due: '10.015', paid: 2.5 })).toEqual({
    ok: true,
    value: { at: '2025-01-02T03:04:05.5Z', due: 10.02, paid: 2.5 },
  });
});

test('amounts and counted lists are documented with their bounds', () => {
  expect(jsonSchemaOf(amount())).toEqual({ type: 'number', minimum: 0 });
  expect(jsonSchemaOf(datetime())).toEqual({ type: 'string', format: 'date-time' });
  expect(jsonSchemaOf(countedListOf(anyText(), 1))).toEqual({ type: 'array', items: { type: 'string' }, minItems: 1 });
  expect(jsonSchemaOf(countedListOf(anyText(), 1, 9))).toMatchObject({ minItems: 1, maxItems: 9 });
});

test('a closed object reports every unknown key beside the other errors', () => {
  const result = parse(closedObject({ known: anyText(), other: anyText() }), { known: 1, second: 2, third: 3 });

  expect(result).toEqual({
    ok: false,
    error: {
      known: ['Not a valid string.'],
      other: ['Missing data for required field.'],
      second: ['Unknown field.'],
      third: ['Unknown field.'],
    },
  });
});

test('what is no object where one belongs is an error of that object as a whole; null has its own message', () => {
  const schema = openObject({ inner: openObject({}), list: listOf(closedObject({})) });

  expect(parse(schema, { inner: 'a', list: ['a', null] })).toEqual({
    ok: false,
    error: {
      inner: { _schema: ['Invalid input type.'] },
      list: { 0: { _schema: ['Invalid input type.'] }, 1: ['Field may not be null.'] },
    },
  });
});

test('a closed object is documented as one', () => {
  expect(jsonSchemaOf(closedObject({ known: anyText() }))).toMatchObject({ additionalProperties: false });
  expect(jsonSchemaOf(openObject({ known: anyText() }))).not.toHaveProperty('additionalProperties');
});

test('an open object drops what it does not know', () => {
  expect(parse(openObject({ known: anyText() }), { known: 'a', second: 2 })).toEqual({
    ok: true,
    value: { known: 'a' },
  });
});

test('messages of nested values stand under their own keys, and in one line after their path', () => {
  const schema = openObject({ names: listOf(shortText()), inner: closedObject({ npi: npi() }) });

  const result = parse(schema, { names: ['a', ''], inner: { npi: 'x', more: 1 } });

  expect(result.ok).toBe(false);
  const errors = result.ok ? {} : result.error;
  expect(errors).toEqual({
    names: { 1: ['Length must be between 1 and 100.'] },
    inner: { npi: ['String does not match expected pattern.'], more: ['Unknown field.'] },
  });
  expect(describeErrors(errors)).toBe(
    'names.1: Length must be between 1 and 100.; inner.npi: String does not match expected pattern.; inner.more: Unknown field.',
  );
});
