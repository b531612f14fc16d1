import { systemPause } from './clock';
import type { Pause } from '../app/ports';

/**
 * Pauses before further attempts at what a service throttled, in milliseconds. The SDK repeats calls that fail as a
 * whole, but neither entries that a service refuses inside an accepted batch nor cancelled transactions.
 */
const PAUSES = [100, 400, 1_600];

/** How further attempts wait; tests replace it. */
export interface Backoff {
  readonly pauses: readonly number[];
  readonly pause: Pause;
}

/** Half of each pause is random: workers that were throttled together come back one by one. */
export const SYSTEM_BACKOFF: Backoff = {
  pauses: PAUSES,
  pause: (milliseconds) => systemPause(milliseconds * (0.5 + Math.random() / 2)),
};
