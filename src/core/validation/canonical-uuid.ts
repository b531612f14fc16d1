const CANONICAL = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DIGITS = /^(?:urn:)?(?:uuid:)?[{}]*([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})[{}]*$/i;

/**
 * The canonical text of a UUID, in lower case with its hyphens, however it was written: in upper case, in braces, as a
 * URN, with hyphens anywhere or nowhere. Nothing where the text is none.
 */
export function canonicalUuid(text: string): string | undefined {
  // Nearly every text is: records are read by the hundred thousand.
  if (CANONICAL.test(text)) return text;
  return DIGITS.exec(text.replaceAll('-', ''))?.slice(1).join('-').toLowerCase();
}
