import type { Clock, EventPublisher, ProviderStore } from './ports';
import type { Domain } from '../../src/core/contracts/domain';
import { planIngest, readIngestDetail } from '../../src/core/licensure/ingest-license';
import type { Item } from '../../src/core/licensure/item';
import { providerPartition, providerSortKey } from '../../src/core/licensure/keys';

export interface StoreLicensePorts {
  readonly domain: Domain;
  readonly providers: ProviderStore;
  readonly publisher: EventPublisher;
  readonly clock: Clock;
}

/** Another writer may take the provider between reading and writing; after that many rounds the queue tries again. */
const ROUNDS = 5;

/** Stores one uploaded license and what follows from it for the provider, then publishes the resulting events. */
export async function storeLicense(ports: StoreLicensePorts, detail: unknown): Promise<void> {
  const target = readIngestDetail(detail);
  if (!target.ok) throw new Error(target.error);
  const { compact, providerId } = target.value;
  for (let round = 0; round < ROUNDS; round += 1) {
    const storedItems = await ports.providers.mainRecords(compact, providerId);
    const plan = planIngest({ domain: ports.domain, detail, storedItems, now: ports.clock() });
    if (!plan.ok) throw new Error(plan.error);
    const seen = {
      pk: providerPartition(compact, providerId),
      sk: providerSortKey(compact),
      dateOfUpdate: providerDateOfUpdate(storedItems),
    };
    if ((await ports.providers.save(plan.value.puts, seen)) === 'saved') {
      await ports.publisher.publish(plan.value.events);
      return;
    }
  }
  throw new Error(`provider ${providerId} was changed by others ${ROUNDS} times while a license was being stored`);
}

function providerDateOfUpdate(items: readonly Item[]): string | undefined {
  return items.find((item) => item.type === 'provider')?.dateOfUpdate as string | undefined;
}
