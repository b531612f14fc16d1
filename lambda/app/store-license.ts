import { withConcurrency } from './concurrency';
import { correctNumber, CorrectNumberPorts } from './correct-number';
import { FailedDelivery, NO_TIME_LEFT, TimeIsShort } from './delivery';
import { instantAfter } from './instant-after';
import { Attempt, untilSaved } from './until-saved';
import { NO_CHANGE } from '../../src/core/licensure/changes/change-plan';
import { planIngests } from '../../src/core/licensure/ingest-batch';
import { IngestTarget, planRefresh, readIngestDetail } from '../../src/core/licensure/ingest-license';
import type { Item } from '../../src/core/licensure/item';

export type StoreLicensesPorts = CorrectNumberPorts;

/** Providers that are worked on at once: most of the time goes into waiting for the table. */
const PROVIDERS_AT_ONCE = 10;

interface Arrival {
  readonly index: number;
  readonly detail: unknown;
  readonly target: IngestTarget;
}

/**
 * Stores uploaded licenses and what follows from them for their providers; the events that follow are stored with them.
 * All licenses of one provider take one read and one write, unless one of them corrects a social security number or
 * can't be written.
 */
export async function storeLicenses(
  ports: StoreLicensesPorts,
  details: readonly unknown[],
  timeIsShort: TimeIsShort,
): Promise<readonly FailedDelivery[]> {
  const failed: FailedDelivery[] = [];
  const arrivals = details.flatMap((detail, index) => {
    const target = readIngestDetail(detail);
    if (target.ok) return [{ index, detail, target: target.value }];
    failed.push({ index, error: new Error(target.error) });
    return [];
  });
  const outcomes = await withConcurrency(byProvider(arrivals), PROVIDERS_AT_ONCE, (ofOne) =>
    timeIsShort() ? allFailed(ofOne, new Error(NO_TIME_LEFT)) : storeForProvider(ports, ofOne),
  );
  return [...failed, ...outcomes.flat()];
}

function byProvider(arrivals: readonly Arrival[]): Arrival[][] {
  const groups = new Map<string, Arrival[]>();
  for (const arrival of arrivals) {
    const key = `${arrival.target.compact} ${arrival.target.providerId}`;
    groups.set(key, [...(groups.get(key) ?? []), arrival]);
  }
  return [...groups.values()];
}

async function storeForProvider(ports: StoreLicensesPorts, arrivals: readonly Arrival[]): Promise<FailedDelivery[]> {
  const isCorrection = arrivals.some(({ target }) => target.previousProviderId !== undefined);
  if (isCorrection && arrivals.length > 1) return oneByOne(ports, arrivals);
  try {
    for (const { detail, target } of arrivals) await correctNumber(ports, detail, target);
    return await storeTogether(ports, arrivals);
  } catch (error) {
    return arrivals.length > 1 ? oneByOne(ports, arrivals) : allFailed(arrivals, error as Error);
  }
}

async function oneByOne(ports: StoreLicensesPorts, arrivals: readonly Arrival[]): Promise<FailedDelivery[]> {
  const failed: FailedDelivery[] = [];
  for (const arrival of arrivals) failed.push(...(await storeForProvider(ports, [arrival])));
  return failed;
}

async function storeTogether(ports: StoreLicensesPorts, arrivals: readonly Arrival[]): Promise<FailedDelivery[]> {
  const { compact, providerId } = arrivals[0].target;
  const details = arrivals.map(({ detail }) => detail);
  const saved = await untilSaved(ports, providerId, async () => {
    const storedItems = await ports.providers.mainRecords(compact, providerId);
    const now = await instantAfter(storedItems, ports);
    const planned = now === undefined ? undefined : planIngests({ domain: ports.domain, details, storedItems, now });
    return planned && { ...planned, seen: storedItems };
  });
  if (saved.plan.mayHideBetterLicense) await showBestLicense(ports, arrivals[0].target, saved);
  return arrivals.flatMap(({ index }, position) => {
    const refusal = saved.refusals[position];
    return refusal === undefined ? [] : [{ index, error: new Error(refusal) }];
  });
}

/**
 * Looks for licenses that `saved` did not know, and lets the provider show the best license where there are some: each
 * look may find what was stored during the one before. Licenses that were known can't have changed unseen.
 */
async function showBestLicense(ports: StoreLicensesPorts, target: IngestTarget, saved: Attempt): Promise<void> {
  const { domain, providers } = ports;
  const known = licenseKeys([...saved.seen, ...saved.plan.puts]);
  const refreshed = await untilSaved(ports, target.providerId, async () => {
    const storedItems = await providers.mainRecords(target.compact, target.providerId);
    if ([...licenseKeys(storedItems)].every((key) => known.has(key))) return { plan: NO_CHANGE, seen: storedItems };
    const now = await instantAfter(storedItems, ports);
    if (now === undefined) return undefined;
    const planned = planRefresh({ domain, storedItems, now });
    if (!planned.ok) throw new Error(planned.error);
    return { plan: planned.value, seen: storedItems };
  });
  if (refreshed.plan.puts.length > 0) await showBestLicense(ports, target, refreshed);
}

function licenseKeys(items: readonly Item[]): Set<unknown> {
  return new Set(items.filter(({ type }) => type === 'license').map(({ sk }) => sk));
}

function allFailed(arrivals: readonly Arrival[], error: Error): FailedDelivery[] {
  return arrivals.map(({ index }) => ({ index, error }));
}
