/** Asks again until the answer is there; the deadline is part of what is promised. */
export async function within<Answer>(
  milliseconds: number,
  what: string,
  ask: () => Promise<Answer | undefined>,
): Promise<Answer> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`${what} did not happen within ${milliseconds} ms`);
    await new Promise((later) => setTimeout(later, 50));
  }
}
