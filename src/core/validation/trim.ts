/**
 * The text without the white space around it, as the reference system trims it: Unicode white space with the separators
 * U+001C to U+001F and U+0085. The language's own `trim` also takes U+FEFF and leaves these. Takes linear time, whatever
 * the text holds: an expression that looks for white space before the end tries every run of it in the middle as well.
 */
export function trimText(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isWhiteSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isWhiteSpace(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

const FURTHER_WHITE_SPACE = /[\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** Texts begin and end with ASCII nearly always, so that is told without an expression. */
function isWhiteSpace(unit: number): boolean {
  if (unit <= 0x20) return unit >= 0x1c || (unit >= 0x09 && unit <= 0x0d);
  return unit >= 0x80 && FURTHER_WHITE_SPACE.test(String.fromCharCode(unit));
}

/** The object with its own strings trimmed; nested values stay as they are. */
export function withTrimmedTexts(object: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, typeof value === 'string' ? trimText(value) : value]),
  );
}
