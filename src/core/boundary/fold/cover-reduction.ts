import type { CoverProblem, CoverSet, CoverSolution, CoverSolver } from '../cover';

/**
 * The solver, asked only for what plain reasoning leaves over, which for most services is nothing: a set that alone
 * covers an element must be chosen; a set that covers no more than a cheaper one needn't be looked at; nor an element
 * that is covered by whatever covers another one. Optimal solutions stay optimal.
 */
export function reducing(solver: CoverSolver): CoverSolver {
  return (problems) => {
    const reductions = problems.map(reduction);
    const open = reductions.filter(({ core }) => core.elements > 0);
    const solutions = solver(open.map(({ core }) => core));
    return reductions.map((reduced) => completed(reduced, solutions[open.indexOf(reduced)] ?? NOTHING_LEFT));
  };
}

const NOTHING_LEFT: CoverSolution = { chosen: [], cost: 0, lowerBound: 0 };

/** What is left of a problem. */
interface Reduction {
  /** Indexes of sets that an optimal solution has. */
  readonly fixed: readonly number[];
  readonly fixedCost: number;
  readonly core: CoverProblem;
  /** Index in the problem by index in the core. */
  readonly origins: readonly number[];
}

interface OpenSet {
  readonly index: number;
  readonly cost: number;
  /** Elements that are still to be covered. */
  readonly covers: ReadonlySet<number>;
}

function reduction({ elements, sets }: CoverProblem): Reduction {
  const fixed: number[] = [];
  let open = sets.map(({ cost, covers }, index): OpenSet => ({ index, cost, covers: new Set(covers) }));
  let left = new Set(Array.from({ length: elements }, (_, element) => element));
  for (;;) {
    const before = left.size + open.length;
    const essential = essentialSets(open, left);
    fixed.push(...essential.map(({ index }) => index));
    left = withoutImplied(
      open,
      without(
        left,
        essential.map(({ covers }) => covers),
      ),
    );
    open = undominated(open.map((set) => ({ ...set, covers: intersection(set.covers, left) })));
    if (left.size + open.length === before) break;
  }
  const numbers = new Map([...left].map((element, number) => [element, number]));
  const coreSets = open.map(({ cost, covers }): CoverSet => ({
    cost,
    covers: [...covers].map((e) => numbers.get(e)!),
  }));
  return {
    fixed,
    fixedCost: fixed.reduce((total, index) => total + sets[index].cost, 0),
    core: { elements: left.size, sets: coreSets },
    origins: open.map(({ index }) => index),
  };
}

function completed(
  { fixed, fixedCost, origins }: Reduction,
  { chosen, cost, lowerBound }: CoverSolution,
): CoverSolution {
  return {
    chosen: [...fixed, ...chosen.map((index) => origins[index])].sort((one, other) => one - other),
    cost: fixedCost + cost,
    lowerBound: fixedCost + lowerBound,
  };
}

function essentialSets(open: readonly OpenSet[], left: ReadonlySet<number>): OpenSet[] {
  const only = [...left].flatMap((element) => {
    const covering = open.filter(({ covers }) => covers.has(element));
    return covering.length === 1 ? covering : [];
  });
  return [...new Set(only)];
}

/** Without elements that are covered by every set that covers some other element. */
function withoutImplied(open: readonly OpenSet[], left: ReadonlySet<number>): Set<number> {
  const covering = new Map(
    [...left].map((element) => [element, new Set(open.filter((set) => set.covers.has(element)))]),
  );
  const kept = new Set(left);
  for (const element of left) {
    const implied = [...kept].some(
      (other) => other !== element && isSubset(covering.get(other)!, covering.get(element)!),
    );
    if (implied) kept.delete(element);
  }
  return kept;
}

/** Of sets that are equally good, the first stays. */
function undominated(open: readonly OpenSet[]): OpenSet[] {
  const cheapestFirst = open
    .filter(({ covers }) => covers.size > 0)
    .sort((one, other) => one.cost - other.cost || other.covers.size - one.covers.size || one.index - other.index);
  const kept: OpenSet[] = [];
  for (const set of cheapestFirst) {
    if (!kept.some(({ covers }) => isSubset(set.covers, covers))) kept.push(set);
  }
  return kept.sort((one, other) => one.index - other.index);
}

function isSubset<Item>(some: ReadonlySet<Item>, all: ReadonlySet<Item>): boolean {
  return some.size <= all.size && [...some].every((item) => all.has(item));
}

function intersection(some: ReadonlySet<number>, others: ReadonlySet<number>): Set<number> {
  return new Set([...some].filter((item) => others.has(item)));
}

function without(some: ReadonlySet<number>, others: readonly ReadonlySet<number>[]): Set<number> {
  return new Set([...some].filter((item) => !others.some((set) => set.has(item))));
}
