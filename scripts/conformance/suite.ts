import type { Vector } from './vectors';

/** What became of one vector. */
export type Outcome =
  | { readonly kind: 'compared'; readonly expected: unknown; readonly actual: unknown }
  /** The part of the product that the vector is about does not exist yet. */
  | { readonly kind: 'notCovered'; readonly reason: string }
  /** Not a case, but data that other vectors refer to. */
  | { readonly kind: 'data' };

/** How the vectors of one file are answered by the product. */
export interface Suite {
  readonly file: string;
  /** Gets all vectors of the file, because some refer to others, and answers one. */
  readonly answerWith: (vectors: readonly Vector[]) => (vector: Vector) => Outcome;
}

export function compared(expected: unknown, actual: unknown): Outcome {
  return { kind: 'compared', expected, actual };
}

export function notCovered(reason: string): Outcome {
  return { kind: 'notCovered', reason };
}
