import type { AttributeValue, DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { RemainingTime, timeIsShortIn } from './time-is-short';
import type { FailedDelivery, TimeIsShort } from '../app/delivery';
import { logger } from '../infra/logger';

export type StreamImage = Readonly<Record<string, AttributeValue>>;

export interface StreamHandlers<Entry> {
  /** Makes an entry of a new item; nothing where the item is none of the handler's. */
  readonly read: (image: StreamImage) => Entry | undefined;
  readonly handle: (entries: readonly Entry[]) => Promise<readonly FailedDelivery[]>;
  /** What a schedule asks for. */
  readonly onSchedule: (timeIsShort: TimeIsShort) => Promise<void>;
}

interface StreamEntry<Entry> {
  readonly sequenceNumber: string;
  readonly entry: Entry;
}

/**
 * Handles new items of a stream, together, and calls of a schedule. The stream goes on from the first record that is
 * reported as failed, so records after it come again, also those that were dealt with.
 */
export function createStreamHandler<Entry>(
  handlers: StreamHandlers<Entry>,
): (event: DynamoDBStreamEvent | object, context: RemainingTime) => Promise<DynamoDBBatchResponse> {
  return async (event, context) => {
    if (!('Records' in event)) {
      await handlers.onSchedule(timeIsShortIn(context));
      return { batchItemFailures: [] };
    }
    const { entries, unreadable } = read(event, handlers);
    const failed = await handlers.handle(entries.map(({ entry }) => entry));
    const problems = failed.map(({ index, error }) => ({ ...entries[index], error }));
    return { batchItemFailures: [...unreadable, ...problems].map(report) };
  };
}

function read<Entry>(event: DynamoDBStreamEvent, handlers: StreamHandlers<Entry>) {
  const entries: StreamEntry<Entry>[] = [];
  const unreadable: { readonly sequenceNumber: string; readonly error: Error }[] = [];
  for (const { eventName, dynamodb } of event.Records) {
    if (eventName !== 'INSERT') continue;
    const sequenceNumber = dynamodb!.SequenceNumber!;
    try {
      const entry = handlers.read(dynamodb!.NewImage!);
      if (entry !== undefined) entries.push({ sequenceNumber, entry });
    } catch (error) {
      unreadable.push({ sequenceNumber, error: error as Error });
    }
  }
  return { entries, unreadable };
}

function report({ sequenceNumber, error }: { readonly sequenceNumber: string; readonly error: Error }) {
  logger.error('stream record failed', { sequenceNumber, error });
  return { itemIdentifier: sequenceNumber };
}
