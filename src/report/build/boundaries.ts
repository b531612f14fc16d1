import { compareTexts } from './order';
import type { BoundaryAnalysis } from '../../core/boundary/analysis';
import { executionBoundaryCannotBeEscaped } from '../../core/boundary/rules/execution-boundary-cannot-be-escaped';
import type { StackFacts } from '../assembly/assembly-facts';
import type { ReportedBoundaries, ReportedBoundary } from '../model';

/** Name of the place of stacks that don't say where they go. */
export const UNKNOWN_PLACE = 'account and region not stated';

/** What was analysed, and of which places of the stacks nothing is known: never taken as proved. */
export function reportedBoundaries(
  analyses: readonly BoundaryAnalysis[],
  stacks: readonly StackFacts[],
): ReportedBoundaries {
  const places = new Set(stacks.map(placeOf));
  analyses.forEach(({ place }) => places.delete(place));
  // An analysis of templates that don't say where they go has a name of its own, and tells its stacks.
  const covered = new Set(analyses.flatMap((analysis) => analysis.stacks));
  if (stacks.every((stack) => placeOf(stack) !== UNKNOWN_PLACE || covered.has(stack.name))) {
    places.delete(UNKNOWN_PLACE);
  }
  return {
    analysed: analyses.map((analysis) => ({ ...analysis, proof: proofOf(analysis) })),
    notAnalysed: [...places].sort(compareTexts),
  };
}

export function placeOf({ account, region }: Pick<StackFacts, 'account' | 'region'>): string {
  if (account === undefined && region === undefined) return UNKNOWN_PLACE;
  return `${account ?? 'unknown account'}/${region ?? 'unknown region'}`;
}

/** Its findings that aren't fatal are paths of which it can't be told whether they are open. */
const ESCAPE_RULE = executionBoundaryCannotBeEscaped.name;

function proofOf({ findings, closedPaths }: BoundaryAnalysis): ReportedBoundary['proof'] {
  if (findings.some(({ severity }) => severity === 'fatal')) return 'escape';
  if (closedPaths.length === 0) return 'not examined';
  return findings.some(({ rule }) => rule === ESCAPE_RULE) ? 'depends' : 'closed';
}
