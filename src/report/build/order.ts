/** By code units, so that reports don't depend on the language of the machine. */
export function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** What is in the one list and not in the other, each in its order. */
export function without(one: Iterable<string>, other: Iterable<string>): string[] {
  const known = new Set(other);
  return [...new Set(one)].filter((item) => !known.has(item));
}
