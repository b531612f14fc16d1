import type { Clock, Pause } from './ports';
import type { Item } from '../../src/core/licensure/item';

export interface InstantPorts {
  readonly clock: Clock;
  readonly pause: Pause;
}

/** Together a little more than one second, and as much as two clocks may differ. */
const STEP = 100;
const STEPS = 22;

/**
 * The present, as soon as it is later than the update times of all items that a plan is made from: guards compare update
 * times, which have whole seconds, so two changes of an item within a second could not be told apart. Nothing where that
 * takes more than about two seconds: the items are then of a writer whose clock is ahead, and may have changed anyway.
 */
export async function instantAfter(seen: readonly Item[], { clock, pause }: InstantPorts): Promise<string | undefined> {
  const latest = seen.reduce((last, { dateOfUpdate }) => Math.max(last, Date.parse(String(dateOfUpdate)) || 0), 0);
  for (let step = 0; step < STEPS; step += 1) {
    const now = clock();
    if (Date.parse(now) > latest) return now;
    await pause(STEP);
  }
  return undefined;
}
