import { canonicalJson } from './canonical-json';

/** Numbers of values that are too large for a name; each is a value of its own, even if another is equal. */
const NUMBERS = new WeakMap<object, number>();

let numbered = 0;

/** A name for what a template says that equal values share and others don't: its JSON, where that isn't too long. */
export function nameOfValue(value: unknown, longest: number): string {
  const json = canonicalJson(value, longest);
  return json.length > longest && typeof value === 'object' && value !== null
    ? `value too large #${numberOf(value)}`
    : json;
}

function numberOf(value: object): number {
  const known = NUMBERS.get(value);
  if (known !== undefined) return known;
  numbered += 1;
  NUMBERS.set(value, numbered);
  return numbered;
}
