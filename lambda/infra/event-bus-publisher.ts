import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { batches } from './batches';
import { LIMITS } from '../../src/core/contracts/limits';
import type { DomainEvent, EventPublisher } from '../app/ports';

export class EventBusPublisher implements EventPublisher {
  public constructor(
    private readonly client: EventBridgeClient,
    private readonly busName: string,
  ) {}

  public async publish(events: readonly DomainEvent[]): Promise<void> {
    for (const batch of batches(events, LIMITS.eventBatchEntries.value)) {
      const { Entries: outcomes = [] } = await this.client.send(
        new PutEventsCommand({
          Entries: batch.map((event) => ({
            EventBusName: this.busName,
            Source: event.source,
            DetailType: event.detailType,
            Detail: JSON.stringify(event.detail),
          })),
        }),
      );
      const refused = outcomes.filter((outcome) => outcome.ErrorCode !== undefined);
      if (refused.length > 0) {
        const codes = [...new Set(refused.map((outcome) => outcome.ErrorCode))].join(', ');
        throw new Error(`the event bus refused ${refused.length} of ${batch.length} events (${codes})`);
      }
    }
  }
}
