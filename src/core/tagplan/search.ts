/** A space of states that texts lead through. */
export interface TextSearch<State> {
  readonly begin: readonly State[];
  readonly letters: readonly number[];
  next(state: State, letter: number): readonly State[];
  isFound(state: State): boolean;
  /** States with different keys are never compared. */
  key(state: State): string;
  /** Whether every text that leads on from `state` to a find also does from `other`, which has the same key. */
  isCoveredBy(state: State, other: State): boolean;
}

interface Visit<State> {
  readonly state: State;
  readonly letter?: number;
  readonly previous?: Visit<State>;
}

/**
 * A text that leads to a find, if there is one: breadth first, and only from states that no other state covers. It is a
 * shortest one as long as states cover each other only when they are equal.
 */
export function findText<State>(search: TextSearch<State>): string | undefined {
  const best = new Map<string, Visit<State>[]>();
  const visits: Visit<State>[] = [];
  const visit = (found: Visit<State>) => {
    const key = search.key(found.state);
    const known = best.get(key) ?? [];
    if (known.some(({ state }) => search.isCoveredBy(found.state, state))) return;
    best.set(key, [...known.filter(({ state }) => !search.isCoveredBy(state, found.state)), found]);
    visits.push(found);
  };
  search.begin.forEach((state) => visit({ state }));
  for (const previous of visits) {
    if (!best.get(search.key(previous.state))!.includes(previous)) continue;
    if (search.isFound(previous.state)) return textOf(previous);
    for (const letter of search.letters) {
      for (const state of search.next(previous.state, letter)) visit({ state, letter, previous });
    }
  }
  return undefined;
}

function textOf(last: Visit<unknown>): string {
  const letters: number[] = [];
  for (let visit: Visit<unknown> | undefined = last; visit?.letter !== undefined; visit = visit.previous) {
    letters.unshift(visit.letter);
  }
  return String.fromCodePoint(...letters);
}
