import type { Clock, DataEventStore } from './ports';
import { archivedEvent } from '../../src/core/licensure/events/archived-event';

export interface ArchiveEventPorts {
  readonly dataEvents: DataEventStore;
  readonly clock: Clock;
}

/** Keeps a message of the data event bus. One that can't be kept is thrown, so that the queue holds it for an operator. */
export async function archiveEvent({ dataEvents, clock }: ArchiveEventPorts, message: unknown): Promise<void> {
  const item = archivedEvent(message, clock());
  if (!item.ok) throw new Error(item.error);
  await dataEvents.put(item.value);
}
