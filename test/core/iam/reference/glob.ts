import type { PartialText } from '../../../../src/core/iam/partial-text';

/** Values of unknown parts by name. */
export type Assignment = Readonly<Record<string, string>>;

/** A pattern all of whose parts are known: characters, and wildcards that are meant as such. */
export type KnownPattern = readonly (string | { readonly wildcard: '*' | '?' })[];

/** Tries all ways to match, letter by letter. */
export function globHolds(pattern: KnownPattern, text: string): boolean {
  if (pattern.length === 0) return text === '';
  const [first, ...rest] = pattern;
  if (typeof first === 'string') return text[0] === first && globHolds(rest, text.slice(1));
  if (first.wildcard === '?') return text !== '' && globHolds(rest, text.slice(1));
  return globHolds(rest, text) || (text !== '' && globHolds(pattern, text.slice(1)));
}

export function textUnder(text: PartialText, values: Assignment): string {
  return text.map((part) => (typeof part === 'string' ? part : values[part.unknown])).join('');
}

export function patternUnder(pattern: PartialText, values: Assignment): KnownPattern {
  return pattern.flatMap((part) =>
    typeof part === 'string'
      ? [...part].map((character) => (character === '*' || character === '?' ? { wildcard: character } : character))
      : [...values[part.unknown]],
  );
}

export function unknownNames(...texts: readonly PartialText[]): string[] {
  return [...new Set(texts.flat().flatMap((part) => (typeof part === 'string' ? [] : [part.unknown])))];
}

/** All ways to give each name one of its values. */
export function assignments(names: readonly string[], values: readonly string[]): Assignment[] {
  return names.reduce<Assignment[]>(
    (given, name) => given.flatMap((assignment) => values.map((value) => ({ ...assignment, [name]: value }))),
    [{}],
  );
}

/** All texts of at most that many of these letters. */
export function shortTexts(letters: string, longest: number): string[] {
  if (longest === 0) return [''];
  const shorter = shortTexts(letters, longest - 1);
  return [...new Set([...shorter, ...shorter.flatMap((text) => [...letters].map((letter) => text + letter))])];
}
