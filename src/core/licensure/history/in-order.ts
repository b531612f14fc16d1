import type { PrivilegeUpdate } from '../records/privilege-update';

/**
 * Updates as they took effect, those of one instant as they were made: an encumbrance counts from the day the board
 * names, not from when it was entered.
 */
export function inOrderOfEffect(updates: readonly PrivilegeUpdate[]): PrivilegeUpdate[] {
  return [...updates].sort(
    (left, right) => compare(left.effectiveDate, right.effectiveDate) || compare(left.createDate, right.createDate),
  );
}

/** Instants keep the offset they came with, so their texts have no order. */
function compare(left: string, right: string): number {
  return Date.parse(left) - Date.parse(right);
}
