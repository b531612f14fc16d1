import type { Item } from '../item';
import { describeItem } from './ssn-correction-rekey';

/**
 * The moved license where it meets one of its kind: it takes the place, as the upload will take its own, and what
 * boards set on either stays.
 */
export function withMarksOf(license: Item, present: Item | undefined): Item {
  const licenses = [license, present];
  return {
    ...license,
    ...strongest('encumberedStatus', ['encumbered', 'unencumbered'], licenses),
    ...strongest('investigationStatus', ['underInvestigation', 'notUnderInvestigation'], licenses),
  };
}

function strongest(name: string, marks: readonly string[], items: readonly (Item | undefined)[]): Item {
  const mark = marks.find((candidate) => items.some((item) => item?.[name] === candidate));
  return mark === undefined ? {} : { [name]: mark };
}

/**
 * Moved items that would take the place of another record, which must not be lost. A record meets itself where a
 * correction was interrupted.
 */
export function occupiedPlaces(arriving: readonly Item[], present: readonly Item[]): string[] {
  return arriving
    .filter((item) => present.some((other) => other.sk === item.sk && identityOf(other) !== identityOf(item)))
    .map((item) => `the place of the ${describeItem(item)} is taken by another`);
}

/** What tells records apart that can have the same sort key: every other key holds an id or a hash of its own. */
function identityOf({ type, privilegeId, documentKeys }: Item): string {
  if (type === 'privilege') return String(privilegeId);
  return type === 'militaryAffiliation' ? JSON.stringify(documentKeys) : '';
}
