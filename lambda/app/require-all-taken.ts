import type { RefusedEntry } from './ports';

/** Throws unless a batch was taken whole, for callers that have to offer all of it again. */
export function requireAllTaken(refused: readonly RefusedEntry[], what: string): void {
  if (refused.length === 0) return;
  const reasons = [...new Set(refused.map(({ reason }) => reason))].join(', ');
  throw new Error(`${refused.length} ${what} were refused: ${reasons}`);
}
