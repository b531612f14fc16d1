import type { License } from '../records/license';
import { shownStatus } from '../status';
import type { Now } from '../time';
import { applyForm, ResponseFormFields } from './response-form';

const GENERAL_FIELDS = [
  'providerId',
  'type',
  'dateOfUpdate',
  'compact',
  'jurisdiction',
  'licenseType',
  'licenseStatusName',
  'licenseStatus',
  'jurisdictionUploadedLicenseStatus',
  'compactEligibility',
  'jurisdictionUploadedCompactEligibility',
  'npi',
  'licenseNumber',
  'givenName',
  'middleName',
  'familyName',
  'suffix',
  'dateOfIssuance',
  'dateOfRenewal',
  'dateOfExpiration',
  'homeAddressStreet1',
  'homeAddressStreet2',
  'homeAddressCity',
  'homeAddressState',
  'homeAddressPostalCode',
  'emailAddress',
  'phoneNumber',
  'investigationStatus',
] as const satisfies readonly (keyof License)[];

/** What staff and readers of private data see of a license (spec 04 section 11.4). */
const LICENSE_FORMS = {
  general: { fields: GENERAL_FIELDS },
  private: { fields: [...GENERAL_FIELDS, 'dateOfBirth', 'ssnLastFour'] },
} as const satisfies Record<string, ResponseFormFields>;

export type LicenseForm = keyof typeof LICENSE_FORMS;

/** `license` may have been read a while ago: its status is shown as it is now. */
export function licenseForm(license: License, form: LicenseForm, now: Now) {
  const licenseStatus = shownStatus(license.licenseStatus, license.dateOfExpiration, now);
  return applyForm(LICENSE_FORMS[form], { ...license, licenseStatus });
}
