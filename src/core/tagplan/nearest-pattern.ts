import type { Automaton } from './automaton';
import { contains, letter } from './letter-set';
import type { PlannedPipeline } from './plan';
import { parseTagPattern } from './tag-pattern';

/** The pattern that a tag comes closest to, and whose it is. */
export interface NearestPattern {
  readonly pattern: string;
  readonly pipeline: string;
  /** Characters to insert, delete or replace in the tag until the pattern matches it. */
  readonly edits: number;
}

/** The pattern that the fewest edits of the tag would match; of several the first; nothing if no tag starts anything. */
export function nearestPattern(tag: string, pipelines: readonly PlannedPipeline[]): NearestPattern | undefined {
  const candidates = pipelines.flatMap(({ name, trigger }) =>
    trigger.kind !== 'tags'
      ? []
      : trigger.patterns.flatMap((pattern): NearestPattern[] => {
          const parsed = parseTagPattern(pattern);
          return parsed.ok ? [{ pattern, pipeline: name, edits: editsToMatch(parsed.value.automaton, tag) }] : [];
        }),
  );
  return candidates.reduce<NearestPattern | undefined>(
    (best, candidate) => (best === undefined || candidate.edits < best.edits ? candidate : best),
    undefined,
  );
}

/** Edit distance between a text and the nearest text that the automaton accepts. */
function editsToMatch(automaton: Automaton, text: string): number {
  let edits = afterInsertions(
    automaton,
    automaton.transitions.map((_, state) => (automaton.begin.includes(state) ? 0 : Infinity)),
  );
  for (const character of text) {
    const next = edits.map((deleted) => deleted + 1);
    automaton.transitions.forEach((transitions, state) => {
      for (const { letters, to } of transitions) {
        const cost = edits[state] + (contains(letters, letter(character)) ? 0 : 1);
        for (const target of to) next[target] = Math.min(next[target], cost);
      }
    });
    edits = afterInsertions(automaton, next);
  }
  return edits[automaton.accepting];
}

/** Lowers each state's edits to those of a state before it plus one inserted character, until nothing gets lower. */
function afterInsertions({ transitions }: Automaton, edits: number[]): number[] {
  const lowest = [...edits];
  for (let isLower = true; isLower;) {
    isLower = false;
    transitions.forEach((outgoing, state) => {
      for (const target of outgoing.flatMap(({ to }) => to)) {
        if (lowest[state] + 1 >= lowest[target]) continue;
        lowest[target] = lowest[state] + 1;
        isLower = true;
      }
    });
  }
  return lowest;
}
