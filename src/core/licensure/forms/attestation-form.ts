import { applyForm, ResponseFormFields } from './response-form';
import type { Attestation } from '../records/attestation';

/** An attestation as practitioners read it before they confirm it. */
const ATTESTATION_FORM = {
  fields: [
    'type',
    'compact',
    'attestationId',
    'version',
    'dateCreated',
    'dateOfUpdate',
    'text',
    'required',
    'displayName',
    'description',
    'locale',
  ] as const satisfies readonly (keyof Attestation)[],
} as const satisfies ResponseFormFields;

export function attestationForm(attestation: Attestation) {
  return applyForm(ATTESTATION_FORM, attestation);
}
