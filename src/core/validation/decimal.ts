/** Arithmetic on decimal text: binary fractions can't hold a tenth, so rounding them rounds something else. */

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i;

/** A number of so many digits is the nearest to its decimal text and to no other, so it can be written back. */
const EXACT_DIGITS = 15;

/**
 * The number that a decimal text stands for, rounded to `places` decimal places, halves to the even neighbour. Nothing
 * where the text is no finite number or has more digits than a number holds exactly.
 */
export function roundHalfEven(value: number | string, places: number): number | undefined {
  const parts = DECIMAL.exec(String(value));
  if (!parts) return undefined;
  const [sign, whole, fraction = '', exponent = '0'] = parts.slice(1);
  if (whole.length + fraction.length === 0) return undefined;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent) + places;
  const kept = digits.slice(0, Math.max(point, 0)).padEnd(point, '0') || '0';
  const dropped = point < 0 ? `0${digits}` : digits.slice(point);
  const units = BigInt(kept) + (roundsUp(kept, dropped) ? 1n : 0n);
  if (units.toString().length > EXACT_DIGITS) return undefined;
  return Number(`${units === 0n ? '' : sign}${units}e-${places}`);
}

function roundsUp(kept: string, dropped: string): boolean {
  const half = `5${'0'.repeat(Math.max(dropped.length - 1, 0))}`;
  if (dropped === half) return Number(kept.at(-1)) % 2 === 1;
  return dropped > half;
}
