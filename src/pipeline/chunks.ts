/** Cuts a list, in its order, into chunks of a total size that none exceeds; an item larger than that is one alone. */
export function chunksOf<Item>(items: readonly Item[], sizeOf: (item: Item) => number, limit: number): Item[][] {
  const chunks: Item[][] = [];
  let size = Infinity;
  for (const item of items) {
    size += sizeOf(item);
    if (size > limit) {
      chunks.push([]);
      size = sizeOf(item);
    }
    chunks[chunks.length - 1].push(item);
  }
  return chunks;
}
