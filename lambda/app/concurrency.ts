/** Does the work for every entry, for so many at once; answers in the order of the entries. */
export async function withConcurrency<Entry, Answer>(
  entries: readonly Entry[],
  limit: number,
  work: (entry: Entry) => Promise<Answer> | Answer,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  const waiting = entries.entries();
  const worker = async (): Promise<void> => {
    for (const [index, entry] of waiting) answers[index] = await work(entry);
  };
  await Promise.all(Array.from({ length: Math.min(limit, entries.length) }, worker));
  return answers;
}
