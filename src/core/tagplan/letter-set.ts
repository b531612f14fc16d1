/** A set of characters as ranges of code points; both ends belong to it. */
export type LetterSet = readonly LetterRange[];

export interface LetterRange {
  readonly from: number;
  readonly to: number;
}

export const LAST_CODE_POINT = 0x10ffff;

export function letter(character: string): number {
  return character.codePointAt(0)!;
}

/** The characters of a text as a set. */
export function lettersOf(text: string): LetterSet {
  return [...text].map((character) => ({ from: letter(character), to: letter(character) }));
}

export function contains(set: LetterSet, codePoint: number): boolean {
  return set.some(({ from, to }) => from <= codePoint && codePoint <= to);
}

/** Every character that isn't in the set. */
export function without(set: LetterSet): LetterSet {
  const rest: LetterRange[] = [];
  let next = 0;
  for (const { from, to } of [...set].sort((one, other) => one.from - other.from)) {
    if (from > next) rest.push({ from: next, to: from - 1 });
    next = Math.max(next, to + 1);
  }
  return next > LAST_CODE_POINT ? rest : [...rest, { from: next, to: LAST_CODE_POINT }];
}

/** Characters that make an example easy to read, the best first. */
const READABLE = [...'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-'].map(letter);

/**
 * One character for each way in which the sets tell characters apart: what holds for these holds for all characters.
 * Membership can only change where a range begins or ends, so those places are all that must be looked at.
 */
export function representatives(sets: readonly LetterSet[]): number[] {
  const places = sets.flatMap((set) => set.flatMap(({ from, to }) => [from, to + 1]));
  const chosen = new Map<string, number>();
  for (const codePoint of [...READABLE, 0, ...places]) {
    if (codePoint > LAST_CODE_POINT) continue;
    const memberships = sets.map((set) => (contains(set, codePoint) ? '1' : '0')).join('');
    if (!chosen.has(memberships)) chosen.set(memberships, codePoint);
  }
  return [...chosen.values()];
}
