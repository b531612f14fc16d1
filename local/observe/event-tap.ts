import { readPage } from './emulator-pages';
import { BusEvent, EVENT_LOG_PATH, EventLog, eventOf } from './event-log';

const KEPT = 500;
const INTERVAL_MILLISECONDS = 500;

/** Keeps the last events of all buses, as the emulator tells them. */
export class EventTap {
  private recent: readonly BusEvent[] = [];
  private seen = 0;
  private timer?: NodeJS.Timeout;

  constructor(private readonly endpoint: string) {}

  /** Calls back when something was published, and once when that can't be known any longer. */
  public start(onEvents: () => void, onError: (error: unknown) => void): void {
    const again = () => {
      this.timer = setTimeout(() => {
        this.read(onEvents).then(again, onError);
      }, INTERVAL_MILLISECONDS).unref();
    };
    again();
  }

  /** Latest first. */
  public events(): readonly BusEvent[] {
    return this.recent;
  }

  public stop(): void {
    clearTimeout(this.timer);
  }

  private async read(onEvents: () => void): Promise<void> {
    const { total, events } = await readPage<EventLog>(`${this.endpoint}${EVENT_LOG_PATH}`);
    if (total === this.seen) return;
    const fresh = events.slice(Math.max(0, events.length - (total - this.seen)));
    this.seen = total;
    this.recent = [...fresh.map(eventOf).reverse(), ...this.recent].slice(0, KEPT);
    onEvents();
  }
}
