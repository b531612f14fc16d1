import { setTimeout as delay } from 'node:timers/promises';
import type { Pipeline } from './pipeline';

const POLL_MILLISECONDS = 500;
/** What moves from one place to another between two looks must not be taken for the end. */
const QUIET_LOOKS = 3;
/** Nothing that works takes longer without storing anything; the time after which messages come back included. */
const STALL_MILLISECONDS = 180_000;

/**
 * Waits until nothing is on its way any more, and returns the seconds from the beginning to when the last license was
 * stored.
 */
export async function untilQuiet(
  pipeline: Pipeline,
  begin: number,
  onProgress: (stored: number) => void,
): Promise<number> {
  let stored = 0;
  let lastStored = begin;
  let anywhere = 0;
  let lastChange = begin;
  let quiet = 0;
  while (quiet < QUIET_LOOKS) {
    await delay(POLL_MILLISECONDS);
    const [now, nowAnywhere] = await Promise.all([pipeline.stored(), pipeline.storedAnywhere()]);
    if (now !== stored) {
      stored = now;
      lastStored = Date.now();
      onProgress(stored);
    }
    if (nowAnywhere !== anywhere) {
      anywhere = nowAnywhere;
      lastChange = Date.now();
      quiet = 0;
    } else {
      quiet = (await pipeline.isQuiet()) ? quiet + 1 : 0;
    }
    if (Date.now() - lastChange > STALL_MILLISECONDS) {
      throw new Error(`nothing was stored for ${STALL_MILLISECONDS / 1000} seconds, and the pipeline is not quiet`);
    }
  }
  return (lastStored - begin) / 1000;
}
