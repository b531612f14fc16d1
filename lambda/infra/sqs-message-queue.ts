import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { batches } from './batches';
import { LIMITS } from '../../src/core/contracts/limits';
import type { MessageQueue } from '../app/ports';

export class SqsMessageQueue implements MessageQueue {
  public constructor(
    private readonly client: SQSClient,
    private readonly queueUrl: string,
  ) {}

  public async send(messages: readonly unknown[]): Promise<void> {
    for (const batch of batches(messages, LIMITS.queueBatchEntries.value)) {
      const { Failed: refused = [] } = await this.client.send(
        new SendMessageBatchCommand({
          QueueUrl: this.queueUrl,
          Entries: batch.map((message, position) => ({ Id: String(position), MessageBody: JSON.stringify(message) })),
        }),
      );
      if (refused.length > 0) {
        const codes = [...new Set(refused.map((entry) => entry.Code))].join(', ');
        throw new Error(`the queue refused ${refused.length} of ${batch.length} messages (${codes})`);
      }
    }
  }
}
