import { Candidate, candidatesOf } from './candidates';
import type { ServiceDemand } from './demand';
import { OVER_GRANT_WEIGHTS, WITH_OVER_GRANT } from './over-grant';
import type { ShortestCover } from './shortest-cover';
import type { CoverProblem, CoverSet, CoverSolver } from '../cover';

/** Which actions that nobody needs must be allowed for everything to fit. */
export interface LeastOverGrant {
  /** By service, in the order of the demands. */
  readonly extra: readonly ReadonlySet<string>[];
  /** No choice of candidates within the budget has less. */
  readonly lowerBound: number;
}

/**
 * One problem over all services, because they share the budget.
 *
 * @param shortest covers with extra actions, which fit
 */
export function leastOverGrant(
  shortest: readonly ShortestCover[],
  budget: number,
  solver: CoverSolver,
): LeastOverGrant {
  const demands = shortest.map(({ demand }) => demand);
  const candidates = demands.map((demand) => candidatesOf(demand, WITH_OVER_GRANT));
  const { problem, owners } = budgetProblem(demands, candidates, budget, shortest);
  const [{ chosen, lowerBound }] = solver([problem]);
  const extra = demands.map(() => new Set<string>());
  for (const set of chosen) {
    const { demand, candidate } = owners[set];
    candidate.extra.forEach((index) => extra[demand].add(demands[demand].all[index].name));
  }
  return { extra, lowerBound };
}

interface Owner {
  /** Index of the demand. */
  readonly demand: number;
  readonly candidate: Candidate;
}

interface BudgetProblem {
  readonly problem: CoverProblem;
  /** By set. */
  readonly owners: readonly Owner[];
}

function budgetProblem(
  demands: readonly ServiceDemand[],
  candidates: readonly Candidate[][],
  budget: number,
  shortest: readonly ShortestCover[],
): BudgetProblem {
  const owners: Owner[] = [];
  const sets: CoverSet[] = [];
  const burdens: number[] = [];
  let elements = 0;
  demands.forEach((demand, index) => {
    const { groups, weights } = extraGroups(demand, candidates[index]);
    candidates[index].forEach((candidate, position) => {
      owners.push({ demand: index, candidate });
      sets.push({
        cost: 0,
        covers: candidate.covers.map((element) => elements + element),
        brings: groups[position].map((group) => burdens.length + group),
        weight: candidate.characters,
      });
    });
    burdens.push(...weights);
    elements += demand.needed.length;
  });
  const started = new Set(shortest.flatMap(({ chosen }) => chosen.map(({ pattern }) => pattern)));
  const start = owners.flatMap(({ candidate }, index) => (started.has(candidate.pattern) ? [index] : []));
  return { problem: { elements, sets, burdens, weightLimit: budget, start }, owners };
}

/** Extra actions that come with the same candidates are one burden: that leaves a fraction of them. */
function extraGroups({ all }: ServiceDemand, candidates: readonly Candidate[]) {
  const bringers = new Map<number, number[]>();
  candidates.forEach(({ extra }, position) => {
    for (const index of extra) bringers.set(index, [...(bringers.get(index) ?? []), position]);
  });
  const byBringers = new Map<string, { readonly positions: readonly number[]; weight: number }>();
  for (const [index, positions] of bringers) {
    const group = byBringers.get(positions.join()) ?? { positions, weight: 0 };
    group.weight += OVER_GRANT_WEIGHTS[all[index].level];
    byBringers.set(positions.join(), group);
  }
  const groups = candidates.map((): number[] => []);
  [...byBringers.values()].forEach(({ positions }, group) =>
    positions.forEach((position) => groups[position].push(group)),
  );
  return { groups, weights: [...byBringers.values()].map(({ weight }) => weight) };
}
