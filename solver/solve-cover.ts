import type { Highs, Model } from 'highs';
import { coverModel } from './cover-model';
import type { CoverProblem, CoverSolution } from '../src/core/boundary/cover';

/** The same answer whenever it is asked the same, and no gap that is good enough. The solver has one thread only. */
const OPTIONS = { output_flag: false, random_seed: 0, mip_rel_gap: 0 };

/** By how much a bound that is a whole number may seem to be more. */
const ROUNDING = 1e-6;

/** Whether a value of a column that must be 0 or 1 is 1: the solver computes with floating point. */
const isOne = (value: number) => value > 0.5;

/** @throws Error when the problem has no solution, or none was found in time */
export function solveCover(highs: Highs, problem: CoverProblem, seconds: number): CoverSolution {
  if (problem.elements === 0) return { chosen: [], cost: 0, lowerBound: 0 };
  requireCoverable(problem);
  return highs.withModel(coverModel(problem), (model) => {
    model.options.set({ ...OPTIONS, time_limit: seconds });
    if (problem.start !== undefined) model.setSolution({ colValue: startValues(problem, problem.start) });
    const { modelStatus } = model.run();
    const { optimal, infeasible } = highs.constants.modelStatus;
    if (modelStatus === infeasible) throw new Error('no choice of the sets covers every element within the limit');
    const chosen = found(highs, model, problem) ?? problem.start ?? withoutLimit(problem);
    if (chosen === undefined) throw new Error(`no solution was found in ${seconds} seconds`);
    const cost = costOf(problem, chosen);
    return { chosen, cost, lowerBound: modelStatus === optimal ? cost : provedBound(model, problem) };
  });
}

function requireCoverable({ elements, sets }: CoverProblem): void {
  const coverable = new Set(sets.flatMap(({ covers }) => covers));
  const missing = Array.from({ length: elements }, (_, element) => element).filter(
    (element) => !coverable.has(element),
  );
  if (missing.length > 0) throw new Error(`no set covers element ${missing.join(', ')}`);
}

function found(highs: Highs, model: Model, { sets }: CoverProblem): number[] | undefined {
  if (model.info.get('primal_solution_status') !== highs.constants.solutionStatus.feasible) return undefined;
  const { colValue } = model.getSolution();
  return sets.flatMap((_, index) => (isOne(colValue[index]) ? [index] : []));
}

/** Where nothing limits the choice, all sets are one. */
function withoutLimit({ sets, weightLimit }: CoverProblem): number[] | undefined {
  return weightLimit === undefined ? sets.map((_, index) => index) : undefined;
}

function costOf({ sets, burdens = [] }: CoverProblem, chosen: readonly number[]): number {
  const borne = new Set(chosen.flatMap((index) => sets[index].brings ?? []));
  return sum(chosen.map((index) => sets[index].cost)) + sum([...borne].map((burden) => burdens[burden]));
}

/** Costs are never negative; where all are whole numbers, a bound between two of them is the upper one. */
function provedBound(model: Model, { sets, burdens = [] }: CoverProblem): number {
  const bound = Number(model.info.get('mip_dual_bound'));
  if (!Number.isFinite(bound)) return 0;
  const isWhole = [...sets.map(({ cost }) => cost), ...burdens].every(Number.isInteger);
  return Math.max(0, isWhole ? Math.ceil(bound - ROUNDING) : bound);
}

function startValues({ sets, burdens = [] }: CoverProblem, start: readonly number[]): number[] {
  const chosen = new Set(start);
  const borne = new Set(start.flatMap((index) => sets[index].brings ?? []));
  return [...sets.map((_, index) => Number(chosen.has(index))), ...burdens.map((_, index) => Number(borne.has(index)))];
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
