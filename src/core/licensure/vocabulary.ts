/** Closed lists of values of stored fields, in the order in which messages name them (spec 04 section 2.1). */

export const ENCUMBERED_STATUSES = ['encumbered', 'unencumbered'] as const;

/** `licenseEncumbered`: not the privilege itself, but the license that it rests on. */
export const PRIVILEGE_ENCUMBERED_STATUSES = ['encumbered', 'unencumbered', 'licenseEncumbered'] as const;

export const ACTIVE_STATUSES = ['active', 'inactive'] as const;

export const HOME_JURISDICTION_CHANGE_STATUSES = ['inactive'] as const;

export const LICENSE_DEACTIVATED_STATUSES = ['licenseDeactivated'] as const;

/** What an adverse action or an investigation is about. */
export const ACTION_TARGETS = ['privilege', 'license'] as const;

export const ENCUMBRANCE_TYPES = [
  'fine',
  'reprimand',
  'required supervision',
  'completion of continuing education',
  'public reprimand',
  'probation',
  'injunctive action',
  'suspension',
  'revocation',
  'denial',
  'surrender of license',
  'modification of previous action-extension',
  'modification of previous action-reduction',
  'other monitoring',
  'other adjudicated action not listed',
] as const;

/** Categories of the National Practitioner Data Bank. */
export const CLINICAL_PRIVILEGE_ACTION_CATEGORIES = [
  'Non-compliance With Requirements',
  'Criminal Conviction or Adjudication',
  'Confidentiality, Consent or Disclosure Violations',
  'Misconduct or Abuse',
  'Fraud, Deception, or Misrepresentation',
  'Unsafe Practice or Substandard Care',
  'Improper Supervision or Allowing Unlicensed Practice',
  'Other',
] as const;

export const MILITARY_AFFILIATION_TYPES = ['militaryMember', 'militaryMemberSpouse'] as const;

export const MILITARY_AFFILIATION_STATUSES = ['initializing', 'active', 'inactive'] as const;

export const MILITARY_AUDIT_RESULTS = ['approved', 'declined'] as const;

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

export const STAFF_USER_STATUSES = ACTIVE_STATUSES;
