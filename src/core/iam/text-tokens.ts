import type { Letters } from './letters';
import { ANY_LETTER } from './letters';
import type { PartialText } from './partial-text';
import { shapeOf } from './unknown-shape';

/**
 * A step of a text or pattern: one character or any number of them. With a literal it is that character; with a symbol
 * it is a value that isn't known but is the same wherever the symbol stands; with neither it is a wildcard.
 */
export interface Token {
  readonly many: boolean;
  readonly letters: Letters;
  readonly literal?: string;
  readonly symbol?: string;
}

export interface Reading {
  /** Whether `*` and `?` of literal parts are wildcards. */
  readonly wildcards: boolean;
  readonly ignoreCase?: boolean;
}

const ANY_TEXT: Token = { many: true, letters: ANY_LETTER };

const ANY_ONE: Token = { many: false, letters: ANY_LETTER };

/** Tokens of literal characters are shared: a policy of thousands of characters would else make as many objects. */
const LITERALS = new Map<string, Token>();

function literalToken(character: string): Token {
  const known = LITERALS.get(character);
  if (known) return known;
  const token = { many: false, letters: { only: character }, literal: character };
  LITERALS.set(character, token);
  return token;
}

/** A pattern is compared with many texts, a text with many patterns; both are immutable. */
const PATTERNS_READ = new WeakMap<PartialText, readonly Token[]>();
const TEXTS_READ = new WeakMap<PartialText, readonly Token[]>();

export function tokensOf(text: PartialText, reading: Reading): readonly Token[] {
  if (reading.ignoreCase) return read(text, reading);
  const cache = reading.wildcards ? PATTERNS_READ : TEXTS_READ;
  const cached = cache.get(text);
  if (cached) return cached;
  const tokens = read(text, reading);
  cache.set(text, tokens);
  return tokens;
}

function read(text: PartialText, { wildcards, ignoreCase }: Reading): readonly Token[] {
  const tokens: Token[] = [];
  for (const part of text) {
    if (typeof part !== 'string') {
      for (const token of tokensOfUnknown(part.unknown)) tokens.push(token);
      continue;
    }
    for (const character of ignoreCase ? part.toLowerCase() : part) {
      if (wildcards && character === '*') tokens.push(ANY_TEXT);
      else if (wildcards && character === '?') tokens.push(ANY_ONE);
      else tokens.push(literalToken(character));
    }
  }
  return wildcards ? spreadStars(tokens) : tokens;
}

function tokensOfUnknown(name: string): Token[] {
  const { beginning = '', least = 0, more = true, letters } = shapeOf(name);
  const tokens = [...beginning].map(literalToken);
  for (let index = 0; index < least; index += 1) tokens.push({ many: false, letters, symbol: `${name}[${index}]` });
  if (more) tokens.push({ many: true, letters, symbol: name });
  return tokens;
}

/**
 * `?*` and `*?` are the same pattern. With a star at each place of such a run the one character may be any of those that
 * the run covers: an unknown value, which may be empty, then never has to give it.
 */
function spreadStars(tokens: readonly Token[]): readonly Token[] {
  const spread: Token[] = [];
  let index = 0;
  while (index < tokens.length) {
    let end = index;
    while (end < tokens.length && isWildcard(tokens[end])) end += 1;
    const run = tokens.slice(index, end);
    if (run.some(({ many }) => many)) {
      spread.push(ANY_TEXT, ...run.filter(({ many }) => !many).flatMap((one) => [one, ANY_TEXT]));
    } else {
      spread.push(...run);
    }
    if (end < tokens.length) spread.push(tokens[end]);
    index = end + 1;
  }
  return spread;
}

export function isWildcard({ literal, symbol }: Token): boolean {
  return literal === undefined && symbol === undefined;
}
