import { instantAfter, InstantPorts } from './instant-after';
import { untilSaved, UntilSavedPorts } from './until-saved';
import type { Domain } from '../../src/core/contracts/domain';
import { ChangeRefusal, NO_CHANGE, PlannedChange } from '../../src/core/licensure/changes/change-plan';
import type { ChangeInput } from '../../src/core/licensure/changes/stored-records';

export interface ChangeProviderPorts extends UntilSavedPorts, InstantPorts {
  readonly domain: Domain;
}

/** Whose records a rule changes. */
export interface ChangedProvider {
  readonly compact: string;
  readonly providerId: string;
}

/** Decides a change from what is stored; asked again where others changed that in the meantime. */
export type ProviderRule = (input: ChangeInput) => PlannedChange;

/** Carries out what a rule plans for a provider, or answers why the rule refuses. */
export async function changeProvider(
  ports: ChangeProviderPorts,
  { compact, providerId }: ChangedProvider,
  rule: ProviderRule,
): Promise<ChangeRefusal | undefined> {
  const { refusal } = await untilSaved(ports, providerId, async () => {
    const items = await ports.providers.detailRecords(compact, providerId);
    const now = await instantAfter(items, ports);
    if (now === undefined) return undefined;
    const planned = rule({ domain: ports.domain, items, now });
    return planned.ok
      ? { plan: planned.value, seen: items, refusal: undefined }
      : { plan: NO_CHANGE, seen: items, refusal: planned.error };
  });
  return refusal;
}
