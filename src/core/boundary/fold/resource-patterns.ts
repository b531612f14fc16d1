import { grouped } from './grouped';
import type { ResourceUse } from './resource-pattern';

/** How resources are put together in patterns. */
export interface PatternChoice {
  /** Characters of names that a pattern must have before its `*`: fewer say nothing. */
  readonly leastBeginning: number;
  /** Patterns for resources of one type in one place at most: with more, names have nothing in common. */
  readonly mostPerStem: number;
}

/**
 * Patterns that match all the resources, as texts for `Fn::Sub`, sorted: one for names that begin alike. Nothing where
 * some names begin like no others, or aren't known.
 */
export function resourcePatterns(uses: readonly ResourceUse[], choice: PatternChoice): string[] | undefined {
  const patterns = [...grouped(uses, ({ stem }) => stem)].map(([stem, ofStem]) => stemPatterns(stem, ofStem, choice));
  return patterns.some((known) => known === undefined) ? undefined : patterns.flatMap((known) => known!).sort();
}

function stemPatterns(stem: string, uses: readonly ResourceUse[], choice: PatternChoice): string[] | undefined {
  const { leastBeginning, mostPerStem } = choice;
  const byBeginning = grouped(uses, ({ beginning }) => beginning.slice(0, leastBeginning));
  const isTooVague = uses.some(({ beginning, isAll }) => !isAll && beginning.length < leastBeginning);
  if (isTooVague || byBeginning.size > mostPerStem) return undefined;
  return [...byBeginning.values()].map((group) => `${stem}${commonName(group)}`);
}

/** The name where it is one, else what all names begin with. */
function commonName(uses: readonly ResourceUse[]): string {
  const [first, ...others] = uses.map(({ beginning }) => beginning);
  const isOne = uses.every(({ isAll }) => isAll) && others.every((name) => name === first);
  return isOne ? first : `${others.reduce(commonBeginning, first)}*`;
}

function commonBeginning(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}
