/** A stored item as the document client gives and takes it: string sets are `Set`s, numbers are numbers. */
export type Item = Readonly<Record<string, unknown>>;

/** The item without empty string sets, at any depth: the store refuses them, so absence stands for "none". */
export function withoutEmptySets(item: Item): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(item)
      .filter(([, value]) => !(value instanceof Set && value.size === 0) && value !== undefined)
      .map(([name, value]) => [name, isPlainObject(value) ? withoutEmptySets(value) : value]),
  );
}

/** Whether a value is an object with attributes: neither a list nor a set. */
export function isPlainObject(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Set);
}
