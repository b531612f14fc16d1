import type { PrivilegeUpdate } from '../records/privilege-update';

/** Updates as they took effect: an encumbrance counts from the day the board names, not from when it was entered. */
export function inOrderOfEffect(updates: readonly PrivilegeUpdate[]): PrivilegeUpdate[] {
  return ordered(updates, 'effectiveDate', 'createDate');
}

/** Updates as they were made: each one changed what the one before it had left. */
export function inOrderOfCreation(updates: readonly PrivilegeUpdate[]): PrivilegeUpdate[] {
  return ordered(updates, 'createDate', 'effectiveDate');
}

type Instant = 'createDate' | 'effectiveDate';

function ordered(updates: readonly PrivilegeUpdate[], first: Instant, second: Instant): PrivilegeUpdate[] {
  return [...updates].sort((left, right) => compare(left[first], right[first]) || compare(left[second], right[second]));
}

/** Instants keep the offset they came with, so their texts have no order. */
function compare(left: string, right: string): number {
  return Date.parse(left) - Date.parse(right);
}
