import type { License } from '../records/license';
import type { Privilege } from '../records/privilege';
import type { Provider } from '../records/provider';
import { shownStatus } from '../status';
import type { Now } from '../time';
import { applyForm, ResponseFormFields } from './response-form';

/** A privilege, the license that it rests on and who holds them. */
export interface StatePrivilegeParts {
  readonly privilege: Privilege;
  readonly license: License;
  readonly provider: Provider;
}

type StatePrivilegeField = keyof Privilege | keyof License | 'compactConnectRegisteredEmailAddress';

const GENERAL_FIELDS = [
  'type',
  'providerId',
  'compact',
  'jurisdiction',
  'licenseType',
  'privilegeId',
  'status',
  'compactEligibility',
  'dateOfExpiration',
  'dateOfIssuance',
  'dateOfRenewal',
  'dateOfUpdate',
  'familyName',
  'givenName',
  'licenseJurisdiction',
  'licenseStatus',
  'middleName',
  'suffix',
  'licenseStatusName',
  'licenseNumber',
  'npi',
] as const satisfies readonly StatePrivilegeField[];

/** What state IT systems see of a privilege, flattened with its license (spec 04 section 11.4). */
const STATE_PRIVILEGE_FORMS = {
  general: { fields: GENERAL_FIELDS },
  private: {
    fields: [
      ...GENERAL_FIELDS,
      'ssnLastFour',
      'emailAddress',
      'compactConnectRegisteredEmailAddress',
      'dateOfBirth',
      'homeAddressStreet1',
      'homeAddressStreet2',
      'homeAddressCity',
      'homeAddressState',
      'homeAddressPostalCode',
      'phoneNumber',
    ] as const satisfies readonly StatePrivilegeField[],
  },
} as const satisfies Record<string, ResponseFormFields>;

export type StatePrivilegeForm = keyof typeof STATE_PRIVILEGE_FORMS;

/** Where license and privilege have a field of one name, the privilege's is shown. */
export function statePrivilegeForm(parts: StatePrivilegeParts, form: StatePrivilegeForm, now: Now) {
  const { privilege, license, provider } = parts;
  return applyForm(STATE_PRIVILEGE_FORMS[form], {
    ...license,
    ...privilege,
    type: 'statePrivilege',
    status: shownStatus(privilege.status, privilege.dateOfExpiration, now),
    licenseStatus: shownStatus(license.licenseStatus, license.dateOfExpiration, now),
    compactConnectRegisteredEmailAddress: provider.compactConnectRegisteredEmailAddress,
  });
}
