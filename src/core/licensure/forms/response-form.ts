import { failure, Result, success } from '../../result';
import { MESSAGES } from '../../validation/messages';
import type { FieldErrors } from '../../validation/parse';
import type { Item } from '../item';

/** Which fields of a record leave through an API, for one kind of reader. What is not listed never leaves. */
export interface ResponseFormFields {
  readonly fields: readonly string[];
  /** Fields that readers rely on although old records lack them. */
  readonly required?: readonly string[];
  /** Values shown where the record has none. */
  readonly defaults?: Item;
}

/** The part of a record that a form shows. */
export function applyForm(form: ResponseFormFields, record: object): Result<Record<string, unknown>, FieldErrors> {
  const values = record as Item;
  const missing = (form.required ?? []).filter((field) => values[field] === undefined);
  if (missing.length > 0) return failure(Object.fromEntries(missing.map((field) => [field, [MESSAGES.missing]])));
  const shown = form.fields.filter((field) => values[field] !== undefined).map((field) => [field, values[field]]);
  return success({ ...form.defaults, ...Object.fromEntries(shown) });
}
