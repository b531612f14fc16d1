import type { FieldErrors } from '../validation/parse';

/** A license can't be eligible while the state calls it inactive, under whatever names the two fields have. */
export function eligibilityErrors<Field extends string>(
  record: Readonly<Record<Field, string>>,
  statusField: Field,
  eligibilityField: Field,
): FieldErrors {
  return record[statusField] === 'inactive' && record[eligibilityField] === 'eligible'
    ? { [eligibilityField]: [`${eligibilityField} cannot be eligible if ${statusField} is inactive.`] }
    : {};
}
