import * as v from 'valibot';
import { compiledFields, messagesOfEntry } from '../../../src/core/validation/compiled-fields';
import { email, integer, shortText, uuid } from '../../../src/core/validation/fields';

const [name, address] = compiledFields({ name: shortText(), address: v.optional(email(6)) });

test.each([
  [name, 'a', []],
  [name, '', ['Length must be between 1 and 100.']],
  [name, undefined, ['Missing data for required field.']],
  [name, null, ['Field may not be null.']],
  [name, 1, ['Not a valid string.']],
  [address, undefined, []],
  [address, 'a@b.co', []],
  [address, '', ['Not a valid email address.', 'Length must be between 1 and 6.']],
  [address, 'a@b.com', ['Length must be between 1 and 6.']],
  [address, null, ['Field may not be null.']],
  [address, [], ['Not a valid email address.']],
])('the field $name gets for %j the messages %j', (field, value, messages) => {
  expect(messagesOfEntry(field, value)).toEqual(messages);
  if (typeof value === 'string') expect(field.accepts(value)).toBe(messages.length === 0);
});

test.each([
  ['a number', integer()],
  ['a text that is changed on the way', uuid()],
  ['an object', v.object({})],
])('%s is no field that can be compiled', (_what, schema) => {
  expect(() => compiledFields({ count: schema })).toThrow(
    "field count can't be compiled: it is no text with checks only",
  );
});
