import { marshall } from '@aws-sdk/util-dynamodb';
import type { ChangePart } from './outbox-items';
import type { PlannedWrite } from './planned-writes';
import { LIMITS } from '../../src/core/contracts/limits';
import type { Item } from '../../src/core/licensure/item';

/** A change as transactions can write it. */
export interface ChangeParts {
  readonly first: ChangePart;
  /** What the first transaction can't hold: it stores these parts, and each is written by a transaction of its own. */
  readonly later: readonly ChangePart[];
}

type Entry = { readonly bytes: number } & ({ readonly write: PlannedWrite } | { readonly outboxItem: Item });

interface Room {
  readonly actions: number;
  readonly bytes: number;
}

const TRANSACTION: Room = { actions: LIMITS.transactionActions.value, bytes: LIMITS.transactionBytes.value };

/** Beside its writes, a later transaction deletes the item that held them; compressed, this much fits into an item. */
const LATER: Room = { actions: TRANSACTION.actions - 1, bytes: 1_000_000 };

/** Leaves half of the first transaction to the parts that it stores. */
const FIRST_BYTES = TRANSACTION.bytes / 2;

/** So many parts leave enough room for guarded writes in the first transaction, and amount to 4,500 writes. */
const MOST_PARTS = 50;

/** Cuts a change into transactions: one where it fits, else as much as possible into the first. The outbox comes last. */
export function changeParts(writes: readonly PlannedWrite[], outbox: readonly Item[]): ChangeParts {
  const entries: Entry[] = [
    ...writes.map((write) => ({ write, bytes: bytesOf('put' in write ? write.put : undefined) })),
    ...outbox.map((outboxItem) => ({ outboxItem, bytes: bytesOf(outboxItem) })),
  ];
  if (takes(entries, TRANSACTION) === entries.length) return { first: partOf(entries), later: [] };
  for (let parts = 1; parts <= MOST_PARTS; parts += 1) {
    const size = takes(entries, { actions: TRANSACTION.actions - parts, bytes: FIRST_BYTES });
    const later = cut(entries.slice(size), LATER);
    if (later.length <= parts) return { first: partOf(entries.slice(0, size)), later: later.map(partOf) };
  }
  throw new Error(
    `a change of ${entries.length} records is too large: at most ${MOST_PARTS} transactions of ${LATER.actions} records can follow its first one; change fewer records at once`,
  );
}

function cut(entries: readonly Entry[], room: Room): Entry[][] {
  if (entries.length === 0) return [];
  const size = takes(entries, room);
  return [entries.slice(0, size), ...cut(entries.slice(size), room)];
}

/** How many of the entries fit, from the first on; at least one, so that the service judges what never fits. */
function takes(entries: readonly Entry[], { actions, bytes }: Room): number {
  let total = 0;
  const end = entries.findIndex((entry, position) => position >= actions || (total += entry.bytes) > bytes);
  return end < 0 ? entries.length : Math.max(1, end);
}

function partOf(entries: readonly Entry[]): ChangePart {
  return {
    writes: entries.flatMap((entry) => ('write' in entry ? [entry.write] : [])),
    outbox: entries.flatMap((entry) => ('outboxItem' in entry ? [entry.outboxItem] : [])),
  };
}

/** The service counts names and values; their JSON form is never shorter. */
function bytesOf(item: Item | undefined): number {
  return item ? Buffer.byteLength(JSON.stringify(marshall(item, { removeUndefinedValues: true }))) : 0;
}
