import { applyForm, ResponseFormFields } from './response-form';
import type { Provider } from '../records/provider';

const PUBLIC_FIELDS = [
  'providerId',
  'type',
  'dateOfUpdate',
  'compact',
  'licenseJurisdiction',
  'currentHomeJurisdiction',
  'licenseStatus',
  'compactEligibility',
  'npi',
  'givenName',
  'middleName',
  'familyName',
  'suffix',
  'privilegeJurisdictions',
] as const satisfies readonly (keyof Provider)[];

const GENERAL_FIELDS = [
  ...PUBLIC_FIELDS,
  'dateOfExpiration',
  'compactConnectRegisteredEmailAddress',
  'jurisdictionUploadedLicenseStatus',
  'jurisdictionUploadedCompactEligibility',
  'birthMonthDay',
  'militaryStatus',
] as const satisfies readonly (keyof Provider)[];

const PRIVATE_FIELDS = [
  ...GENERAL_FIELDS,
  'dateOfBirth',
  'ssnLastFour',
  'militaryStatusNote',
] as const satisfies readonly (keyof Provider)[];

/** What the public, staff and readers of private data see of a provider (spec 04 section 11.4). */
const PROVIDER_FORMS = {
  public: { fields: PUBLIC_FIELDS },
  general: {
    fields: GENERAL_FIELDS,
    required: ['birthMonthDay'],
    defaults: { militaryStatus: 'notApplicable' },
  },
  private: {
    fields: PRIVATE_FIELDS,
    required: ['birthMonthDay'],
    defaults: { militaryStatus: 'notApplicable', militaryStatusNote: '' },
  },
} as const satisfies Record<string, ResponseFormFields>;

export type ProviderForm = keyof typeof PROVIDER_FORMS;

export function providerForm(provider: Provider, form: ProviderForm) {
  return applyForm(PROVIDER_FORMS[form], provider);
}
