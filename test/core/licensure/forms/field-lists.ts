/**
 * Who sees which field: spec 04 section 11.4, written down a second time and by hand. The code has its own lists; a
 * field that is in one of them only fails a test.
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const ADDRESS = words(`
  homeAddressStreet1 homeAddressStreet2 homeAddressCity homeAddressState homeAddressPostalCode`);

const PROVIDER_PUBLIC = words(`
  providerId type dateOfUpdate compact licenseJurisdiction currentHomeJurisdiction licenseStatus compactEligibility
  npi givenName middleName familyName suffix privilegeJurisdictions`);
const PROVIDER_GENERAL = [
  ...PROVIDER_PUBLIC,
  ...words(`dateOfExpiration compactConnectRegisteredEmailAddress jurisdictionUploadedLicenseStatus
    jurisdictionUploadedCompactEligibility birthMonthDay militaryStatus`),
];

const LICENSE_GENERAL = [
  ...words(`providerId type dateOfUpdate compact jurisdiction licenseType licenseStatusName licenseStatus
    jurisdictionUploadedLicenseStatus compactEligibility jurisdictionUploadedCompactEligibility npi licenseNumber
    givenName middleName familyName suffix dateOfIssuance dateOfRenewal dateOfExpiration emailAddress phoneNumber
    investigationStatus`),
  ...ADDRESS,
];

const PRIVILEGE_PUBLIC = words(`
  type providerId compact jurisdiction licenseJurisdiction licenseType dateOfIssuance dateOfRenewal dateOfExpiration
  dateOfUpdate administratorSetStatus privilegeId status`);
const PRIVILEGE_STAFF = [...PRIVILEGE_PUBLIC, ...words('investigationStatus compactTransactionId attestations')];

const ADVERSE_ACTION_PUBLIC = words(`
  type compact providerId jurisdiction licenseTypeAbbreviation licenseType actionAgainst effectiveStartDate creationDate
  adverseActionId effectiveLiftDate dateOfUpdate`);
const ADVERSE_ACTION_STAFF = [
  ...ADVERSE_ACTION_PUBLIC,
  ...words('encumbranceType clinicalPrivilegeActionCategories submittingUser liftingUser'),
];

const INVESTIGATION_STAFF = words(`
  type compact providerId investigationId jurisdiction licenseType dateOfUpdate creationDate submittingUser`);

const MILITARY_GENERAL = words('type dateOfUpdate providerId compact fileNames affiliationType dateOfUpload status');

const STATE_OF_PRIVILEGE = words(`
  providerId compact jurisdiction licenseType privilegeId status dateOfExpiration dateOfIssuance dateOfRenewal
  dateOfUpdate licenseJurisdiction`);
const STATE_OF_LICENSE = words(`
  compactEligibility familyName givenName licenseStatus middleName suffix licenseStatusName licenseNumber npi`);

export type Reader = 'public' | 'general' | 'private' | 'stateGeneral' | 'statePrivate';

/** Kinds of records that answers about a provider are made of; updates of every kind never leave in them. */
export type ShownType =
  'provider' | 'license' | 'privilege' | 'adverseAction' | 'investigation' | 'militaryAffiliation';

export type FieldList = Readonly<Record<ShownType, readonly string[]>>;

export const FIELD_LISTS: Readonly<Record<Reader, FieldList>> = {
  public: {
    provider: PROVIDER_PUBLIC,
    license: [],
    privilege: PRIVILEGE_PUBLIC,
    adverseAction: ADVERSE_ACTION_PUBLIC,
    investigation: [],
    militaryAffiliation: [],
  },
  general: {
    provider: PROVIDER_GENERAL,
    license: LICENSE_GENERAL,
    privilege: PRIVILEGE_STAFF,
    adverseAction: ADVERSE_ACTION_STAFF,
    investigation: INVESTIGATION_STAFF,
    militaryAffiliation: MILITARY_GENERAL,
  },
  private: {
    provider: [...PROVIDER_GENERAL, 'dateOfBirth', 'ssnLastFour', 'militaryStatusNote'],
    license: [...LICENSE_GENERAL, 'dateOfBirth', 'ssnLastFour'],
    privilege: PRIVILEGE_STAFF,
    adverseAction: ADVERSE_ACTION_STAFF,
    investigation: INVESTIGATION_STAFF,
    militaryAffiliation: [...MILITARY_GENERAL, 'documentKeys'],
  },
  stateGeneral: {
    provider: [],
    license: STATE_OF_LICENSE,
    privilege: STATE_OF_PRIVILEGE,
    adverseAction: [],
    investigation: [],
    militaryAffiliation: [],
  },
  statePrivate: {
    provider: ['compactConnectRegisteredEmailAddress'],
    license: [...STATE_OF_LICENSE, ...ADDRESS, 'ssnLastFour', 'emailAddress', 'dateOfBirth', 'phoneNumber'],
    privilege: STATE_OF_PRIVILEGE,
    adverseAction: [],
    investigation: [],
    militaryAffiliation: [],
  },
};
