import type { Privilege } from '../records/privilege';
import type { PrivilegeUpdate } from '../records/privilege-update';
import { isUnexpired, privilegeStatus } from '../status';
import type { Now } from '../time';
import { inOrderOfEffect } from './in-order';

/** What makes a privilege inactive: an encumbrance ends with its lift, everything else with a renewal only. */
type Break = 'encumbrance' | 'lasting';

/** Updates that make a privilege inactive for good, by type (spec 04 section 8.4). */
const LASTING_BREAKS = ['expiration', 'deactivation', 'licenseDeactivation'];

/**
 * Since when a privilege has been active without a break, as records store instants; nothing where it is inactive now.
 * Breaks are read from its updates as they took effect. One ends with a renewal, which is a new beginning as well where
 * it came after the expiration; an encumbrance ends with its lift too. Nothing also where the updates don't say how the
 * privilege became active again.
 */
export function activeSince(privilege: Privilege, updates: readonly PrivilegeUpdate[], now: Now): string | undefined {
  if (privilegeStatus(privilege, now) === 'inactive') return undefined;
  let since = privilege.dateOfIssuance;
  let breaks = new Set<Break>();
  let lifted: string | undefined;
  for (const update of inOrderOfEffect(updates)) {
    if (update.updateType === 'renewal' && (breaks.size > 0 || isLate(update))) {
      since = update.updatedValues.dateOfRenewal ?? update.effectiveDate;
      breaks = new Set();
      lifted = undefined;
    }
    const broken = breakBy(update);
    if (broken) breaks.add(broken);
    if (update.updatedValues.encumberedStatus === 'unencumbered') lifted = update.effectiveDate;
  }
  if (breaks.size === 0) return since;
  return breaks.has('lasting') || lifted === undefined ? undefined : later(since, lifted);
}

/** Whether the privilege had run out before it was renewed. */
function isLate({ previous, effectiveDate }: PrivilegeUpdate): boolean {
  return !isUnexpired(previous.dateOfExpiration, effectiveDate);
}

function breakBy({ updateType, updatedValues }: PrivilegeUpdate): Break | undefined {
  if (LASTING_BREAKS.includes(updateType)) return 'lasting';
  if (updateType === 'encumbrance') return 'encumbrance';
  if (updateType !== 'homeJurisdictionChange') return undefined;
  if (updatedValues.homeJurisdictionChangeStatus === 'inactive') return 'lasting';
  const { encumberedStatus = 'unencumbered' } = updatedValues;
  return encumberedStatus === 'unencumbered' ? undefined : 'encumbrance';
}

/** An encumbrance that was lifted with effect before the privilege began did not break it. */
function later(left: string, right: string): string {
  return Date.parse(left) >= Date.parse(right) ? left : right;
}
