import { demandsOf, ServiceDemand } from './demand';
import { WITH_OVER_GRANT } from './over-grant';
import { shortestCovers } from './shortest-cover';
import type { ActionTable } from '../../iam/action-table';
import type { CoverSolver } from '../cover';

/** Characters of the shortest patterns of many sets of actions, which have most services in common. */
export class FoldSizes {
  private readonly known = new Map<string, number>();

  constructor(
    private readonly table: ActionTable,
    private readonly solver: CoverSolver,
  ) {}

  /** With every way to need fewer characters; one size per set. */
  public of(actionSets: readonly (readonly string[])[]): number[] {
    const sets = actionSets.map((actions) => demandsOf(actions, this.table).services);
    const missing = new Map(
      sets.flat().flatMap((demand) => (this.known.has(keyOf(demand)) ? [] : [[keyOf(demand), demand] as const])),
    );
    const covers = shortestCovers([...missing.values()], this.solver, WITH_OVER_GRANT);
    covers.forEach(({ demand, characters }) => this.known.set(keyOf(demand), characters));
    return sets.map((demands) => demands.reduce((total, demand) => total + this.known.get(keyOf(demand))!, 0));
  }
}

function keyOf({ needed }: ServiceDemand): string {
  return needed.map(({ name }) => name).join();
}
