import type { Cuts } from '../../../../src/core/boundary/fold/shortest-exact';

/** A service as lists of words, so that the reference needn't know how names are cut. */
export interface WordedService {
  /** All actions of the service. */
  readonly all: readonly (readonly string[])[];
  /** The first so many are needed. */
  readonly needed: number;
}

/** By trying everything: the fewest characters of patterns that match the needed names, and no others of the service. */
export function fewestCharacters(service: string, { all, needed }: WordedService, cuts: Cuts): number {
  const names = all.map((words) => words.join(''));
  const wanted = names.slice(0, needed);
  const exact = patternsOf(all.slice(0, needed), cuts).flatMap((pattern) => {
    const matched = names.filter((name) => isMatch(pattern, name));
    return matched.every((name) => wanted.includes(name)) ? [{ pattern, matched }] : [];
  });
  return cheapest(wanted, exact, new Map(), (pattern) => `"${service}:${pattern}",`.length);
}

/** For each set of names that patterns can match, the needed ones among them: its fewest characters, and what is too much. */
export function allCovers(service: string, { all, needed }: WordedService) {
  const names = all.map((words) => words.join(''));
  const wanted = names.slice(0, needed);
  const covers = new Map([['', { characters: 0, matched: [] as readonly string[] }]]);
  const matches = (pattern: string) => names.filter((name) => isMatch(pattern, name));
  const exact = patternsOf(all.slice(0, needed), 'letters').filter((pattern) =>
    matches(pattern).every((name) => wanted.includes(name)),
  );
  for (const pattern of new Set([...exact, ...patternsOf(all.slice(0, needed), 'words')])) {
    const own = matches(pattern);
    for (const cover of [...covers.values()]) {
      const matched = names.filter((name) => cover.matched.includes(name) || own.includes(name));
      const characters = cover.characters + `"${service}:${pattern}",`.length;
      const known = covers.get(matched.join());
      if (known === undefined || characters < known.characters) covers.set(matched.join(), { characters, matched });
    }
  }
  return [...covers.values()]
    .filter(({ matched }) => wanted.every((name) => matched.includes(name)))
    .map(({ characters, matched }) => ({ characters, extra: matched.filter((name) => !wanted.includes(name)) }));
}

/** Every form of pattern, cut at words or anywhere. */
function patternsOf(needed: WordedService['all'], cuts: Cuts): string[] {
  const patterns = needed.flatMap((words) => {
    const parts = cuts === 'words' ? words : words.join('').split('');
    const made = [parts.join('')];
    for (let start = 0; start <= parts.length; start += 1) {
      for (let end = start; end <= parts.length; end += 1) {
        const [before, inner, after] = [parts.slice(0, start), parts.slice(start, end), parts.slice(end)];
        made.push(`${before.join('')}*${after.join('')}`, `*${inner.join('')}*`);
      }
    }
    return made;
  });
  return [...new Set(patterns)].filter((pattern) => pattern !== '**');
}

function isMatch(pattern: string, name: string): boolean {
  return new RegExp(`^${pattern.replaceAll('*', '.*')}$`, 'i').test(name);
}

function cheapest(
  wanted: readonly string[],
  patterns: readonly { readonly pattern: string; readonly matched: readonly string[] }[],
  known: Map<string, number>,
  cost: (pattern: string) => number,
): number {
  if (wanted.length === 0) return 0;
  const key = wanted.join();
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  const costs = patterns
    .filter(({ matched }) => matched.includes(wanted[0]))
    .map(({ pattern, matched }) => {
      const left = wanted.filter((name) => !matched.includes(name));
      return cost(pattern) + cheapest(left, patterns, known, cost);
    });
  const least = Math.min(...costs);
  known.set(key, least);
  return least;
}
