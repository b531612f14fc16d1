import {
  DeleteMessageCommand,
  Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { DeadLetterQueue } from '../deploy/discover';

/**
 * Moves the messages that a dead-letter queue holds now back to the queue that they came from, and returns how many. The
 * emulator has no task of its own for it. A message that comes back meanwhile stays.
 */
export async function redrive(sqs: SQSClient, { url, sources }: DeadLetterQueue): Promise<number> {
  const begin = Date.now();
  const seen = new Set<string>();
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10, MessageSystemAttributeNames: ['All'] }),
    );
    const fresh = Messages.filter((message) => !seen.has(message.MessageId!) && sentAt(message) <= begin);
    if (fresh.length === 0) return seen.size;
    for (const message of fresh) {
      seen.add(message.MessageId!);
      await sqs.send(new SendMessageCommand({ QueueUrl: sources[0], MessageBody: message.Body }));
      await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: message.ReceiptHandle }));
    }
  }
}

function sentAt({ Attributes }: Message): number {
  return Number(Attributes?.SentTimestamp ?? 0);
}
