import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Backoff } from './backoff';
import { sendInBatches } from './send-in-batches';
import { LIMITS } from '../../src/core/contracts/limits';
import type { MessageQueue, RefusedEntry } from '../app/ports';

export class SqsMessageQueue implements MessageQueue {
  public constructor(
    private readonly client: SQSClient,
    private readonly queueUrl: string,
    private readonly backoff?: Backoff,
  ) {}

  public send(messages: readonly unknown[]): Promise<readonly RefusedEntry[]> {
    const batching = {
      maximumEntries: LIMITS.queueBatchEntries.value,
      maximumBytes: LIMITS.queueBatchBytes.value,
      sizeOf: (body: string) => Buffer.byteLength(body),
      send: (bodies: readonly string[]) => this.sendBatch(bodies),
    };
    const bodies = messages.map(bodyOf);
    return sendInBatches(bodies, batching, this.backoff);
  }

  private async sendBatch(bodies: readonly string[]) {
    const { Failed: refused = [] } = await this.client.send(
      new SendMessageBatchCommand({
        QueueUrl: this.queueUrl,
        Entries: bodies.map((MessageBody, position) => ({ Id: String(position), MessageBody })),
      }),
    );
    const byId = new Map(refused.map((entry) => [entry.Id, entry]));
    return bodies.map((_, position) => {
      const entry = byId.get(String(position));
      return entry && { reason: entry.Code ?? 'no code given', final: entry.SenderFault === true };
    });
  }
}

/**
 * A message as JSON text. The service refuses two characters that JSON leaves as they are, U+FFFE and U+FFFF: they are
 * escaped, so that one in a name doesn't stop a whole file.
 */
function bodyOf(message: unknown): string {
  return JSON.stringify(message).replace(/[\ufffe\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);
}
