import { EventBridgeClient, PutEventsCommand, PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import type { Backoff } from './backoff';
import { sendInBatches } from './send-in-batches';
import type { DomainEvent } from '../../src/core/contracts/events';
import { LIMITS } from '../../src/core/contracts/limits';
import type { EventPublisher, RefusedEntry } from '../app/ports';

export class EventBusPublisher implements EventPublisher {
  public constructor(
    private readonly client: EventBridgeClient,
    private readonly busName: string,
    private readonly backoff?: Backoff,
  ) {}

  public publish(events: readonly DomainEvent[]): Promise<readonly RefusedEntry[]> {
    const batching = {
      maximumEntries: LIMITS.eventBatchEntries.value,
      maximumBytes: LIMITS.eventBatchBytes.value,
      sizeOf,
      send: (entries: readonly PutEventsRequestEntry[]) => this.put(entries),
    };
    const entries = events.map((event) => this.entryOf(event));
    return sendInBatches(entries, batching, this.backoff);
  }

  private entryOf({ source, detailType, detail }: DomainEvent): PutEventsRequestEntry {
    return { EventBusName: this.busName, Source: source, DetailType: detailType, Detail: JSON.stringify(detail) };
  }

  private async put(entries: readonly PutEventsRequestEntry[]) {
    const { Entries: outcomes = [] } = await this.client.send(new PutEventsCommand({ Entries: [...entries] }));
    return outcomes.map(({ ErrorCode }) => (ErrorCode === undefined ? undefined : { reason: ErrorCode, final: false }));
  }
}

/** As the service counts: UTF-8 bytes of source, type and detail. */
function sizeOf({ Source = '', DetailType = '', Detail = '' }: PutEventsRequestEntry): number {
  return Buffer.byteLength(Source) + Buffer.byteLength(DetailType) + Buffer.byteLength(Detail);
}
