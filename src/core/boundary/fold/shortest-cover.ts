import { Candidate, CandidateChoice, candidatesOf } from './candidates';
import { reducing } from './cover-reduction';
import type { ServiceDemand } from './demand';
import { MOST_SURPRISE } from './pattern-forms';
import type { Cuts } from './shortest-exact';
import type { CoverProblem, CoverSolver } from '../cover';

/** Patterns that match everything that is needed of a service, in as few characters as possible. */
export interface ShortestCover {
  readonly demand: ServiceDemand;
  /** Where the candidates without extra actions were cut. */
  readonly cuts: Cuts;
  readonly chosen: readonly Candidate[];
  readonly characters: number;
  /** No choice of candidates has fewer characters. */
  readonly lowerBound: number;
}

/** One cover per demand. */
export function shortestCovers(
  demands: readonly ServiceDemand[],
  solver: CoverSolver,
  choice: CandidateChoice,
): ShortestCover[] {
  const candidates = demands.map((demand) => candidatesOf(demand, choice));
  const solutions = reducing(solver)(demands.map((demand, index) => coverProblem(demand, candidates[index])));
  return demands.map((demand, index): ShortestCover => {
    const { chosen: indexes, cost, lowerBound } = solutions[index];
    const chosen = indexes.map((position) => candidates[index][position]);
    const characters = charactersOf(chosen);
    const bound = Math.ceil((lowerBound - scaleOf(demand) + 1) / scaleOf(demand));
    return {
      demand,
      cuts: choice.cuts,
      chosen,
      characters,
      lowerBound: lowerBound === cost ? characters : Math.max(0, bound),
    };
  });
}

/** Of covers, or of the candidates of one. */
export function charactersOf(parts: readonly { readonly characters: number }[]): number {
  return parts.reduce((total, { characters }) => total + characters, 0);
}

/** Characters count first; among covers of the same length, those count that surprise least. */
function coverProblem(demand: ServiceDemand, candidates: readonly Candidate[]): CoverProblem {
  const scale = scaleOf(demand);
  return {
    elements: demand.needed.length,
    sets: candidates.map(({ characters, surprise, covers }) => ({ cost: characters * scale + surprise, covers })),
  };
}

/** More than the surprises of any cover without needless sets: such a cover has at most one set per element. */
function scaleOf({ needed }: ServiceDemand): number {
  return needed.length * MOST_SURPRISE + 1;
}
