import type { License } from './records/license';
import type { Provider, StorableProvider } from './records/provider';

/** Fields of the provider record that are those of the license it shows. */
const SHOWN_FIELDS = [
  'providerId',
  'compact',
  'jurisdictionUploadedLicenseStatus',
  'jurisdictionUploadedCompactEligibility',
  'ssnLastFour',
  'npi',
  'givenName',
  'middleName',
  'familyName',
  'suffix',
  'dateOfExpiration',
  'dateOfBirth',
] as const satisfies readonly (keyof License & keyof Provider)[];

const CLEAN = 'unencumbered';

type ShownFields = Pick<License, (typeof SHOWN_FIELDS)[number]> &
  Pick<Provider, 'licenseJurisdiction' | 'encumberedStatus'>;

/**
 * The provider record that shows `license` (spec 04 section 5.7). What the license says replaces what the provider
 * showed, a value that it lacks included; registration, home, military and recovery fields stay.
 */
export function populateProvider(
  license: License,
  current: Provider | undefined,
  privilegeJurisdictions: ReadonlySet<string>,
): StorableProvider {
  const jurisdictions = privilegeJurisdictions.size > 0 ? privilegeJurisdictions : current?.privilegeJurisdictions;
  return { ...current, ...shownFields(license, current), privilegeJurisdictions: new Set(jurisdictions) };
}

/** Whether the provider record already shows exactly what the license says; without a mark it is as good as clean. */
export function showsLicense(provider: Provider, license: License): boolean {
  const { encumberedStatus = CLEAN, ...shown } = shownFields(license, provider);
  return (
    encumberedStatus === (provider.encumberedStatus ?? CLEAN) &&
    (Object.keys(shown) as (keyof typeof shown)[]).every((field) => shown[field] === provider[field])
  );
}

function shownFields(license: License, current: Provider | undefined): ShownFields {
  const shown = Object.fromEntries(SHOWN_FIELDS.map((field) => [field, license[field]]));
  return {
    ...(shown as Pick<License, (typeof SHOWN_FIELDS)[number]>),
    licenseJurisdiction: license.jurisdiction,
    encumberedStatus: encumbrance(license, current),
  };
}

/**
 * An encumbered license encumbers the provider. A clean one says nothing about the provider's other licenses and
 * privileges, so it never lifts the mark: that is done by lifting the last encumbrance.
 */
function encumbrance(license: License, current: Provider | undefined): string | undefined {
  if (license.encumberedStatus === 'encumbered') return 'encumbered';
  return current?.encumberedStatus ?? license.encumberedStatus;
}
