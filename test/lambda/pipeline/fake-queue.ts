import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';

export interface Message {
  readonly id: string;
  readonly body: string;
  receives: number;
}

/** A standard queue: at least once, no order promised, dead letters after so many receives. */
export class FakeQueue {
  public readonly deadLetters: string[] = [];
  private readonly visible: Message[] = [];
  private sent = 0;

  public constructor(
    private readonly name: string,
    private readonly maxReceives: number,
  ) {}

  public get isEmpty(): boolean {
    return this.visible.length === 0;
  }

  public send(body: unknown): void {
    this.sent += 1;
    this.visible.push({ id: `${this.name}-${this.sent}`, body: JSON.stringify(body), receives: 0 });
  }

  /** Takes messages for a call; the answer of the call says what comes back, no answer that all of them do. */
  public receive(batchSize: number): Message[] {
    const batch = this.visible.splice(0, batchSize);
    batch.forEach((message) => (message.receives += 1));
    return batch;
  }

  public settle(batch: readonly Message[], response: SQSBatchResponse | undefined): void {
    const failed = response && new Set(response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    for (const message of batch.filter(({ id }) => !failed || failed.has(id))) {
      if (message.receives >= this.maxReceives) this.deadLetters.push(message.body);
      else this.visible.push(message);
    }
  }
}

export function sqsEvent(batch: readonly Message[]): SQSEvent {
  return {
    Records: batch.map(({ id, body, receives }) => ({
      messageId: id,
      body,
      attributes: { ApproximateReceiveCount: String(receives) },
    })),
  } as SQSEvent;
}
