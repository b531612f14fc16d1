/**
 * White space as the reference system trims it: Unicode white space with the separators U+001C to U+001F and U+0085.
 * The language's own `trim` also takes U+FEFF and leaves these.
 */
const WHITE_SPACE = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const AROUND = new RegExp(`^${WHITE_SPACE}+|${WHITE_SPACE}+$`, 'gu');

/** Hardly any text has something to trim: its ends are looked at before the whole is searched. */
export function trimText(text: string): string {
  const isTrimmed = isLetterOrSign(text.charCodeAt(0)) && isLetterOrSign(text.charCodeAt(text.length - 1));
  return isTrimmed ? text : text.replace(AROUND, '');
}

/** True for most of what texts begin and end with; false says nothing. */
function isLetterOrSign(unit: number): boolean {
  return (unit > 0x20 && unit < 0x7f) || (unit > 0xa0 && unit < 0x1680);
}

/** The object with its own strings trimmed; nested values stay as they are. */
export function withTrimmedTexts(object: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, typeof value === 'string' ? trimText(value) : value]),
  );
}
