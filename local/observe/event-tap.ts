import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  Message,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';

const NAME = 'local-run-recent-events';
const KEPT = 100;
const WAIT_SECONDS = 20;

export interface BusEvent {
  readonly time: string;
  readonly source: string;
  readonly type: string;
  readonly detail: unknown;
}

/** Keeps the last events of all buses, through a rule and a queue that only the local run has. */
export class EventTap {
  private readonly recent: BusEvent[] = [];
  private readonly stopping = new AbortController();

  constructor(
    private readonly sqs: SQSClient,
    private readonly eventBridge: EventBridgeClient,
  ) {}

  public async start(buses: readonly string[], onError: (error: unknown) => void): Promise<void> {
    const { QueueUrl } = await this.sqs.send(new CreateQueueCommand({ QueueName: NAME }));
    const wanted = { QueueUrl, AttributeNames: ['QueueArn' as const] };
    const { Attributes } = await this.sqs.send(new GetQueueAttributesCommand(wanted));
    for (const EventBusName of buses) {
      // Every event has a source: the shortest pattern that matches all of them.
      const EventPattern = JSON.stringify({ source: [{ exists: true }] });
      await this.eventBridge.send(new PutRuleCommand({ Name: NAME, EventBusName, EventPattern }));
      const Targets = [{ Id: NAME, Arn: Attributes!.QueueArn! }];
      await this.eventBridge.send(new PutTargetsCommand({ Rule: NAME, EventBusName, Targets }));
    }
    this.poll(QueueUrl!).catch((error) => {
      if (!this.stopping.signal.aborted) onError(error);
    });
  }

  /** Latest first. */
  public events(): readonly BusEvent[] {
    return this.recent;
  }

  public stop(): void {
    this.stopping.abort();
  }

  private async poll(QueueUrl: string): Promise<void> {
    const request = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: WAIT_SECONDS });
    const abort = { abortSignal: this.stopping.signal };
    while (!this.stopping.signal.aborted) {
      const { Messages } = await this.sqs.send(request, abort);
      if (!Messages?.length) continue;
      this.recent.unshift(...Messages.map(eventOf).reverse());
      this.recent.length = Math.min(this.recent.length, KEPT);
      const Entries = Messages.map(({ ReceiptHandle }, index) => ({
        Id: String(index),
        ReceiptHandle: ReceiptHandle!,
      }));
      await this.sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }), abort);
    }
  }
}

function eventOf({ Body }: Message): BusEvent {
  const event = JSON.parse(Body!);
  return { time: event.time, source: event.source, type: event['detail-type'], detail: event.detail };
}
