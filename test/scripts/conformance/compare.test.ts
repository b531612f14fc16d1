import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { differencesBetween } from '../../../scripts/conformance/compare';
import { RECORDED_DIFFERENCES } from '../../../scripts/conformance/differences';
import { itemFrom } from '../../../scripts/conformance/dynamo-json';

test.each([
  [
    { a: 1, b: 2 },
    { b: 2, a: 1 },
  ],
  [new Set(['x', 'y']), new Set(['y', 'x'])],
  [new Set(['y', 'x']), ['x', 'y']],
  [{ a: 1 }, { a: 1, b: undefined }],
  [{ a: 0 }, { a: -0 }],
])('%j equals %j', (left, right) => {
  expect(differencesBetween(left, right)).toEqual([]);
});

test('differences name their paths', () => {
  const left = { a: [{ b: 1 }, { b: 2 }], c: 'x', d: null };
  const right = { a: [{ b: 1 }], c: 'y', d: {} };

  expect(differencesBetween(left, right)).toEqual([
    { path: 'a[1]', expected: { b: 2 }, actual: undefined },
    { path: 'c', expected: 'x', actual: 'y' },
    { path: 'd', expected: null, actual: {} },
  ]);
});

test('typed items become what handlers have', () => {
  expect(
    itemFrom({
      a: { S: 'x' },
      b: { N: '3.50' },
      c: { SS: ['y'] },
      d: { L: [{ M: { e: { BOOL: true } } }] },
      f: { NULL: true },
    }),
  ).toEqual({ a: 'x', b: 3.5, c: new Set(['y']), d: [{ e: true }], f: null });
  expect(() => itemFrom({ a: { NS: ['1'] } })).toThrow('unknown type NS');
});

test('every recorded difference names a decision record that exists', () => {
  const decisions = join(__dirname, '..', '..', '..', 'docs', 'decisions');

  expect(RECORDED_DIFFERENCES.filter(({ decision }) => !existsSync(join(decisions, decision)))).toEqual([]);
});
