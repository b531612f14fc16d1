import { createHash } from 'node:crypto';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';

const ITEMS_PER_PAGE = 50;
/** Enough for any look at a run; a table of a soak would take minutes to read. */
const MAXIMUM_READ = 20_000;
/** Attributes that say when an item was last written, by the record that it is. */
const TIMES = ['dateOfUpdate', 'writtenAt', 'eventTime', 'createDate', 'dateOfUpload'];

export interface TableItem {
  /** Recognises the item among those of the table. */
  readonly id: string;
  readonly key: string;
  readonly type: string;
  /** When it was last written, where the item says so. */
  readonly time: string;
  readonly item: Readonly<Record<string, unknown>>;
}

export interface TablePage {
  readonly items: readonly TableItem[];
  /** From 1. */
  readonly number: number;
  readonly pages: number;
  readonly total: number;
  /** Whether all items of the table were looked at. */
  readonly isComplete: boolean;
  readonly search: string;
}

export async function countItems(client: DynamoDBClient, name: string): Promise<number> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
  return Table?.ItemCount ?? 0;
}

/** One page of the items that contain a text, newest first. */
export async function readItems(
  client: DynamoDBClient,
  name: string,
  { search, number }: { readonly search: string; readonly number: number },
): Promise<TablePage> {
  const found: TableItem[] = [];
  let read = 0;
  let isComplete = true;
  for await (const { Items = [] } of paginateScan(
    { client: DynamoDBDocumentClient.from(client) },
    { TableName: name },
  )) {
    read += Items.length;
    found.push(...Items.map(itemOf).filter(({ item }) => search === '' || textOf(item).includes(search)));
    if (read < MAXIMUM_READ) continue;
    isComplete = false;
    break;
  }
  found.sort((one, other) => compare(other.time, one.time) || compare(one.key, other.key));
  const pages = Math.max(1, Math.ceil(found.length / ITEMS_PER_PAGE));
  const shown = Math.min(Math.max(1, number), pages);
  const items = found.slice((shown - 1) * ITEMS_PER_PAGE, shown * ITEMS_PER_PAGE);
  return { items, number: shown, pages, total: found.length, isComplete, search };
}

function itemOf(item: Record<string, unknown>): TableItem {
  const key = `${item.pk} ${item.sk}`;
  const time = TIMES.map((attribute) => item[attribute]).find((value) => typeof value === 'string') ?? '';
  return {
    id: createHash('sha256').update(key).digest('hex').slice(0, 16),
    key,
    type: String(item.type ?? ''),
    time: String(time),
    item,
  };
}

function textOf(item: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(item, (_, value) => (value instanceof Set ? [...value] : value));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
