/**
 * JSON text in the one form that stored hashes and page keys are made of: `", "` and `": "` as separators, everything
 * outside printable ASCII escaped. JSON.stringify leaves out the blanks and keeps other characters as they are.
 */
export function jsonText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonText).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([key, member]) => `${asciiText(key)}: ${jsonText(member)}`);
    return `{${members.join(', ')}}`;
  }
  return typeof value === 'string' ? asciiText(value) : JSON.stringify(value);
}

function asciiText(text: string): string {
  return JSON.stringify(text).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The same value with the keys of all objects in code-point order. */
export function withSortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([left], [right]) => compareCodePoints(left, right));
  return Object.fromEntries(entries.map(([key, member]) => [key, withSortedKeys(member)]));
}

/** Order by code point, which is the order of the UTF-8 bytes; the default order of strings is by UTF-16 unit. */
export function compareCodePoints(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}
