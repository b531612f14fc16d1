/**
 * A weighted covering problem: choose sets so that every element is in one of them, as cheaply as possible.
 * Elements are numbered from 0.
 */
export interface CoverProblem {
  readonly elements: number;
  readonly sets: readonly CoverSet[];
  /** Costs of things that sets bring along, numbered from 0: each counts once, however many chosen sets bring it. */
  readonly burdens?: readonly number[];
  /** What the chosen sets together may weigh at most; no limit when missing. */
  readonly weightLimit?: number;
  /** Indexes of sets that are known to be a valid choice: it is the answer when time is up before a better one is found. */
  readonly start?: readonly number[];
}

export interface CoverSet {
  readonly cost: number;
  readonly covers: readonly number[];
  /** Numbers of the burdens that come with the set; none when missing. */
  readonly brings?: readonly number[];
  /** Counts towards the limit of weight; nothing when missing. */
  readonly weight?: number;
}

export interface CoverSolution {
  /** Indexes of the chosen sets, ascending. */
  readonly chosen: readonly number[];
  /** Of the chosen sets, and of what they bring along. */
  readonly cost: number;
  /** No choice can be cheaper than this; equal to the cost when the solution is proved optimal. */
  readonly lowerBound: number;
}

/**
 * Solves all the problems in one call: a solver's start costs more than most problems.
 *
 * @throws Error when a problem has no solution
 */
export type CoverSolver = (problems: readonly CoverProblem[]) => readonly CoverSolution[];
