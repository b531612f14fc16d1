import { wordsOf } from './action-words';
import type { FormedPattern } from './pattern-forms';

/**
 * Where patterns may be cut: between words, which people can read, or anywhere, which takes a third less and says less
 * about what AWS may add.
 */
export type Cuts = 'words' | 'letters';

/**
 * Of each form, the shortest patterns of a name that are exact, whether they are cut here or there. Whatever a pattern
 * matches, it matches still when it is cut shorter: so longer ones are never needed, and shorter ones never exact.
 */
export function shortestExact(name: string, cuts: Cuts, isExact: (text: string) => boolean): FormedPattern[] {
  const words = wordCuts(name);
  const positions = cuts === 'words' ? words : Array.from({ length: name.length + 1 }, (_, position) => position);
  const isAtWords = (...used: number[]) => used.every((position) => words.includes(position));
  const inside = positions.slice(1);
  const prefix = inside.find((end) => isExact(`${name.slice(0, end)}*`));
  const suffix = [...positions.slice(0, -1)].reverse().find((start) => isExact(`*${name.slice(start)}`));
  return [
    ...present(prefix).map((end) => formed(`${name.slice(0, end)}*`, 'prefix', isAtWords(end))),
    ...present(suffix).map((start) => formed(`*${name.slice(start)}`, 'suffix', isAtWords(start))),
    ...shortestEnds(name, positions, isExact).map(([end, start]) =>
      formed(`${name.slice(0, end)}*${name.slice(start)}`, 'prefix and suffix', isAtWords(end, start)),
    ),
    ...shortestInners(name, positions, isExact).map(([start, end]) =>
      formed(`*${name.slice(start, end)}*`, 'word', isAtWords(start, end)),
    ),
  ];
}

function wordCuts(name: string): number[] {
  const cuts = [0];
  for (const word of wordsOf(name)) cuts.push(cuts[cuts.length - 1] + word.length);
  return cuts;
}

function present(position: number | undefined): number[] {
  return position === undefined ? [] : [position];
}

function formed(text: string, form: FormedPattern['form'], isCutAtWords: boolean): FormedPattern {
  return { text, form, isCutAtWords };
}

/** For each prefix the shortest suffix: the longer the prefix, the shorter the suffix can be. */
function shortestEnds(
  name: string,
  positions: readonly number[],
  isExact: (text: string) => boolean,
): [number, number][] {
  const found: [number, number][] = [];
  const fits = (end: number, start: number) => isExact(`${name.slice(0, end)}*${name.slice(start)}`);
  let shortest = 0;
  for (let prefix = 1; prefix < positions.length - 1; prefix += 1) {
    let suffix = Math.max(shortest, prefix);
    if (!fits(positions[prefix], positions[suffix])) continue;
    while (suffix + 1 < positions.length - 1 && fits(positions[prefix], positions[suffix + 1])) suffix += 1;
    if (suffix > shortest) found.push([positions[prefix], positions[suffix]]);
    shortest = suffix;
  }
  return found;
}

/** For each start the nearest end: the later the start, the later the end. */
function shortestInners(
  name: string,
  positions: readonly number[],
  isExact: (text: string) => boolean,
): [number, number][] {
  const found: [number, number][] = [];
  let end = 1;
  for (let start = 0; start < positions.length - 1; start += 1) {
    end = Math.max(end, start + 1);
    while (end < positions.length && !isExact(`*${name.slice(positions[start], positions[end])}*`)) end += 1;
    if (end === positions.length) break;
    found.push([positions[start], positions[end]]);
  }
  return found;
}
