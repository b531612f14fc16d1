import type { PartialText } from '../../../iam/partial-text';
import { knownText, literalText, matchesText, overlaps } from '../../../iam/text-matching';

/**
 * What a pattern of a policy has in common with a space of targets (an ARN, or the beginning of one with `*` behind it),
 * as patterns: exact where both are known, else the whole space. Names in IAM have no colons, so a wildcard that goes
 * over one names nothing there.
 */
export function patternsIn(pattern: PartialText, space: PartialText): readonly PartialText[] {
  const glob = knownText(pattern);
  const whole = knownText(space);
  if (glob === '*') return [space];
  if (glob === undefined || whole === undefined) return overlaps(pattern, space) === 'no' ? [] : [space];
  if (!whole.endsWith('*')) return matchesText(pattern, space) === 'no' ? [] : [space];
  const beginning = whole.slice(0, -1);
  if (glob.startsWith(beginning)) return [pattern];
  const rests = restsAfter(glob, beginning).filter((rest) => !whole.includes(':iam:') || !rest.includes(':'));
  return rests.map((rest) => literalText(`${beginning}${rest}`));
}

/** What may follow that beginning in texts of the pattern: the parts of the pattern that are left when it is read. */
function restsAfter(glob: string, beginning: string): string[] {
  let positions = afterStars(glob, [0]);
  for (const character of beginning) {
    if (positions.length === 0) return [];
    positions = afterStars(
      glob,
      positions.flatMap((position) => {
        if (glob[position] === '*') return [position];
        return glob[position] === '?' || glob[position] === character ? [position + 1] : [];
      }),
    );
  }
  return positions.map((position) => glob.slice(position));
}

/** Positions in a pattern, and those behind stars, which may match nothing. */
function afterStars(glob: string, positions: readonly number[]): number[] {
  const reached = new Set(positions);
  for (const position of reached) if (glob[position] === '*') reached.add(position + 1);
  return [...reached];
}

/** Texts that stand for a wildcard: such as hit no pattern by accident, of different lengths. */
const FILLINGS = ['somebodys', 'Qj7', ''];

/** Some texts of a pattern; the pattern itself when it has no wildcards. */
export function examplesOf(pattern: PartialText): readonly PartialText[] {
  const text = knownText(pattern);
  if (text === undefined || !/[*?]/.test(text)) return [pattern];
  return FILLINGS.map((filling) => literalText(text.replaceAll('*', filling).replaceAll('?', 'x')));
}
