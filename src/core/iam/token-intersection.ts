import { hasLetter, intersect, isSubset } from './letters';
import type { Token } from './text-tokens';

/**
 * Of which values of the symbols the answer has to hold. For every value a symbol is only equal to itself, and only a
 * wildcard takes it in; for some value it may be anything that its letters allow.
 */
export type Quantity = 'every value' | 'some value';

/**
 * Whether two patterns have a text in common. For `every value` the answer is right when it is true (and, where neither
 * has a `?`, also when it is false); for `some value` it is right when it is false (and also when it is true, where no
 * symbol stands twice).
 */
export function haveCommonText(one: readonly Token[], other: readonly Token[], quantity: Quantity): boolean {
  let start = 0;
  while (start < one.length && start < other.length && isCharacter(one[start]) && isCharacter(other[start])) {
    if (one[start].literal !== other[start].literal) return false;
    start += 1;
  }
  return walk(one.slice(start), other.slice(start), quantity);
}

function isCharacter({ literal }: Token): boolean {
  return literal !== undefined;
}

/**
 * All pairs of positions that a common text can lead to, row by row. Of most rows few positions can be reached: those
 * before the first and after the last are not looked at.
 */
function walk(one: readonly Token[], other: readonly Token[], quantity: Quantity): boolean {
  let row = new Uint8Array(other.length + 1);
  let next = new Uint8Array(other.length + 1);
  let first = 0;
  let last = 0;
  row[0] = 1;
  for (let i = 0; i <= one.length; i += 1) {
    const x = one[i] as Token | undefined;
    const xStar = x !== undefined && isStar(x, quantity);
    let nextFirst = other.length + 1;
    let nextLast = -1;
    for (let j = first; j <= last; j += 1) {
      if (row[j] === 0) continue;
      row[j] = 0;
      const y = other[j] as Token | undefined;
      if (x === undefined && y === undefined) return true;
      const yStar = y !== undefined && isStar(y, quantity);
      const passesOther = yStar || (xStar && y !== undefined && takes(x, y, quantity));
      const passesOne = xStar || (yStar && x !== undefined && takes(y, x, quantity));
      if (passesOther) {
        row[j + 1] = 1;
        if (j + 1 > last) last = j + 1;
      }
      const passesBoth = x && y && !xStar && !yStar && areEqual(x, y, quantity);
      if (passesOne || passesBoth) {
        const reached = passesOne ? j : j + 1;
        next[reached] = 1;
        if (reached < nextFirst) nextFirst = reached;
        if (reached > nextLast) nextLast = reached;
      }
    }
    if (nextLast < 0) return false;
    [row, next] = [next, row];
    [first, last] = [nextFirst, nextLast];
  }
  return false;
}

function isStar({ many, symbol }: Token, quantity: Quantity): boolean {
  return many && (symbol === undefined || quantity === 'some value');
}

/** Whether a star can go over a step that is none. */
function takes(star: Token, step: Token, quantity: Quantity): boolean {
  if (step.literal !== undefined) return hasLetter(star.letters, step.literal);
  return step.symbol !== undefined && quantity === 'every value'
    ? isSubset(step.letters, star.letters)
    : intersect(star.letters, step.letters);
}

/** Whether two steps that are no stars can be, or always are, the same text. */
function areEqual(x: Token, y: Token, quantity: Quantity): boolean {
  if (x.literal !== undefined && y.literal !== undefined) return x.literal === y.literal;
  if (x.symbol !== undefined && x.symbol === y.symbol) return true;
  if (quantity === 'some value') return takes(x, y, quantity);
  if (x.symbol !== undefined || y.symbol !== undefined) {
    const [symbol, step] = x.symbol !== undefined ? [x, y] : [y, x];
    return (
      !symbol.many && step.symbol === undefined && step.literal === undefined && isSubset(symbol.letters, step.letters)
    );
  }
  return takes(x, y, quantity);
}
