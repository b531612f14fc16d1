/** Closed lists of values of stored fields, in the order in which messages name them (spec 04 section 2.1). */

export const ENCUMBERED_STATUSES = ['encumbered', 'unencumbered'] as const;

export const INVESTIGATION_STATUSES = ['underInvestigation', 'notUnderInvestigation'] as const;

export const UPDATE_TYPES = [
  'deactivation',
  'expiration',
  'issuance',
  'renewal',
  'militaryAudit',
  'militaryFileUpload',
  'militaryAffiliationEnded',
  'encumbrance',
  'investigation',
  'closingInvestigation',
  'homeJurisdictionChange',
  'registration',
  'lifting_encumbrance',
  'licenseDeactivation',
  'emailChange',
  'ssnCorrection',
  'other',
] as const;

/** Categories that an upload of a license can have; `other` is reserved for them. */
export const LICENSE_UPLOAD_UPDATE_TYPES = ['deactivation', 'renewal', 'other'] as const;

export type LicenseUploadUpdateType = (typeof LICENSE_UPLOAD_UPDATE_TYPES)[number];

export const STAFF_USER_STATUSES = ['active', 'inactive'] as const;
