/**
 * JSON text in the one form that stored hashes and page keys are made of: `", "` and `": "` as separators, everything
 * outside printable ASCII escaped. JSON.stringify leaves out the blanks and keeps other characters as they are.
 */
export function jsonText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonText).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = value instanceof Map ? [...value] : Object.entries(value);
    return `{${entries.map(([key, member]) => `${asciiText(key)}: ${jsonText(member)}`).join(', ')}}`;
  }
  return typeof value === 'string' ? asciiText(value) : JSON.stringify(value);
}

function asciiText(text: string): string {
  return JSON.stringify(text).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * The same value with the keys of all objects in code-point order. The objects become maps: in an object, keys that look
 * like numbers come first whatever order they are put in.
 */
export function withSortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([left], [right]) => compareCodePoints(left, right));
  return new Map(entries.map(([key, member]) => [key, withSortedKeys(member)]));
}

/** Order by code point, which is the order of the UTF-8 bytes; the default order of strings is by UTF-16 unit. */
export function compareCodePoints(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let position = 0; position < length; position += 1) {
    const difference = rank(left.charCodeAt(position)) - rank(right.charCodeAt(position));
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Surrogates stand for the code points above all that a unit holds by itself. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}
