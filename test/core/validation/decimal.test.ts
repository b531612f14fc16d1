import fc from 'fast-check';
import { roundHalfEven } from '../../../src/core/validation/decimal';
import { propertyRuns } from '../../properties/runs';

test.each<[number | string, number]>([
  ['10.015', 10.02],
  ['10.025', 10.02],
  ['1.005', 1],
  ['1.0050001', 1.01],
  [1.005, 1],
  [10.015, 10.02],
  [0.1, 0.1],
  ['0.005', 0],
  ['0.015', 0.02],
  ['.5', 0.5],
  ['5.', 5],
  ['-0.005', 0],
  ['-0.015', -0.02],
  ['+7', 7],
  ['1.5e3', 1500],
  ['25E-4', 0],
  ['5e-3', 0],
  ['6e-3', 0.01],
  ['9e-9', 0],
  [1e-7, 0],
  ['9.995', 10],
  ['9999999999999.99', 9_999_999_999_999.99],
])('%j is rounded to %j', (value, rounded) => {
  expect(Object.is(roundHalfEven(value, 2), rounded)).toBe(true);
});

test.each([
  '',
  '.',
  'e3',
  'ten',
  '1,5',
  ' 1',
  '0x10',
  '1e1000',
  'NaN',
  'Infinity',
  NaN,
  Infinity,
  // More digits than a number holds: it would be rounded twice.
  '10000000000000.00',
  1e300,
])('%j is no amount', (value) => {
  expect(roundHalfEven(value, 2)).toBeUndefined();
});

/** Slow and plain: counts thousandths of a cent as whole numbers. */
function referenceCents(units: bigint): bigint {
  const negative = units < 0n;
  const magnitude = negative ? -units : units;
  const [cents, rest] = [magnitude / 1000n, magnitude % 1000n];
  const rounded = rest > 500n || (rest === 500n && cents % 2n === 1n) ? cents + 1n : cents;
  return negative ? -rounded : rounded;
}

test('rounding agrees with whole numbers of thousandths of a cent', () => {
  const anyUnits = fc.oneof(
    fc.bigInt({ min: -10_000_000_000n, max: 10_000_000_000n }),
    // Exact halves, which chance rarely hits.
    fc.bigInt({ min: -10_000n, max: 10_000n }).map((cents) => cents * 1000n + 500n),
  );

  fc.assert(
    fc.property(anyUnits, (units) => {
      const digits = String(units < 0n ? -units : units).padStart(6, '0');
      const text = `${units < 0n ? '-' : ''}${digits.slice(0, -5)}.${digits.slice(-5)}`;

      expect(roundHalfEven(text, 2)).toBe(Number(`${referenceCents(units)}e-2`) + 0);
    }),
    propertyRuns(),
  );
});

test('what was rounded is not rounded again', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
      const once = roundHalfEven(value, 2)!;

      expect(Object.is(roundHalfEven(once, 2), once)).toBe(true);
    }),
    propertyRuns(),
  );
});
