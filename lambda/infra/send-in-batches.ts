import { Backoff, SYSTEM_BACKOFF } from './backoff';
import type { RefusedEntry } from '../app/ports';

/** Why a service did not take an entry of a batch that it accepted. */
export interface Refusal {
  readonly reason: string;
  /** Whether the entry itself is wrong, so that it would be refused again. */
  readonly final: boolean;
}

export interface Batching<Entry> {
  readonly maximumEntries: number;
  /** For the whole batch, as `sizeOf` counts. */
  readonly maximumBytes: number;
  readonly sizeOf: (entry: Entry) => number;
  /** Sends one batch; answers by position, with nothing for an entry that was taken. */
  readonly send: (entries: readonly Entry[]) => Promise<readonly (Refusal | undefined)[]>;
}

interface Numbered<Entry> {
  readonly index: number;
  readonly entry: Entry;
}

/**
 * Sends entries in as few batches as possible. Entries that the service refuses are tried again a few times, alone. A
 * call that fails, after the SDK has repeated it, refuses the entries of its batch and leaves the other batches to be
 * tried: what is not in the answer was taken.
 */
export async function sendInBatches<Entry>(
  entries: readonly Entry[],
  batching: Batching<Entry>,
  backoff: Backoff = SYSTEM_BACKOFF,
): Promise<RefusedEntry[]> {
  const refused: RefusedEntry[] = [];
  const sendable: Numbered<Entry>[] = [];
  entries.forEach((entry, index) => {
    const bytes = batching.sizeOf(entry);
    if (bytes <= batching.maximumBytes) sendable.push({ index, entry });
    else refused.push({ index, reason: `it has ${bytes} bytes, a batch takes ${batching.maximumBytes}` });
  });
  for (const batch of cut(sendable, batching)) refused.push(...(await sendBatch(batch, batching, backoff)));
  return refused.sort((left, right) => left.index - right.index);
}

async function sendBatch<Entry>(
  batch: readonly Numbered<Entry>[],
  batching: Batching<Entry>,
  { pauses, pause }: Backoff,
): Promise<RefusedEntry[]> {
  const outcomes = await outcomesOf(batch, batching);
  const refused = batch.flatMap(({ index, entry }, position) => {
    const refusal = outcomes[position];
    return refusal ? [{ index, entry, ...refusal }] : [];
  });
  const [next, ...further] = pauses;
  const again = next === undefined ? [] : refused.filter(({ final }) => !final);
  const given = refused.filter((entry) => !again.includes(entry)).map(({ index, reason }) => ({ index, reason }));
  if (again.length === 0) return given;
  await pause(next);
  return [...given, ...(await sendBatch(again, batching, { pauses: further, pause }))];
}

async function outcomesOf<Entry>(
  batch: readonly Numbered<Entry>[],
  { send }: Batching<Entry>,
): Promise<readonly (Refusal | undefined)[]> {
  try {
    return await send(batch.map(({ entry }) => entry));
  } catch (error) {
    return batch.map(() => ({ reason: (error as Error).name, final: true }));
  }
}

function cut<Entry>(
  entries: readonly Numbered<Entry>[],
  { maximumEntries, maximumBytes, sizeOf }: Batching<Entry>,
): Numbered<Entry>[][] {
  const batches: Numbered<Entry>[][] = [];
  let room = 0;
  for (const entry of entries) {
    const bytes = sizeOf(entry.entry);
    const current = batches.at(-1);
    if (current && current.length < maximumEntries && bytes <= room) {
      current.push(entry);
      room -= bytes;
    } else {
      batches.push([entry]);
      room = maximumBytes - bytes;
    }
  }
  return batches;
}
