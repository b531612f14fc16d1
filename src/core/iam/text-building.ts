import type { PartialText, TextPart } from './partial-text';

/** One text after the other; neighbouring literals become one, empty ones none. */
export function concatenated(...texts: readonly PartialText[]): PartialText {
  const parts: TextPart[] = [];
  let literal = '';
  for (const part of texts.flat()) {
    if (typeof part === 'string') {
      literal += part;
    } else {
      if (literal !== '') parts.push(literal);
      literal = '';
      parts.push(part);
    }
  }
  if (literal !== '') parts.push(literal);
  return parts;
}

/** Characters of the literal parts, and one for each that isn't known. */
export function sizeOf(text: PartialText): number {
  return text.reduce((size, part) => size + (typeof part === 'string' ? part.length : 1), 0);
}

/**
 * The text with every stretch between an opening and a closing bracket replaced; a stretch that never ends goes to the
 * end of the text. Unknown parts of a stretch are given by name, `{Table.Arn}`.
 */
export function replaceBracketed(
  text: PartialText,
  { open, close }: { readonly open: string; readonly close: string },
  replacement: (inner: string) => TextPart,
): PartialText {
  if (!text.some((part) => typeof part === 'string' && part.includes(open))) return text;
  const replaced: TextPart[] = [];
  let inner: string | undefined;
  for (const part of text) {
    if (typeof part !== 'string') {
      if (inner === undefined) replaced.push(part);
      else inner += `{${part.unknown}}`;
      continue;
    }
    let position = 0;
    while (position < part.length) {
      const bracket = inner === undefined ? open : close;
      const found = part.indexOf(bracket, position);
      const stretch = part.slice(position, found < 0 ? part.length : found);
      position = found < 0 ? part.length : found + bracket.length;
      if (inner === undefined) {
        replaced.push(stretch);
        inner = found < 0 ? undefined : '';
      } else {
        inner += stretch;
        if (found < 0) continue;
        replaced.push(replacement(inner));
        inner = undefined;
      }
    }
  }
  if (inner !== undefined) replaced.push(replacement(inner));
  return concatenated(replaced);
}
