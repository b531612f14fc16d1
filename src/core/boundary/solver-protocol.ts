import type { CoverProblem, CoverSolution } from './cover';

/** What the program of the cover solver is started with. The ports are Node's, which the core doesn't know. */
export interface SolverStart<Port> {
  readonly answers: Port;
  /** One number, which becomes 1 with every answer: the asking thread waits for it and can't take events meanwhile. */
  readonly signal: Int32Array;
}

export interface SolverQuestion {
  readonly problems: readonly CoverProblem[];
  /** Time for all of them together. */
  readonly seconds: number;
}

export type SolverAnswer = { readonly solutions: readonly CoverSolution[] } | { readonly error: string };
