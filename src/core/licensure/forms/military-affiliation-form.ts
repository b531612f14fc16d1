import { applyForm, ResponseFormFields } from './response-form';
import type { MilitaryAffiliation } from '../records/military-affiliation';

const GENERAL_FIELDS = [
  'type',
  'dateOfUpdate',
  'providerId',
  'compact',
  'fileNames',
  'affiliationType',
  'dateOfUpload',
  'status',
] as const satisfies readonly (keyof MilitaryAffiliation)[];

/** What staff and readers of private data see of a military affiliation (spec 04 section 11.4). */
const MILITARY_AFFILIATION_FORMS = {
  general: { fields: GENERAL_FIELDS },
  private: { fields: [...GENERAL_FIELDS, 'documentKeys'] },
} as const satisfies Record<string, ResponseFormFields>;

export type MilitaryAffiliationForm = keyof typeof MILITARY_AFFILIATION_FORMS;

export function militaryAffiliationForm(affiliation: MilitaryAffiliation, form: MilitaryAffiliationForm) {
  return applyForm(MILITARY_AFFILIATION_FORMS[form], affiliation);
}
