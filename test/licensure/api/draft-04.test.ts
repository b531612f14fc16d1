import { toDraft04 } from '../../../src/licensure/api/draft-04';

test.each<[string, object, object]>([
  ['an empty list of required properties', { type: 'object', required: [] }, { type: 'object' }],
  ['what requires names of properties to be strings', { propertyNames: { type: 'string' } }, {}],
])('leaves out %s, which draft 4 refuses or does not know', (_name, schema, expected) => {
  expect(toDraft04(schema as never)).toEqual(expected);
});

test('converts schemas inside schemas', () => {
  const inner = { type: 'object', required: [], properties: { name: { type: 'string', maxLength: 3 } } };

  expect(toDraft04({ type: 'array', items: { anyOf: [inner, { type: 'null' }] } } as never)).toEqual({
    type: 'array',
    items: {
      anyOf: [{ type: 'object', properties: { name: { type: 'string', maxLength: 3 } } }, { type: 'null' }],
    },
  });
});

test('a field may have the name of a keyword', () => {
  const schema = { properties: { required: { type: 'boolean' }, const: { type: 'string' } }, required: ['const'] };

  expect(toDraft04(schema as never)).toEqual(schema);
});

test.each(['const', 'if', 'contains', '$defs', 'prefixItems'])(
  'refuses the newer keyword %s, with the remedy',
  (keyword) => {
    expect(() => toDraft04({ items: { [keyword]: 1 } } as never)).toThrow(
      `the schema keyword ${keyword} is newer than draft 4, which API Gateway takes: express it otherwise in the contract`,
    );
  },
);
