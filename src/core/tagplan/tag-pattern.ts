import { Automaton, automatonOf } from './automaton';
import { GlobMistake, GlobReader } from './glob';
import { contains, letter, representatives } from './letter-set';
import { findText } from './search';
import { isEndOfTagName, nextInTagName, TAG_NAME_BEGIN, TAG_NAME_LETTERS, TagNameState } from './tag-name';
import { failure, Result, success } from '../result';

/** Characters of a pattern (CodePipeline API reference, GitTagFilterCriteria). */
export const LONGEST_TAG_PATTERN = 255;

/** A glob pattern of Git tags, as the filter of a CodePipeline trigger takes it. */
export interface TagPattern {
  readonly text: string;
  readonly automaton: Automaton;
}

const EVERY_TAG: TagPattern = { text: '**', automaton: automatonOf(new GlobReader('**').read()) };

/** Reads a pattern; the failure is a sentence that names the pattern and what to do. */
export function parseTagPattern(text: string): Result<TagPattern, string> {
  if (text === '') return failure('a tag pattern is empty: name the tags, e.g. service-prod-*');
  if (text.length > LONGEST_TAG_PATTERN) {
    const excess = `${text.length} characters, but CodePipeline takes ${LONGEST_TAG_PATTERN} at most`;
    return failure(`the tag pattern ${text.slice(0, 30)}… has ${excess}: shorten it`);
  }
  try {
    const pattern = { text, automaton: automatonOf(new GlobReader(text).read()) };
    if (commonTag(pattern, EVERY_TAG) === undefined) {
      return failure(`the tag pattern ${text} matches no name that Git allows for a tag: see git-check-ref-format`);
    }
    return success(pattern);
  } catch (error) {
    if (!(error instanceof GlobMistake)) throw error;
    return failure(
      `the tag pattern ${text} is malformed: ${error.message}; a backslash takes a special character literally`,
    );
  }
}

/** Whether a tag starts what the pattern triggers. The case of letters counts. */
export function tagMatches({ automaton }: TagPattern, tag: string): boolean {
  let states: readonly number[] = automaton.begin;
  for (const character of tag) states = step(automaton, states, letter(character));
  return states.includes(automaton.accepting);
}

/** A shortest tag that both patterns match; nothing if no tag ever does. */
export function commonTag({ automaton: one }: TagPattern, { automaton: other }: TagPattern): string | undefined {
  type State = readonly [one: number, other: number, name: TagNameState];
  return findText<State>({
    begin: one.begin.flatMap((inOne) => other.begin.map((inOther): State => [inOne, inOther, TAG_NAME_BEGIN])),
    letters: lettersToldApart(one, other),
    next: ([fromOne, fromOther, fromName], codePoint) => {
      const name = nextInTagName(fromName, codePoint);
      if (name === undefined) return [];
      const inOther = step(other, [fromOther], codePoint);
      return step(one, [fromOne], codePoint).flatMap((to) => inOther.map((toOther): State => [to, toOther, name]));
    },
    isFound: ([inOne, inOther, name]) => inOne === one.accepting && inOther === other.accepting && isEndOfTagName(name),
    key: String,
    isCoveredBy: () => true,
  });
}

/** Whether every tag that `other` matches is matched by `one` too. */
export function covers({ automaton: one }: TagPattern, { automaton: other }: TagPattern): boolean {
  interface State {
    readonly inOther: number;
    readonly name: TagNameState;
    /** Where `one` can be, all at once: a tag escapes it only if none of these accepts. */
    readonly inOne: readonly number[];
  }
  const escaped = findText<State>({
    begin: other.begin.map((inOther) => ({ inOther, name: TAG_NAME_BEGIN, inOne: one.begin })),
    letters: lettersToldApart(one, other),
    next: (from, codePoint) => {
      const name = nextInTagName(from.name, codePoint);
      if (name === undefined) return [];
      const inOne = step(one, from.inOne, codePoint);
      return step(other, [from.inOther], codePoint).map((inOther) => ({ inOther, name, inOne }));
    },
    isFound: ({ inOther, name, inOne }) =>
      inOther === other.accepting && isEndOfTagName(name) && !inOne.includes(one.accepting),
    key: ({ inOther, name }) => `${inOther},${name}`,
    // Fewer states of `one` accept fewer texts; without this, a pattern like *a?????????? would take exponential time.
    isCoveredBy: (state, known) => known.inOne.every((inOne) => state.inOne.includes(inOne)),
  });
  return escaped === undefined;
}

function step({ transitions }: Automaton, from: readonly number[], codePoint: number): number[] {
  const reached = from.flatMap((state) =>
    transitions[state].flatMap(({ letters, to }) => (contains(letters, codePoint) ? to : [])),
  );
  return [...new Set(reached)];
}

function lettersToldApart(...automata: readonly Automaton[]): number[] {
  const sets = automata.flatMap(({ transitions }) => transitions.flat().map(({ letters }) => letters));
  return representatives([...TAG_NAME_LETTERS, ...sets]);
}
