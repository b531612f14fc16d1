import type { Privilege } from '../records/privilege';
import type { PrivilegeUpdate } from '../records/privilege-update';
import { isUnexpired, privilegeStatus } from '../status';
import type { Now } from '../time';
import { inOrderOfCreation } from './in-order';

/** What keeps a privilege from being active, beside the date of its expiration. */
type Hindrance = 'administrator' | 'encumbrance' | 'homeChange' | 'license';

/**
 * Since when a privilege has been active without a break, as records store instants; nothing where it is inactive now.
 * Breaks are read from its updates: whatever made it inactive, an expiration before a renewal included, ends when
 * nothing hinders it any more. Nothing also where the updates don't say how it became active again.
 */
export function activeSince(privilege: Privilege, updates: readonly PrivilegeUpdate[], now: Now): string | undefined {
  if (privilegeStatus(privilege, now) === 'inactive') return undefined;
  const hindrances = new Set<Hindrance>();
  let since = privilege.dateOfIssuance;
  for (const update of inOrderOfCreation(updates)) {
    const wasActive = hindrances.size === 0 && !endsExpiration(update);
    applyUpdate(hindrances, update);
    if (!wasActive && hindrances.size === 0) since = later(since, startOf(update));
  }
  return hindrances.size === 0 ? since : undefined;
}

/** Whether the privilege had run out before the update gave it a new date of expiration. */
function endsExpiration({ updatedValues, previous, effectiveDate }: PrivilegeUpdate): boolean {
  return updatedValues.dateOfExpiration !== undefined && !isUnexpired(previous.dateOfExpiration, effectiveDate);
}

function applyUpdate(hindrances: Set<Hindrance>, { updateType, updatedValues }: PrivilegeUpdate): void {
  // A renewal is a new privilege under the old number: what hindered the former one is gone.
  if (updateType === 'renewal') hindrances.clear();
  if (updateType === 'deactivation') hindrances.add('administrator');
  if (updateType === 'licenseDeactivation') hindrances.add('license');
  if (updatedValues.homeJurisdictionChangeStatus === 'inactive') hindrances.add('homeChange');
  // A further encumbrance of an encumbered privilege changes no value.
  if (updateType === 'encumbrance') hindrances.add('encumbrance');
  if (updatedValues.encumberedStatus === 'unencumbered') hindrances.delete('encumbrance');
  else if (updatedValues.encumberedStatus !== undefined) hindrances.add('encumbrance');
}

function startOf({ updatedValues, effectiveDate }: PrivilegeUpdate): string {
  return updatedValues.dateOfRenewal ?? effectiveDate;
}

/** A hindrance that ended before the privilege was issued did not hinder it. */
function later(left: string, right: string): string {
  return Date.parse(left) >= Date.parse(right) ? left : right;
}
