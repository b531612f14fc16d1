import type { Privilege } from '../records/privilege';
import type { PrivilegeUpdate } from '../records/privilege-update';
import { isUnexpired } from '../status';
import type { Now } from '../time';
import { expiryOf } from './expiry';
import { inOrderOfEffect } from './in-order';

/** Who reads a history: the public is not shown what a board found. */
export type HistoryAudience = 'staff' | 'practitioner' | 'public';

/** One thing that happened to a privilege. */
export interface HistoryEntry {
  readonly type: 'privilegeUpdate';
  readonly updateType: string;
  readonly dateOfUpdate: string;
  readonly effectiveDate: string;
  readonly createDate: string;
  /** Why a privilege was deactivated, where whoever did it said so. */
  readonly note?: string;
  /** Categories of the National Practitioner Data Bank, of an encumbrance. */
  readonly npdbCategories?: readonly string[];
}

export interface PrivilegeHistory {
  readonly providerId: string;
  readonly compact: string;
  readonly jurisdiction: string;
  readonly licenseType: string;
  readonly privilegeId: string;
  readonly events: readonly HistoryEntry[];
}

/** Investigations are nobody's business until they end in an encumbrance. */
const HIDDEN_UPDATE_TYPES = ['investigation', 'closingInvestigation'];

/**
 * What happened to a privilege, in the order in which it took effect (spec 04 section 8.4). No record is written when
 * a privilege is issued or runs out, so these entries are made from its dates.
 */
export function privilegeHistory(
  privilege: Privilege,
  updates: readonly PrivilegeUpdate[],
  audience: HistoryAudience,
  now: Now,
): PrivilegeHistory {
  const { providerId, compact, jurisdiction, licenseType, privilegeId } = privilege;
  const shown = updates.filter(({ updateType }) => !HIDDEN_UPDATE_TYPES.includes(updateType));
  const events = [
    issuance(privilege),
    ...inOrderOfEffect(shown).map((update) => storedEntry(update, audience)),
    ...expirations(privilege, updates, now),
  ].sort((left, right) => Date.parse(left.effectiveDate) - Date.parse(right.effectiveDate));
  return { providerId, compact, jurisdiction, licenseType, privilegeId, events };
}

function issuance({ dateOfIssuance }: Privilege): HistoryEntry {
  return {
    type: 'privilegeUpdate',
    updateType: 'issuance',
    dateOfUpdate: dateOfIssuance,
    effectiveDate: dateOfIssuance,
    createDate: dateOfIssuance,
  };
}

function storedEntry(update: PrivilegeUpdate, audience: HistoryAudience): HistoryEntry {
  const { updateType, dateOfUpdate, effectiveDate, createDate, deactivationDetails, encumbranceDetails } = update;
  const note = updateType === 'deactivation' ? deactivationDetails?.note : undefined;
  const categories =
    updateType === 'encumbrance' && audience !== 'public'
      ? encumbranceDetails?.clinicalPrivilegeActionCategories
      : undefined;
  return {
    type: 'privilegeUpdate',
    updateType,
    dateOfUpdate,
    effectiveDate,
    createDate,
    ...(note !== undefined && { note }),
    ...(categories && { npdbCategories: categories }),
  };
}

/** One for each renewal that came too late, and one where the privilege is expired now. */
function expirations(privilege: Privilege, updates: readonly PrivilegeUpdate[], now: Now): HistoryEntry[] {
  const renewedLate = updates
    .filter(({ updateType }) => updateType === 'renewal')
    .filter(({ previous, effectiveDate }) => !isUnexpired(previous.dateOfExpiration, effectiveDate))
    .map(({ previous }) => previous.dateOfExpiration);
  const expiredNow = isUnexpired(privilege.dateOfExpiration, now) ? [] : [privilege.dateOfExpiration];
  return [...renewedLate, ...expiredNow].map(expiration);
}

function expiration(dateOfExpiration: string): HistoryEntry {
  const { lastMoment, instant } = expiryOf(dateOfExpiration);
  return {
    type: 'privilegeUpdate',
    updateType: 'expiration',
    dateOfUpdate: instant,
    effectiveDate: lastMoment,
    createDate: instant,
  };
}
