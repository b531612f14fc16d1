import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand, TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { Backoff, SYSTEM_BACKOFF } from './backoff';

export type TransactionItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

export type TransactionOutcome =
  | { readonly kind: 'written' }
  /** Nothing was written: a condition does not hold, or another transaction holds an item. */
  | { readonly kind: 'conflict'; readonly failedConditions: readonly number[] };

const CONDITION = 'ConditionalCheckFailed';
const COLLISION = 'TransactionConflict';
const THROTTLED = ['ProvisionedThroughputExceeded', 'ThrottlingError'];

/**
 * Writes all items or none. Throttling is waited out a few times; any other reason than the state of the items throws,
 * with the codes and the positions of the items, but without what the service says about their content.
 */
export async function writeTransaction(
  client: DynamoDBDocumentClient,
  items: readonly TransactionItem[],
  { pauses, pause }: Backoff = SYSTEM_BACKOFF,
): Promise<TransactionOutcome> {
  const [next, ...further] = pauses;
  try {
    await client.send(new TransactWriteCommand({ TransactItems: [...items] }));
    return { kind: 'written' };
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
    const reasons = codes.filter((code) => code !== 'None');
    if (reasons.includes(CONDITION)) return { kind: 'conflict', failedConditions: positionsOf(codes, CONDITION) };
    if (reasons.some((code) => code !== COLLISION && !THROTTLED.includes(code))) throw refusal(codes, error);
    if (reasons.includes(COLLISION)) return { kind: 'conflict', failedConditions: [] };
    if (next === undefined) throw refusal(codes, error);
  }
  await pause(next);
  return writeTransaction(client, items, { pauses: further, pause });
}

function positionsOf(codes: readonly string[], wanted: string): number[] {
  return codes.flatMap((code, position) => (code === wanted ? [position] : []));
}

function refusal(codes: readonly string[], { $metadata }: TransactionCanceledException): Error {
  const described = codes.flatMap((code, position) => (code === 'None' ? [] : [`${code} at item ${position}`]));
  return new Error(
    `a transaction of ${codes.length} items was refused (${described.join(', ') || 'no reason given'}), request ${$metadata.requestId}`,
  );
}
