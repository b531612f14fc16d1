import type { ServiceDemand } from './demand';
import { charactersOf, ShortestCover, shortestCovers } from './shortest-cover';
import type { CoverSolver } from '../cover';

/**
 * The shortest covers that are cut at words; as far as these don't fit into the budget, of the services that save most
 * by it, the shortest covers that are cut anywhere. Longer than the budget where nothing fits.
 */
export function readableCovers(
  demands: readonly ServiceDemand[],
  budget: number,
  solver: CoverSolver,
): readonly ShortestCover[] {
  const covers = shortestCovers(demands, solver, { cuts: 'words' });
  if (charactersOf(covers) <= budget) return covers;
  const shortest = shortestCovers(demands, solver, { cuts: 'letters' });
  const savings = covers.map(({ characters }, index) => ({ index, saved: characters - shortest[index].characters }));
  for (const { index } of savings.sort((one, other) => other.saved - one.saved || one.index - other.index)) {
    if (charactersOf(covers) <= budget) break;
    covers[index] = shortest[index];
  }
  return covers;
}
