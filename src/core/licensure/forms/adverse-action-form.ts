import { applyForm, ResponseFormFields } from './response-form';
import type { AdverseAction } from '../records/adverse-action';

const PUBLIC_FIELDS = [
  'type',
  'compact',
  'providerId',
  'jurisdiction',
  'licenseTypeAbbreviation',
  'licenseType',
  'actionAgainst',
  'effectiveStartDate',
  'creationDate',
  'adverseActionId',
  'effectiveLiftDate',
  'dateOfUpdate',
] as const satisfies readonly (keyof AdverseAction)[];

const STAFF_FIELDS = [
  ...PUBLIC_FIELDS,
  'encumbranceType',
  'clinicalPrivilegeActionCategories',
  'submittingUser',
  'liftingUser',
] as const satisfies readonly (keyof AdverseAction)[];

/** What the public and staff see of an adverse action (spec 04 section 11.4). */
const ADVERSE_ACTION_FORMS = {
  public: { fields: PUBLIC_FIELDS },
  general: { fields: STAFF_FIELDS },
  private: { fields: STAFF_FIELDS },
} as const satisfies Record<string, ResponseFormFields>;

export type AdverseActionForm = keyof typeof ADVERSE_ACTION_FORMS;

export function adverseActionForm(action: AdverseAction, form: AdverseActionForm) {
  return applyForm(ADVERSE_ACTION_FORMS[form], action);
}
