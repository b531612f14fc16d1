import type { Candidate } from './candidates';

/** Of the candidates that match the same, the one to prefer. */
export function cheapestOfEach(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const key = `${candidate.covers.join()}|${candidate.extra.join()}`;
    const known = best.get(key);
    if (known === undefined || isPreferred(candidate, known)) best.set(key, candidate);
  }
  return [...best.values()];
}

/** Without those in whose place another one, which is not worse in any respect, could always stand. */
export function undominated(candidates: readonly Candidate[]): Candidate[] {
  const ranked = [...candidates].sort((one, other) => (isPreferred(one, other) ? -1 : 1));
  const kept: Candidate[] = [];
  const keptByElement = new Map<number, Candidate[]>();
  for (const candidate of ranked) {
    const [first] = candidate.covers;
    if (keptByElement.get(first)?.some((other) => dominates(other, candidate))) continue;
    kept.push(candidate);
    for (const element of candidate.covers) {
      const others = keptByElement.get(element);
      if (others) others.push(candidate);
      else keptByElement.set(element, [candidate]);
    }
  }
  return kept;
}

/** Fewer characters; else less surprising; else first in the alphabet. */
function isPreferred(one: Candidate, other: Candidate): boolean {
  if (one.characters !== other.characters) return one.characters < other.characters;
  if (one.surprise !== other.surprise) return one.surprise < other.surprise;
  return one.pattern < other.pattern;
}

/** Whether a preferred candidate matches all that the other does of what is needed, and no more of what isn't. */
function dominates(preferred: Candidate, other: Candidate): boolean {
  return isSubset(other.covers, preferred.covers) && isSubset(preferred.extra, other.extra);
}

/** Of ascending numbers. */
function isSubset(some: readonly number[], all: readonly number[]): boolean {
  if (some.length > all.length) return false;
  let position = 0;
  for (const number of some) {
    while (position < all.length && all[position] < number) position += 1;
    if (all[position] !== number) return false;
    position += 1;
  }
  return true;
}
