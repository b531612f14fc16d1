import { LIMITS } from '../contracts/limits';
import { TABLE_KEYS, TABLES } from '../contracts/tables';
import { failure, Result, success } from '../result';
import type { Item } from './item';
import { jsonText } from './json-text';

/** Key of the item after which a page begins, as the store names it. */
export type StartKey = Readonly<Record<string, string>>;

export type ProviderIndex = (typeof TABLES.provider.indexes)[number]['name'];

/** Attributes that a key of an index consists of: the table's own key and the index's. */
export function keyAttributes(indexName: ProviderIndex): string[] {
  const index = TABLES.provider.indexes.find(({ name }) => name === indexName)!;
  const sortKey = 'sortKey' in index ? [index.sortKey] : [];
  return [...new Set([TABLE_KEYS.partitionKey, TABLE_KEYS.sortKey, index.partitionKey, ...sortKey])];
}

/** The text by which a client asks for the next page. */
export function encodeLastKey(key: Item): string {
  return Buffer.from(jsonText(key)).toString('base64');
}

export type LastKeyRefusal = 'Invalid lastKey' | 'Invalid request';

/** Where the key of a client has to point: into the partition that is queried. */
export interface QueriedPartition {
  readonly index: ProviderIndex;
  readonly attribute: string;
  readonly value: string;
}

/**
 * Reads a client's text. What is no key at all is an invalid `lastKey`; a key of another index or partition is an
 * invalid request, as the store would call it.
 */
export function decodeLastKey(text: string, partition: QueriedPartition): Result<StartKey, LastKeyRefusal> {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
  } catch {
    return failure('Invalid lastKey');
  }
  if (typeof key !== 'object' || key === null || Array.isArray(key)) return failure('Invalid lastKey');
  const attributes = keyAttributes(partition.index);
  const values = key as Record<string, unknown>;
  const fits =
    Object.keys(values).length === attributes.length &&
    attributes.every((attribute) => typeof values[attribute] === 'string') &&
    values[partition.attribute] === partition.value;
  return fits ? success(values as StartKey) : failure('Invalid request');
}

export interface Page {
  readonly items: readonly Item[];
  /** Text for the next page; null where there is none. */
  readonly lastKey: string | null;
}

/**
 * Cuts what was collected to one page (spec 04 section 11.2). `storeKey` is the key after which the store would go on;
 * a cut page goes on after its own last item instead.
 */
export function cutPage(
  collected: readonly Item[],
  pageSize: number,
  index: ProviderIndex,
  storeKey: Item | undefined,
): Page {
  if (collected.length <= pageSize) return { items: collected, lastKey: storeKey ? encodeLastKey(storeKey) : null };
  const items = collected.slice(0, pageSize);
  const last = items[items.length - 1];
  return { items, lastKey: encodeLastKey(Object.fromEntries(keyAttributes(index).map((name) => [name, last[name]]))) };
}

/** Whether more has to be collected before a page can be cut. */
export function needsMore(collected: number, pageSize: number, storeKey: Item | undefined): boolean {
  return storeKey !== undefined && collected < pageSize;
}

export const DEFAULT_PAGE_SIZE = LIMITS.pageSizeDefault.value;
