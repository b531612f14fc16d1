import { withConcurrency } from './concurrency';
import type { FailedDelivery, TimeIsShort } from './delivery';
import type { Clock, EventOutbox, EventPublisher, InterruptedChanges, OutboxEvent } from './ports';
import { LIMITS } from '../../src/core/contracts/limits';
import { instantText } from '../../src/core/licensure/time';

export interface RelayPorts {
  readonly publisher: EventPublisher;
  readonly outbox: EventOutbox;
}

export interface SweepPorts extends RelayPorts {
  readonly interrupted: InterruptedChanges;
  readonly clock: Clock;
}

export interface Sweep {
  /** Events that the stream had left. */
  readonly found: number;
  readonly failed: number;
  /** How many of them were left to the next sweep, because the time of the call was almost over. */
  readonly postponed: number;
  /** Places of events that waited longer than they may, published by now or not. */
  readonly overdue: readonly string[];
  /** Changes that stay unfinished, with the reasons. */
  readonly unfinished: readonly string[];
  /** Whether somebody should look: something failed, or waited too long. */
  readonly isAlarming: boolean;
}

/** Younger entries are still in the hands of the stream, or of the writer. */
const STREAM_MINUTES = 1;

/** Longer than that, nobody may have to wait for an event. */
const OVERDUE_MINUTES = 15;

const REMOVALS_AT_ONCE = 10;

/** Events that a sweep publishes before it removes them: as many as one call to the bus takes. */
const SLICE = LIMITS.eventBatchEntries.value;

/** Publishes events of the outbox and removes them. One that stays behind is published again: consumers expect that. */
export async function relayEvents(
  { publisher, outbox }: RelayPorts,
  events: readonly OutboxEvent[],
): Promise<readonly FailedDelivery[]> {
  const refused = new Map(
    (await publisher.publish(events.map(({ event }) => event))).map(({ index, reason }) => [index, reason]),
  );
  const outcomes = await withConcurrency([...events.entries()], REMOVALS_AT_ONCE, async ([index, event]) => {
    const reason = refused.get(index);
    if (reason !== undefined) return [{ index, error: new Error(`the event was refused: ${reason}`) }];
    return outbox.remove(event).then(
      () => [],
      (error: Error) => [{ index, error }],
    );
  });
  return outcomes.flat();
}

/** Finishes what stream and writers have left behind; what there is no time for is left to the next sweep. */
export async function sweepOutbox(
  { interrupted, clock, ...ports }: SweepPorts,
  timeIsShort: TimeIsShort,
): Promise<Sweep> {
  const now = clock();
  const left = minutesBefore(now, STREAM_MINUTES);
  const events = (await ports.outbox.pending()).filter(({ writtenAt }) => writtenAt < left);
  const { failed, postponed } = await relayInSlices(ports, events, timeIsShort);
  // Last: changes that others hold up must not hold up events. What a change publishes comes with the stream.
  const unfinished = timeIsShort() ? [] : await interrupted.finish(left);
  const overdue = events.filter(({ writtenAt }) => writtenAt < minutesBefore(now, OVERDUE_MINUTES));
  return {
    found: events.length,
    failed,
    postponed,
    overdue: overdue.map(({ pk, sk, event }) => `${pk} ${sk} ${event.detailType}`),
    unfinished,
    isAlarming: failed + overdue.length + unfinished.length > 0,
  };
}

/** Each slice is removed before the next one is published, so a call that breaks off repeats at most one. */
async function relayInSlices(ports: RelayPorts, events: readonly OutboxEvent[], timeIsShort: TimeIsShort) {
  let failed = 0;
  for (let begin = 0; begin < events.length; begin += SLICE) {
    if (timeIsShort()) return { failed, postponed: events.length - begin };
    failed += (await relayEvents(ports, events.slice(begin, begin + SLICE))).length;
  }
  return { failed, postponed: 0 };
}

function minutesBefore(instant: string, minutes: number): string {
  return instantText(new Date(Date.parse(instant) - minutes * 60_000));
}
