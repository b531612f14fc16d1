import type { PartialText, TextPart } from './partial-text';
import { concatenated } from './text-building';
import { mayHold } from './unknown-shape';

/** A list of a template as far as it is known: its first items, and whether these are all. */
export interface KnownList {
  readonly items: readonly PartialText[];
  readonly isComplete: boolean;
}

/** The pieces between delimiters, up to the first unknown part that may hold a delimiter itself. */
export function splitText(text: PartialText, delimiter: string): KnownList {
  const items: PartialText[] = [];
  let current: TextPart[] = [];
  for (const part of text) {
    if (typeof part === 'string') {
      const [first, ...others] = part.split(delimiter);
      current.push(first);
      for (const piece of others) {
        items.push(concatenated(current));
        current = [piece];
      }
    } else if ([...delimiter].some((character) => mayHold(part.unknown, character))) {
      return { items, isComplete: false };
    } else {
      current.push(part);
    }
  }
  return { items: [...items, concatenated(current)], isComplete: true };
}
