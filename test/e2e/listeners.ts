import { randomUUID } from 'node:crypto';

const COMPACT = 'aslp';
const LONG_AGO = '2020-01-01T00:00:00+00:00';

/** A practitioner whose license is stored already. */
export interface Holder {
  readonly providerId: string;
  readonly licenseType: string;
  readonly licenseTypeAbbreviation: string;
}

/** A privilege as a purchase stored it, resting on the license of the seeded jurisdiction. */
export function privilegeItem({ providerId, licenseType, licenseTypeAbbreviation }: Holder, jurisdiction: string) {
  const transaction = '60131456789';
  return {
    pk: `${COMPACT}#PROVIDER#${providerId}`,
    sk: `${COMPACT}#PROVIDER#privilege/${jurisdiction}/${licenseTypeAbbreviation}#`,
    type: 'privilege',
    providerId,
    compact: COMPACT,
    jurisdiction,
    licenseJurisdiction: 'oh',
    licenseType,
    dateOfIssuance: LONG_AGO,
    dateOfRenewal: LONG_AGO,
    dateOfExpiration: '2099-03-31',
    compactTransactionId: transaction,
    compactTransactionIdGSIPK: `COMPACT#${COMPACT}#TX#${transaction}#`,
    attestations: [{ attestationId: 'scope-of-practice-attestation', version: '1' }],
    privilegeId: `${licenseTypeAbbreviation.toUpperCase()}-${jurisdiction.toUpperCase()}-1`,
    administratorSetStatus: 'active',
    dateOfUpdate: LONG_AGO,
  };
}

/** An encumbrance of the license as a board stored it. */
export function adverseActionItem(
  { providerId, licenseType, licenseTypeAbbreviation }: Holder,
  adverseActionId: string,
) {
  return {
    pk: `${COMPACT}#PROVIDER#${providerId}`,
    sk: `${COMPACT}#PROVIDER#license/oh/${licenseTypeAbbreviation}#ADVERSE_ACTION#${adverseActionId}`,
    type: 'adverseAction',
    compact: COMPACT,
    providerId,
    jurisdiction: 'oh',
    licenseTypeAbbreviation,
    licenseType,
    actionAgainst: 'license',
    encumbranceType: 'suspension',
    clinicalPrivilegeActionCategories: ['Unsafe Practice or Substandard Care'],
    effectiveStartDate: '2026-01-15',
    submittingUser: randomUUID(),
    creationDate: LONG_AGO,
    adverseActionId,
    dateOfUpdate: LONG_AGO,
  };
}
