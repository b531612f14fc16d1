import type { Item } from '../../src/core/licensure/item';

interface Page {
  readonly Items?: readonly Item[];
}

/** Items of all pages of a query or scan, in order. */
export async function itemsOfPages(pages: AsyncIterable<Page>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const { Items: found = [] } of pages) items.push(...found);
  return items;
}
