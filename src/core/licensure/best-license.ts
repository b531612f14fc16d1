/** What decides which license stands for a provider. */
export interface LicenseCandidate {
  readonly jurisdiction: string;
  readonly dateOfIssuance: string;
  readonly licenseStatus: string;
  readonly compactEligibility: string;
}

/**
 * The license that stands for a provider (spec 04 section 5.6): of the home jurisdiction where there is one, eligible
 * before active before any, and the one issued last. On a tie the earlier in the list wins. Nothing for no license.
 */
export function bestLicense<License extends LicenseCandidate>(
  licenses: readonly License[],
  homeJurisdiction?: string,
): License | undefined {
  const atHome = licenses.filter((license) => license.jurisdiction === homeJurisdiction);
  const candidates = atHome.length > 0 ? atHome : licenses;
  return (
    issuedLast(candidates.filter((license) => license.compactEligibility === 'eligible')) ??
    issuedLast(candidates.filter((license) => license.licenseStatus === 'active')) ??
    issuedLast(candidates)
  );
}

function issuedLast<License extends LicenseCandidate>(licenses: readonly License[]): License | undefined {
  return licenses.reduce<License | undefined>(
    (last, license) => (last === undefined || license.dateOfIssuance > last.dateOfIssuance ? license : last),
    undefined,
  );
}
