/** Where two values differ, as `path: expected …, got …`; sets have no order, numbers are compared by value. */
export interface ValueDifference {
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

export function differencesBetween(expected: unknown, actual: unknown, path = ''): ValueDifference[] {
  const left = comparable(expected);
  const right = comparable(actual);
  if (Array.isArray(left) && Array.isArray(right)) return ofArrays(left, right, path);
  if (isObject(left) && isObject(right)) {
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].sort();
    return keys.flatMap((key) => differencesBetween(left[key], right[key], path ? `${path}.${key}` : key));
  }
  return left === right ? [] : [{ path, expected: left, actual: right }];
}

function ofArrays(left: unknown[], right: unknown[], path: string): ValueDifference[] {
  const length = Math.max(left.length, right.length);
  return Array.from({ length }, (_, index) =>
    differencesBetween(left[index], right[index], `${path}[${index}]`),
  ).flat();
}

function comparable(value: unknown): unknown {
  return value instanceof Set ? [...value].sort() : value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function describeDifference({ path, expected, actual }: ValueDifference): string {
  return `${path || '(whole answer)'}: expected ${shown(expected)}, got ${shown(actual)}`;
}

const LONGEST_SHOWN_VALUE = 200;

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > LONGEST_SHOWN_VALUE ? `${text.slice(0, LONGEST_SHOWN_VALUE)}…` : text;
}
