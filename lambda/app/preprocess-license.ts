import { withConcurrency } from './concurrency';
import { Delivery, FailedDelivery, NO_TIME_LEFT, TimeIsShort } from './delivery';
import type { EventPublisher, SsnStore } from './ports';
import { DomainEvent, EVENT_SOURCES } from '../../src/core/contracts/events';
import { QUEUES } from '../../src/core/contracts/queues';
import {
  formerNumber,
  ingestDetail,
  QueuedLicense,
  readQueueMessage,
  ssnIndexRecord,
} from '../../src/core/licensure/ssn-intake';

export interface PreprocessLicensesPorts {
  readonly ssnStore: SsnStore;
  readonly publisher: EventPublisher;
  readonly newProviderId: () => string;
}

/** Numbers that are looked up at once. */
const NUMBERS_AT_ONCE = 10;

const { maxReceives } = QUEUES.licensePreprocessing;

interface Arrival {
  readonly index: number;
  readonly receives: number;
  readonly license: QueuedLicense;
}

type Resolved = Arrival & ({ readonly event: DomainEvent } | { readonly error: Error });

/**
 * Replaces the social security numbers of queued licenses by provider ids and publishes `license.ingest` for each. Where
 * that fails for good, when the queue delivers the license for the last time, `license.ingest-failure` tells the state:
 * a failure that another delivery mends is none.
 */
export async function preprocessLicenses(
  ports: PreprocessLicensesPorts,
  deliveries: readonly Delivery[],
  timeIsShort: TimeIsShort,
): Promise<readonly FailedDelivery[]> {
  const unreadable: FailedDelivery[] = [];
  const arrivals = deliveries.flatMap(({ body, receives }, index) => {
    const license = readQueueMessage(body);
    if (license.ok) return [{ index, receives, license: license.value }];
    unreadable.push({ index, error: new Error(license.error) });
    return [];
  });
  const providerIdOf = rememberedIds(ports);
  const resolved = await withConcurrency<Arrival, Resolved>(arrivals, NUMBERS_AT_ONCE, (arrival) =>
    timeIsShort() ? { ...arrival, error: new Error(NO_TIME_LEFT) } : resolve(providerIdOf, arrival),
  );
  const failed = [...failures(resolved), ...(await publishAll(ports.publisher, resolved))];
  await publishFailures(ports.publisher, failed);
  return [...unreadable, ...failed];
}

/** Several licenses of one person in a batch take one call. */
function rememberedIds({ ssnStore, newProviderId }: PreprocessLicensesPorts) {
  const known = new Map<string, Promise<string>>();
  return (compact: string, socialSecurityNumber: string): Promise<string> => {
    const record = ssnIndexRecord(compact, socialSecurityNumber, newProviderId());
    const id = known.get(String(record.pk)) ?? ssnStore.assignProviderId(record);
    known.set(String(record.pk), id);
    return id;
  };
}

async function resolve(providerIdOf: ReturnType<typeof rememberedIds>, arrival: Arrival): Promise<Resolved> {
  const { compact, ssn } = arrival.license;
  const former = formerNumber(arrival.license);
  try {
    const providerId = await providerIdOf(compact, ssn);
    const previousProviderId = former === undefined ? undefined : await providerIdOf(compact, former);
    const detail = ingestDetail(arrival.license, providerId, previousProviderId);
    return { ...arrival, event: { detailType: 'license.ingest', source: EVENT_SOURCES.providerData, detail } };
  } catch (error) {
    return { ...arrival, error: error as Error };
  }
}

function failures(resolved: readonly Resolved[]): (Arrival & FailedDelivery)[] {
  return resolved.flatMap((arrival) => ('error' in arrival ? [arrival] : []));
}

async function publishAll(
  publisher: EventPublisher,
  resolved: readonly Resolved[],
): Promise<(Arrival & FailedDelivery)[]> {
  const ready = resolved.flatMap((arrival) => ('event' in arrival ? [arrival] : []));
  const refused = await publisher.publish(ready.map(({ event }) => event));
  return refused.map(({ index, reason }) => ({
    ...ready[index],
    error: new Error(`the event was refused: ${reason}`),
  }));
}

/** What is refused here is missed in the report only: the message itself ends in the dead-letter queue. */
async function publishFailures(
  publisher: EventPublisher,
  failed: readonly (Arrival & FailedDelivery)[],
): Promise<void> {
  // A service that does not count deliveries gets an event each time.
  const final = failed.filter(({ receives }) => !(receives < maxReceives));
  await publisher.publish(
    final.map(({ license: { compact, jurisdiction, eventTime }, error }) => ({
      detailType: 'license.ingest-failure',
      source: EVENT_SOURCES.providerData,
      detail: { compact, jurisdiction, eventTime, errors: [`Error preprocessing license data: ${reasonOf(error)}`] },
    })),
  );
}

/** Services may quote what they refuse; the names of their errors hold nothing of a license. */
function reasonOf({ name, message }: Error): string {
  return name === 'Error' ? message : name;
}
