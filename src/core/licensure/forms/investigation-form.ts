import { applyForm, ResponseFormFields } from './response-form';
import type { Investigation } from '../records/investigation';

/** What staff see of an open investigation, whatever they may read; the public sees none (spec 04 section 11.4). */
const STAFF_FORM = {
  fields: [
    'type',
    'compact',
    'providerId',
    'investigationId',
    'jurisdiction',
    'licenseType',
    'dateOfUpdate',
    'creationDate',
    'submittingUser',
  ] as const satisfies readonly (keyof Investigation)[],
} as const satisfies ResponseFormFields;

export function investigationForm(investigation: Investigation) {
  return applyForm(STAFF_FORM, investigation);
}
