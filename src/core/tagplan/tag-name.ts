import { contains, letter, lettersOf, LetterSet, without } from './letter-set';

/**
 * What Git allows as the name of a tag, as a state machine (git-check-ref-format). A pattern can match names that no tag
 * can have; two patterns that have only such names in common never start together.
 */
export type TagNameState = (typeof STATES)[number];

/** Where in a name one is: at the begin of a component, after a part of `.lock`, after an `@`, or anywhere else. */
const STATES = ['begin', '.', '.l', '.lo', '.loc', '.lock', '@', 'inside'] as const;

export const TAG_NAME_BEGIN: TagNameState = 'begin';

/** Control characters, space, the characters of revision syntax and globs, and halves of surrogate pairs. */
const FORBIDDEN: LetterSet = [
  { from: 0, to: 0x20 },
  ...lettersOf('~^:?*[\\'),
  { from: 0x7f, to: 0x7f },
  { from: 0xd800, to: 0xdfff },
];

/** Sets of characters that the rules tell apart. */
export const TAG_NAME_LETTERS: readonly LetterSet[] = [
  without(FORBIDDEN),
  ...[...'./@{lock'].map((character) => lettersOf(character)),
];

/** Where a name is after one more character; nothing, if no name goes on like that. */
export function nextInTagName(state: TagNameState, codePoint: number): TagNameState | undefined {
  if (contains(FORBIDDEN, codePoint)) return undefined;
  switch (codePoint) {
    case letter('/'):
      return state === 'begin' || state === '.lock' ? undefined : 'begin';
    case letter('.'):
      return state === 'begin' || state === '.' ? undefined : '.';
    case letter('{'):
      return state === '@' ? undefined : 'inside';
    case letter('@'):
      return '@';
    default: {
      const longer = `${state}${String.fromCodePoint(codePoint)}`;
      return STATES.find((candidate) => candidate === longer && candidate.startsWith('.')) ?? 'inside';
    }
  }
}

export function isEndOfTagName(state: TagNameState): boolean {
  return state !== 'begin' && state !== '.' && state !== '.lock';
}

/** True for a text that Git takes as the name of a tag. */
export function isTagName(text: string): boolean {
  let state: TagNameState | undefined = TAG_NAME_BEGIN;
  for (const character of text) {
    state = nextInTagName(state, letter(character));
    if (state === undefined) return false;
  }
  return isEndOfTagName(state);
}
