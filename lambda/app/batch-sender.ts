import type { RefusedEntry } from './ports';

export interface BatchSenderSettings<Entry> {
  readonly send: (entries: readonly Entry[]) => Promise<readonly RefusedEntry[]>;
  /** Entries per call. */
  readonly batchSize: number;
  /** Calls that may be under way at once; whoever hands over more waits. */
  readonly callsInFlight: number;
}

/**
 * Sends a stream of entries in full batches, some calls at once. An entry that is refused is remembered and the rest goes
 * on; a call that fails as a whole stops everything.
 */
export class BatchSender<Entry> {
  private waiting: Entry[] = [];
  /** Entries handed to calls so far: positions of refused ones count from the first entry of all. */
  private sent = 0;
  private readonly inFlight = new Set<Promise<void>>();
  private readonly refused: RefusedEntry[] = [];
  private outage: { readonly error: unknown } | undefined;

  public constructor(private readonly settings: BatchSenderSettings<Entry>) {}

  /** Takes entries; returns once the calls that are needed for them may be under way. */
  public async add(entries: readonly Entry[]): Promise<void> {
    for (const entry of entries) {
      this.waiting.push(entry);
      if (this.waiting.length === this.settings.batchSize) await this.dispatch();
    }
  }

  /** Sends what waits and returns once every call has ended: which entries were refused, or what a call threw. */
  public async flush(): Promise<readonly RefusedEntry[]> {
    if (this.waiting.length > 0) await this.dispatch();
    await this.settle();
    if (this.outage) throw this.outage.error;
    return this.refused;
  }

  /** Waits for the calls under way, whatever becomes of them. */
  public async settle(): Promise<void> {
    await Promise.all(this.inFlight);
  }

  private async dispatch(): Promise<void> {
    while (this.inFlight.size >= this.settings.callsInFlight) await Promise.race(this.inFlight);
    if (this.outage) throw this.outage.error;
    const call: Promise<void> = this.send(this.waiting).finally(() => this.inFlight.delete(call));
    this.inFlight.add(call);
    this.sent += this.waiting.length;
    this.waiting = [];
  }

  private async send(entries: readonly Entry[]): Promise<void> {
    const before = this.sent;
    try {
      const refused = await this.settings.send(entries);
      this.refused.push(...refused.map(({ index, reason }) => ({ index: before + index, reason })));
    } catch (error) {
      this.outage ??= { error };
    }
  }
}
