import type { Privilege } from '../records/privilege';
import { shownStatus } from '../status';
import type { Now } from '../time';
import { applyForm, ResponseFormFields } from './response-form';

const PUBLIC_FIELDS = [
  'type',
  'providerId',
  'compact',
  'jurisdiction',
  'licenseJurisdiction',
  'licenseType',
  'dateOfIssuance',
  'dateOfRenewal',
  'dateOfExpiration',
  'dateOfUpdate',
  'administratorSetStatus',
  'privilegeId',
  'status',
] as const satisfies readonly (keyof Privilege)[];

/** Readers of private data see no more of a privilege than other staff: it holds nothing that is private. */
const STAFF_FIELDS = [
  ...PUBLIC_FIELDS,
  'investigationStatus',
  'compactTransactionId',
  'attestations',
] as const satisfies readonly (keyof Privilege)[];

/** What the public and staff see of a privilege (spec 04 section 11.4). */
const PRIVILEGE_FORMS = {
  public: { fields: PUBLIC_FIELDS },
  general: { fields: STAFF_FIELDS },
  private: { fields: STAFF_FIELDS },
} as const satisfies Record<string, ResponseFormFields>;

export type PrivilegeForm = keyof typeof PRIVILEGE_FORMS;

/** `privilege` may have been read a while ago: its status is shown as it is now. */
export function privilegeForm(privilege: Privilege, form: PrivilegeForm, now: Now) {
  const status = shownStatus(privilege.status, privilege.dateOfExpiration, now);
  return applyForm(PRIVILEGE_FORMS[form], { ...privilege, status });
}
