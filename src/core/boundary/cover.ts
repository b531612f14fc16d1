/**
 * A weighted covering problem: choose sets so that every element is in one of them, as cheaply as possible.
 * Elements are numbered from 0.
 */
export interface CoverProblem {
  readonly elements: number;
  readonly sets: readonly CoverSet[];
}

export interface CoverSet {
  readonly cost: number;
  readonly covers: readonly number[];
}

export interface CoverSolution {
  /** Indexes of the chosen sets, ascending. */
  readonly chosen: readonly number[];
  readonly cost: number;
  /** No choice can be cheaper than this; equal to the cost when the solution is proved optimal. */
  readonly lowerBound: number;
}

/** Solves all the problems in one call: a solver's start costs more than most problems. */
export type CoverSolver = (problems: readonly CoverProblem[]) => readonly CoverSolution[];
