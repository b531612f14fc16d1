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
      ...(encumbers(next, privilege) && { encumberedStatus: 'licenseEncumbered' }),
    },
  };
}

/** A privilege that is encumbered itself stays so. A mark of the license that it leaves goes with that one's lift. */
function encumbers(license: License, privilege: Privilege): boolean {
  return license.encumberedStatus === 'encumbered' && privilege.encumberedStatus !== 'encumbered';
}
