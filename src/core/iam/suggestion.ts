import { nearest } from '../text/nearest';

/** Longer words are no slip of the pen, and comparing them takes long. */
const LONGEST_WORD = 100;

/** The name that was probably meant. */
export function suggestionFor(word: string, names: readonly string[]): string | undefined {
  return word.length > LONGEST_WORD ? undefined : nearest(word, names);
}
