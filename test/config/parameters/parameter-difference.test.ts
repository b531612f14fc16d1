import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { differenceOf, ParameterChange } from '../../../src/config/parameters/parameter-difference';

function changes(before: unknown, after: unknown): ParameterChange[] {
  return differenceOf(JSON.stringify(before), JSON.stringify(after));
}

test('each part that differs is named with both values', () => {
  const before = { app: 'demo', environments: { test: { region: 'us-east-1', local: true, email: ['a', 'b'] } } };
  const after = {
    environments: { test: { region: 'us-east-2', email: ['a', 'c', 'd'], 'a b': null } },
    app: 'demo',
  };

  expect(changes(before, after)).toEqual([
    { path: 'environments.test.region', kind: 'changed', before: 'us-east-1', after: 'us-east-2' },
    { path: 'environments.test.local', kind: 'removed', before: true },
    { path: 'environments.test.email[1]', kind: 'changed', before: 'b', after: 'c' },
    { path: 'environments.test.email[2]', kind: 'added', after: 'd' },
    { path: 'environments.test["a b"]', kind: 'added', after: null },
  ]);
});

test.each<[unknown, unknown]>([
  [{ a: {} }, { a: [] }],
  [{ a: [] }, { a: null }],
  [{ a: null }, { a: {} }],
  [{ a: '1' }, { a: 1 }],
])('another type is one change: %j and %j', (before, after) => {
  expect(changes(before, after)).toHaveLength(1);
});

test('without a stored parameter all of the value is new', () => {
  expect(differenceOf(undefined, '{"a":1}')).toEqual([{ path: '', kind: 'added', after: { a: 1 } }]);
});

test('a stored text that is no JSON is replaced as a whole', () => {
  expect(differenceOf('placeholder', '{"a":1}')).toEqual([
    { path: '', kind: 'changed', before: 'placeholder', after: { a: 1 } },
  ]);
});

test('a stored text that differs in space and the order of keys only is not changed', () => {
  expect(differenceOf('{ "a": 1, "b": [ ] }', '{"b":[],"a":1}')).toEqual([]);
});

test('there is a difference exactly where the values are not equal, and back again the same parts differ', () => {
  const json = fc.jsonValue({ maxDepth: 3 });
  const parsed = (value: unknown) => JSON.parse(JSON.stringify(value));
  fc.assert(
    fc.property(json, json, (one, other) => {
      const there = changes(one, other);
      const back = changes(other, one);

      expect(there.length === 0).toBe(isDeepStrictEqual(parsed(one), parsed(other)));
      expect(back.map(({ path }) => path).sort()).toEqual(there.map(({ path }) => path).sort());
    }),
  );
});
