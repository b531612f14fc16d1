/** Edits that turn one word into another: insert, delete or replace a letter, swap two neighbours. */
function editDistance(from: string, to: string): number {
  const rows = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; row += 1) {
    rows.push([row]);
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      rows[row][column] = Math.min(
        rows[row - 1][column] + 1,
        rows[row][column - 1] + 1,
        rows[row - 1][column - 1] + (same ? 0 : 1),
        swapped ? rows[row - 2][column - 2] + 1 : Infinity,
      );
    }
  }
  return rows[from.length][to.length];
}

/** Letters per edit that still count as a slip: shorter words have too many neighbours for a guess to help. */
const LETTERS_PER_EDIT = 3;

/** The candidate that `word` was probably meant to be, or nothing where any guess would be arbitrary. Case is ignored. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .map((candidate) => ({ candidate, edits: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, edits }) => edits <= Math.floor(Math.max(word.length, candidate.length) / LETTERS_PER_EDIT));
  ranked.sort((one, other) => one.edits - other.edits);
  return ranked[0]?.candidate;
}
