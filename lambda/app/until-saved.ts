import type { Pause, ProviderStore } from './ports';
import type { ChangePlan } from '../../src/core/licensure/changes/change-plan';
import type { Item } from '../../src/core/licensure/item';

export interface UntilSavedPorts {
  readonly providers: ProviderStore;
  readonly pause: Pause;
}

export interface Attempt {
  readonly plan: ChangePlan;
  /** What the plan was made from. */
  readonly seen: readonly Item[];
}

/** Others may change a provider between reading and writing; after that many attempts the message is left for later. */
const ATTEMPTS = 5;

/** Lets the transaction that was in the way end, in milliseconds; longer from attempt to attempt. */
const PAUSE = 40;

/**
 * Reads, plans and saves, anew as long as others interfere. `attempt` reads and plans; it gives nothing where it has to
 * read again. Answers with the attempt that was saved.
 */
export async function untilSaved<Planned extends Attempt>(
  { providers, pause }: UntilSavedPorts,
  providerId: string,
  attempt: () => Promise<Planned | undefined>,
): Promise<Planned> {
  for (let round = 1; round <= ATTEMPTS; round += 1) {
    const planned = await attempt();
    if (planned && (await providers.save(planned.plan, planned.seen)) === 'saved') return planned;
    await pause(PAUSE * round);
  }
  throw new Error(`provider ${providerId} was changed by others during ${ATTEMPTS} attempts to change it`);
}
