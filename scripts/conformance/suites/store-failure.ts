import { UNKEYED } from '../../../src/core/licensure/records/record-type';
import type { FieldErrors } from '../../../src/core/validation/parse';

/** The two ways in which vectors say that a call failed. */
const FAILURES = ['internalError', 'raised'];

const INTERNAL_ERROR = { internalError: true };

/** What vectors say of a record that can't be stored: its wrong fields, or that it never came so far. */
export function storeFailure(errors: FieldErrors): object {
  return UNKEYED in errors ? INTERNAL_ERROR : { error: errors };
}

/** What is expected of storing a record, with one word for a failed call. */
export function expectedOfStore(expect: any) {
  return FAILURES.some((failure) => failure in expect) ? INTERNAL_ERROR : expect;
}
