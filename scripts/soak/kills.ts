import { setTimeout as delay } from 'node:timers/promises';
import { Draw } from './draw';
import type { Pipeline } from './pipeline';

/** Function that reads the file, which is the only one that works on all of it at once. */
export const READER = 'BulkUploadParser';
const POLL_MILLISECONDS = 20;

export interface Kill {
  readonly label: string;
  /** Items that were stored when it was killed. */
  readonly stored: number;
}

/**
 * Kills invocations while a file goes through the pipeline: first the reader's, if it still reads when the first record
 * is stored, then others of whatever runs, at times drawn by chance. Ends after the last, or when it is told to.
 */
export async function killAtRandom(
  pipeline: Pipeline,
  { kills, seed, expected }: { readonly kills: number; readonly seed: number; readonly expected: number },
  signal: AbortSignal,
): Promise<Kill[]> {
  const done: Kill[] = [];
  for (const [index, moment] of moments(kills, seed, expected).entries()) {
    const draw = new Draw(seed, index, 'victim');
    for (let victim: string | undefined; victim === undefined && !signal.aborted; await delay(POLL_MILLISECONDS)) {
      const stored = await pipeline.stored();
      if (stored < moment) continue;
      const labels = [...new Set((await pipeline.running()).map(({ label }) => label))].sort();
      const chosen = index === 0 && labels.includes(READER) ? READER : draw.oneOf(labels);
      if (chosen === undefined || !(await pipeline.kill(chosen))) continue;
      victim = chosen;
      done.push({ label: chosen, stored });
    }
  }
  return done;
}

/** Numbers of stored items at which to kill, lowest first. */
function moments(kills: number, seed: number, expected: number): number[] {
  const drawn = Array.from({ length: Math.max(0, kills - 1) }, (_, index) => {
    return Math.floor(expected * (0.1 + 0.8 * new Draw(seed, index, 'moment').share()));
  });
  return [...(kills > 0 ? [1] : []), ...drawn.sort((one, other) => one - other)];
}
