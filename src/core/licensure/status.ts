import { expirationToday, Now } from './time';

export type ActiveStatus = 'active' | 'inactive';
export type Eligibility = 'eligible' | 'ineligible';

/** What decides the status of a license, or of a provider through the license it shows. */
export interface LicenseFacts {
  readonly jurisdictionUploadedLicenseStatus: string;
  readonly jurisdictionUploadedCompactEligibility: string;
  readonly dateOfExpiration: string;
  readonly encumberedStatus?: string;
}

export interface LicenseStatuses {
  readonly licenseStatus: ActiveStatus;
  readonly compactEligibility: Eligibility;
}

/** Valid through the whole of its date of expiration. */
export function isUnexpired(dateOfExpiration: string, now: Now): boolean {
  return dateOfExpiration >= expirationToday(now);
}

function isClean(encumberedStatus: string | undefined): boolean {
  return encumberedStatus === undefined || encumberedStatus === 'unencumbered';
}

function eligibility(eligible: boolean): Eligibility {
  return eligible ? 'eligible' : 'ineligible';
}

/** Statuses of a license at this instant (spec 04 sections 5.2 and 5.3). */
export function licenseStatuses(license: LicenseFacts, now: Now): LicenseStatuses {
  const active =
    license.jurisdictionUploadedLicenseStatus === 'active' &&
    isUnexpired(license.dateOfExpiration, now) &&
    isClean(license.encumberedStatus);
  return {
    licenseStatus: active ? 'active' : 'inactive',
    compactEligibility: eligibility(active && license.jurisdictionUploadedCompactEligibility === 'eligible'),
  };
}

export interface ProviderFacts extends LicenseFacts {
  readonly licenseJurisdiction: string;
  readonly currentHomeJurisdiction?: string;
}

/** Statuses of a provider: those of the shown license, eligible only in the practitioner's home jurisdiction. */
export function providerStatuses(provider: ProviderFacts, now: Now): LicenseStatuses {
  const { licenseStatus, compactEligibility } = licenseStatuses(provider, now);
  const atHome = provider.currentHomeJurisdiction === provider.licenseJurisdiction;
  return { licenseStatus, compactEligibility: eligibility(atHome && compactEligibility === 'eligible') };
}

export interface PrivilegeFacts {
  readonly dateOfExpiration: string;
  readonly administratorSetStatus?: string;
  readonly encumberedStatus?: string;
  readonly homeJurisdictionChangeStatus?: string;
  readonly licenseDeactivatedStatus?: string;
}

/** Status of a privilege at this instant; the license itself is not asked (spec 04 section 5.4). */
export function privilegeStatus(privilege: PrivilegeFacts, now: Now): ActiveStatus {
  const active =
    (privilege.administratorSetStatus ?? 'active') === 'active' &&
    isUnexpired(privilege.dateOfExpiration, now) &&
    isClean(privilege.encumberedStatus) &&
    privilege.homeJurisdictionChangeStatus === undefined &&
    privilege.licenseDeactivatedStatus === undefined;
  return active ? 'active' : 'inactive';
}

/** A status computed earlier, as it may be shown now: what has expired since is inactive (spec 04 section 5.5). */
export function shownStatus(computedStatus: string, dateOfExpiration: string, now: Now): string {
  return computedStatus === 'active' && !isUnexpired(dateOfExpiration, now) ? 'inactive' : computedStatus;
}
