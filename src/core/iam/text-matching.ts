import { globMatches } from './action-matching';
import type { PartialText, TextPart } from './partial-text';
import { sizeOf } from './text-building';
import { Reading, Token, tokensOf } from './text-tokens';
import { haveCommonText } from './token-intersection';
import { literalWildcard, wildcardName, wildcardOf } from './unknown-shape';
import type { Verdict } from './verdict';
import { certainly } from './verdict';

/**
 * Comparing texts takes time in proportion to the product of their lengths. No policy that AWS takes comes near (the
 * largest, a key policy, has 32,768 characters); for what is beyond nobody should wait.
 */
const LARGEST_COMPARISON = 4_000_000;

const PATTERN: Reading = { wildcards: true };
const TEXT: Reading = { wildcards: false };
const TEXT_OF_ANY_CASE: Reading = { wildcards: false, ignoreCase: true };

export function literalText(text: string): PartialText {
  return text === '' ? [] : [text];
}

/** For people: what isn't known stands in `${…}`, as policies and templates write it. */
export function displayText(text: PartialText): string {
  return text.map((part) => (typeof part === 'string' ? part : displayUnknown(part.unknown))).join('');
}

function displayUnknown(name: string): string {
  return wildcardOf(name) ?? (name.startsWith('${') ? name : `\${${name}}`);
}

/** The text, where all of it is known. */
export function knownText(text: PartialText): string | undefined {
  return text.every((part) => typeof part === 'string') ? text.join('') : undefined;
}

/**
 * Whether a text is of a pattern: `yes` when it is for every value of what isn't known, `no` when for none. Exact for
 * texts and patterns that are known, and where no unknown part stands twice and none meets a `?`; beyond that `unknown`
 * may also stand for what a closer look would decide.
 */
export function matchesText(pattern: PartialText, text: PartialText): Verdict {
  if (pattern.length === 1 && pattern[0] === '*') return 'yes';
  if (isTooLong(pattern, text)) return 'unknown';
  const knownPattern = knownText(pattern);
  const known = knownText(text);
  return knownPattern === undefined || known === undefined
    ? commonText(tokensOf(pattern, PATTERN), tokensOf(text, TEXT))
    : certainly(globMatches(knownPattern, known));
}

/** Whether two texts are the same; what would be a wildcard in a pattern stands for itself. */
export function isSameText(one: PartialText, other: PartialText, ignoreCase = false): Verdict {
  if (isTooLong(one, other)) return 'unknown';
  const reading = ignoreCase ? TEXT_OF_ANY_CASE : TEXT;
  return commonText(tokensOf(one, reading), tokensOf(other, reading));
}

/** Whether there is a text of both patterns. */
export function overlaps(one: PartialText, other: PartialText): Verdict {
  return isTooLong(one, other) ? 'unknown' : commonText(tokensOf(one, PATTERN), tokensOf(other, PATTERN));
}

/** Whether every text of the other pattern is of the one. Two known patterns without `?` get an answer for certain. */
export function covers(one: PartialText, other: PartialText): Verdict {
  if (isTooLong(one, other)) return 'unknown';
  if (matchesText(one, anyTextOf(other)) === 'yes') return 'yes';
  const known = knownText(one);
  if (known !== undefined && knownText(other) !== undefined && !known.includes('?')) return 'no';
  return overlaps(one, other) === 'no' ? 'no' : 'unknown';
}

/** A text for all that are of a pattern: what holds for it for certain holds for each of them. */
export function anyTextOf(pattern: PartialText, lastSegment = 0): PartialText {
  let wildcards = 0;
  let colons = 0;
  return pattern.flatMap((part): TextPart[] => {
    if (typeof part !== 'string') return [literalWildcard(part.unknown) ?? part];
    return piecesOf(part).map((piece) => {
      colons += piece.split(':').length - 1;
      if (piece !== '*' && piece !== '?') return piece;
      wildcards += 1;
      return { unknown: wildcardName(piece, wildcards, colons < lastSegment) };
    });
  });
}

/** A pattern that only this text is of. */
export function patternOf(text: PartialText): PartialText {
  return text.flatMap((part): TextPart[] =>
    typeof part === 'string'
      ? piecesOf(part).map((piece) => (piece === '*' || piece === '?' ? { unknown: `\${${piece}}` } : piece))
      : [part],
  );
}

/** A literal part cut into wildcards and what is between them. */
function piecesOf(literal: string): string[] {
  return literal.split(/([*?])/).filter((piece) => piece !== '');
}

/**
 * Whether there is a common text. The patterns of the one may be given in a stricter reading for the question whether
 * it is so for certain.
 */
export function commonText(one: readonly Token[], other: readonly Token[], strictOne = one): Verdict {
  if (one.length * other.length > LARGEST_COMPARISON) return 'unknown';
  if (haveCommonText(strictOne, other, 'every value')) return 'yes';
  const isDecided = strictOne === one && !one.some(isSymbol) && !other.some(isSymbol);
  return isDecided || !haveCommonText(one, other, 'some value') ? 'no' : 'unknown';
}

/** Whether comparing the two would take longer than anybody should wait. */
export function isTooLong(one: PartialText, other: PartialText): boolean {
  return sizeOf(one) * sizeOf(other) > LARGEST_COMPARISON;
}

function isSymbol({ symbol }: Token): boolean {
  return symbol !== undefined;
}
