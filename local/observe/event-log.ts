import { readPage } from './emulator-pages';

/** Page of the emulator with what was published. */
export const EVENT_LOG_PATH = '/_compact/events';

export interface BusEvent {
  readonly id: string;
  readonly time: string;
  readonly source: string;
  readonly type: string;
  readonly detail: unknown;
}

export interface PublishedEvent {
  readonly EventId: string;
  /** Seconds since the epoch. */
  readonly Time: number;
  readonly Source: string;
  readonly DetailType: string;
  readonly Detail: string;
}

export interface EventLog {
  /** Events that were published since the emulator started. */
  readonly total: number;
  readonly events: readonly PublishedEvent[];
}

/** Every event that was published on a bus since the run at the address started, oldest first. */
export async function* allEvents(address: string): AsyncGenerator<BusEvent> {
  for (let after = 0; ;) {
    const { total, events } = await readPage<EventLog>(`${address}/events.json?after=${after}`);
    yield* events.map(eventOf);
    after += events.length;
    if (events.length === 0 || after >= total) return;
  }
}

export function eventOf({ EventId, Time, Source, DetailType, Detail }: PublishedEvent): BusEvent {
  const time = new Date(Time * 1000).toISOString();
  return { id: EventId, time, source: Source, type: DetailType, detail: JSON.parse(Detail) };
}
