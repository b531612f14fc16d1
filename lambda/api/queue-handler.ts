import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { logger } from '../infra/logger';

/** Handles messages one after another; one that fails is reported alone and delivered again, the others are done. */
export function createQueueHandler(
  handle: (body: unknown) => Promise<void>,
): (event: SQSEvent) => Promise<SQSBatchResponse> {
  return async (event) => {
    const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
    for (const record of event.Records) {
      try {
        await handle(bodyOf(record));
      } catch (error) {
        logger.error('message failed', { messageId: record.messageId, error: error as Error });
        batchItemFailures.push({ itemIdentifier: record.messageId });
      }
    }
    return { batchItemFailures };
  };
}

function bodyOf(record: SQSRecord): unknown {
  try {
    return JSON.parse(record.body);
  } catch {
    // The parser's own message quotes the text, which may hold personal data.
    throw new Error('the message body is not JSON');
  }
}
