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

/** Letters that a word needs for being the beginning of another. */
const SHORTEST_BEGINNING = 4;

/** How far apart two words are; a word left unfinished is one slip, however much is missing. */
function slips(word: string, candidate: string): number {
  const edits = editDistance(word, candidate);
  const unfinished = word.length >= SHORTEST_BEGINNING && candidate.startsWith(word);
  return unfinished ? Math.min(edits, 1) : edits;
}

/** Letters per slip that are still forgiven: shorter words have too many neighbours for a guess to help. */
const LETTERS_PER_SLIP = 3;

/** The candidate that `word` was probably meant to be, or nothing where any guess would be arbitrary. Case is ignored. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: slips(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance * LETTERS_PER_SLIP <= Math.max(word.length, candidate.length));
  ranked.sort((one, other) => one.distance - other.distance);
  return ranked[0]?.candidate;
}
