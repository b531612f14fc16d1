import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { RemainingTime, timeIsShortIn } from './time-is-short';
import { Delivery, FailedDelivery, TimeIsShort } from '../app/delivery';
import { logger } from '../infra/logger';

type QueueHandler = (event: SQSEvent, context: RemainingTime) => Promise<SQSBatchResponse>;

/** Handles messages one after another; one that fails is reported alone and delivered again, the others are done. */
export function createQueueHandler(
  handle: (body: unknown) => Promise<void>,
): (event: SQSEvent) => Promise<SQSBatchResponse> {
  return async (event) => {
    const failed: FailedDelivery[] = [];
    for (const [index, record] of event.Records.entries()) {
      try {
        await handle(bodyOf(record));
      } catch (error) {
        failed.push({ index, error: error as Error });
      }
    }
    return report(event.Records, failed);
  };
}

/**
 * Hands over all messages of a batch at once, so that calls can be shared among them. A message that is no JSON fails
 * before; where the whole batch throws, all of it is delivered again.
 */
export function createBatchQueueHandler(
  handle: (deliveries: readonly Delivery[], timeIsShort: TimeIsShort) => Promise<readonly FailedDelivery[]>,
): QueueHandler {
  return async ({ Records: records }, context) => {
    const unreadable: FailedDelivery[] = [];
    const readable: { readonly index: number; readonly delivery: Delivery }[] = [];
    records.forEach((record, index) => {
      try {
        const receives = Number(record.attributes.ApproximateReceiveCount);
        readable.push({ index, delivery: { body: bodyOf(record), receives } });
      } catch (error) {
        unreadable.push({ index, error: error as Error });
      }
    });
    const deliveries = readable.map(({ delivery }) => delivery);
    const failed = await handle(deliveries, timeIsShortIn(context)).catch((error: Error) =>
      deliveries.map((_, index) => ({ index, error })),
    );
    return report(records, [
      ...unreadable,
      ...failed.map(({ index, error }) => ({ index: readable[index].index, error })),
    ]);
  };
}

function report(records: readonly SQSRecord[], failed: readonly FailedDelivery[]): SQSBatchResponse {
  const batchItemFailures = failed.map(({ index, error }) => {
    const { messageId } = records[index];
    logger.error('message failed', { messageId, error });
    return { itemIdentifier: messageId };
  });
  return { batchItemFailures };
}

function bodyOf(record: SQSRecord): unknown {
  try {
    return JSON.parse(record.body);
  } catch {
    // The parser's own message quotes the text, which may hold personal data.
    throw new Error('the message body is not JSON');
  }
}
