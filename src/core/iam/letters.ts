/** A set of characters: these only, or all except these. */
export type Letters = { readonly only: string } | { readonly except: string };

export const ANY_LETTER: Letters = { except: '' };
export const DIGITS: Letters = { only: '0123456789' };
export const LOWER_CASE_NAME: Letters = { only: 'abcdefghijklmnopqrstuvwxyz0123456789-' };
export const DOMAIN_NAME: Letters = { only: 'abcdefghijklmnopqrstuvwxyz0123456789-.' };
export const NO_COLON: Letters = { except: ':' };

export function hasLetter(letters: Letters, character: string): boolean {
  return 'only' in letters ? letters.only.includes(character) : !letters.except.includes(character);
}

/** Whether there is a character of both. */
export function intersect(one: Letters, other: Letters): boolean {
  if ('only' in one) return [...one.only].some((character) => hasLetter(other, character));
  // Of two sets that leave out a few, more is in both than any alphabet of ours.
  return 'only' in other ? intersect(other, one) : true;
}

/** Whether all characters of the one are of the other. */
export function isSubset(one: Letters, other: Letters): boolean {
  if ('only' in one) return [...one.only].every((character) => hasLetter(other, character));
  return 'except' in other && [...other.except].every((character) => !hasLetter(one, character));
}
