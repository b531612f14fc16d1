import { NOW, POSTED, PROVIDER_ID } from '../samples';

const { ssn: _ssn, licenseStatus, compactEligibility, licenseType, ...PERSON_AND_DATES } = POSTED;

const UPLOADED = {
  ...PERSON_AND_DATES,
  ssnLastFour: '4444',
  jurisdictionUploadedLicenseStatus: licenseStatus,
  jurisdictionUploadedCompactEligibility: compactEligibility,
};

const IDENTITY = { providerId: PROVIDER_ID, compact: 'arbor', jurisdiction: 'oh', licenseType };

export const LICENSE_FIELDS = { ...IDENTITY, ...UPLOADED };

export const PROVIDER_FIELDS = {
  providerId: PROVIDER_ID,
  compact: 'arbor',
  licenseJurisdiction: 'oh',
  jurisdictionUploadedLicenseStatus: licenseStatus,
  jurisdictionUploadedCompactEligibility: compactEligibility,
  ssnLastFour: '4444',
  givenName: POSTED.givenName,
  familyName: POSTED.familyName,
  dateOfExpiration: POSTED.dateOfExpiration,
  dateOfBirth: POSTED.dateOfBirth,
};

export const LICENSE_UPDATE_FIELDS = {
  ...IDENTITY,
  updateType: 'renewal',
  previous: { ...UPLOADED, dateOfUpdate: NOW },
  updatedValues: { dateOfExpiration: '2028-04-01' },
  createDate: NOW,
  effectiveDate: NOW,
};

export const STAFF_USER_FIELDS = {
  userId: PROVIDER_ID,
  compact: 'arbor',
  status: 'active',
  attributes: { email: 'clerk@board.example.org', givenName: 'Bo', familyName: 'Lind' },
  permissions: { actions: new Set<string>(), jurisdictions: { oh: new Set(['write']), ky: new Set<string>() } },
};
