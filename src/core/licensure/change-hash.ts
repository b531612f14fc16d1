import { createHash } from 'node:crypto';
import { compareCodePoints, jsonText, withSortedKeys } from './json-text';

/** What an update record says about a change, in stored form. */
export interface Change {
  readonly previous: object;
  readonly updatedValues: object;
  /** Absent and empty are different changes: an empty list is hashed. */
  readonly removedValues?: readonly string[];
}

/**
 * Hash that tells changes of one second apart in the sort key of their update records (spec 04 section 3.2). It makes
 * keys unique and protects nothing: private values can be guessed from it, so such a sort key never leaves an API.
 */
export function changeHash({ previous, updatedValues, removedValues }: Change): string {
  const removed = removedValues && { removedValues: [...removedValues].sort(compareCodePoints) };
  const text = jsonText(withSortedKeys({ previous, updatedValues, ...removed }));
  return createHash('md5').update(text, 'ascii').digest('hex');
}
