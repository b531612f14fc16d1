import type { Delivery, FailedDelivery } from './delivery';
import type { Clock, DataEventStore } from './ports';
import { archivedEvent } from '../../src/core/licensure/events/archived-event';
import type { Item } from '../../src/core/licensure/item';

export interface ArchiveEventsPorts {
  readonly dataEvents: DataEventStore;
  readonly clock: Clock;
}

/** Keeps messages of the data event bus. One that can't be kept fails alone, so that the queue holds it for an operator. */
export async function archiveEvents(
  { dataEvents, clock }: ArchiveEventsPorts,
  deliveries: readonly Delivery[],
): Promise<readonly FailedDelivery[]> {
  const failed: FailedDelivery[] = [];
  const kept: { readonly index: number; readonly item: Item }[] = [];
  deliveries.forEach(({ body }, index) => {
    const item = archivedEvent(body, clock());
    if (item.ok) kept.push({ index, item: item.value });
    else failed.push({ index, error: new Error(item.error) });
  });
  const refused = await dataEvents.putAll(kept.map(({ item }) => item));
  const refusals = refused.map(({ index, reason }) => ({
    index: kept[index].index,
    error: new Error(`the event was not archived: ${reason}`),
  }));
  return [...failed, ...refusals];
}
