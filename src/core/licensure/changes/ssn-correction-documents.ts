import type { Item } from '../item';

/** An object to move: to be copied before the records are written, its source to be deleted afterwards. */
export interface DocumentMove {
  readonly from: string;
  readonly to: string;
}

/** The practitioner of a compact whose documents get other keys. */
export interface KeyChange {
  readonly compact: string;
  readonly from: string;
  readonly to: string;
}

/** Keys of the documents that a military affiliation lists. */
export function documentKeysOf(item: Item): readonly string[] {
  return item.type === 'militaryAffiliation' ? (item.documentKeys as readonly string[]) : [];
}

/** The key of a provider's document under another provider; a key that is not of the provider stays as it is. */
export function documentKeyUnder(key: string, { compact, from, to }: KeyChange): string {
  const folder = documentFolder(compact, from);
  return key.startsWith(folder) ? `${documentFolder(compact, to)}${key.slice(folder.length)}` : key;
}

/** The moves of all documents that records list which are still under the former provider. */
export function documentMoves(items: readonly Item[], change: KeyChange): DocumentMove[] {
  const moves = items.flatMap(documentKeysOf).map((key) => ({ from: key, to: documentKeyUnder(key, change) }));
  return moves.filter(({ from, to }) => from !== to);
}

/** The same moves, read from records that are under the new provider already. */
export function documentMovesDone(items: readonly Item[], { compact, from, to }: KeyChange): DocumentMove[] {
  return documentMoves(items, { compact, from: to, to: from }).map((back) => ({ from: back.to, to: back.from }));
}

/** Where all documents of a provider lie (spec 04 section 3.11). */
function documentFolder(compact: string, providerId: string): string {
  return `compact/${compact}/provider/${providerId}/`;
}
