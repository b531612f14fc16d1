import type { License } from '../records/license';
import type { Privilege } from '../records/privilege';
import { isUnexpired } from '../status';
import type { Now } from '../time';
import type { Stored } from './stored-records';
import { isAt } from './target';

/** A move of the practitioner's home to a jurisdiction that licensed them. */
export interface HomeMove {
  readonly from: string;
  readonly to: string;
  /** All licenses of the practitioner. */
  readonly licenses: readonly Stored<License>[];
}

/** What becomes of a privilege when its holder moves. */
export type PrivilegeMove =
  { readonly kind: 'keep' } | { readonly kind: 'deactivate' } | { readonly kind: 'move'; readonly values: MovedValues };

interface MovedValues {
  readonly licenseJurisdiction: string;
  readonly dateOfExpiration: string;
  readonly encumberedStatus?: string;
}

/**
 * The rules of spec 04 section 6, a to g. A privilege whose license no longer carried it stays as it is: the move can't
 * make it worse or better. The new license counts as its state uploaded it, so that an encumbrance or an expiration,
 * which may pass, moves along with the privilege instead of ending it.
 */
export function movePrivilege(privilege: Privilege, { from, to, licenses }: HomeMove, now: Now): PrivilegeMove {
  const ofType = (jurisdiction: string) =>
    licenses.find((license) => isAt(license, jurisdiction, privilege.licenseType))?.record;
  const former = ofType(from);
  const next = ofType(to);
  if (!former || !isUnexpired(former.dateOfExpiration, now) || former.encumberedStatus === 'encumbered') {
    return { kind: 'keep' };
  }
  if (!next || next.jurisdictionUploadedCompactEligibility === 'ineligible' || privilege.jurisdiction === to) {
    return { kind: 'deactivate' };
  }
  return {
    kind: 'move',
    values: {
      licenseJurisdiction: to,
      dateOfExpiration: next.dateOfExpiration,
      ...encumbranceOnMove(privilege, next),
    },
  };
}

/** `licenseEncumbered` is what the license behind a privilege gives it, so another license gives it anew. */
function encumbranceOnMove(privilege: Privilege, license: License): Pick<MovedValues, 'encumberedStatus'> {
  if (privilege.encumberedStatus === 'encumbered') return {};
  if (license.encumberedStatus === 'encumbered') return { encumberedStatus: 'licenseEncumbered' };
  return privilege.encumberedStatus === 'licenseEncumbered' ? { encumberedStatus: 'unencumbered' } : {};
}
