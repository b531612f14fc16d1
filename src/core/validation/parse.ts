import * as v from 'valibot';
import { failure, Result, success } from '../result';
import { MESSAGES } from './messages';

/** Messages per field; a nested object or a list reports under its own keys or indexes. */
export interface FieldErrors {
  [field: string]: string[] | FieldErrors;
}

/** Key of messages that belong to the record as a whole. */
export const RECORD_LEVEL = '_schema';

/** Checks `input` and returns either the typed value or every message. */
export function parse<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): Result<v.InferOutput<Schema>, FieldErrors> {
  const outcome = v.safeParse(schema, input);
  if (outcome.success) return success(outcome.output);
  const errors: FieldErrors = {};
  for (const issue of outcome.issues) {
    addMessage(errors, pathOf(issue), issue.message);
  }
  return failure(errors);
}

/** Where the message of an issue stands: what is no object where one belongs is an error of that object as a whole. */
function pathOf({ path, message }: v.BaseIssue<unknown>): string[] {
  if (!path) return [RECORD_LEVEL];
  const keys = path.map((item) => String(item.key));
  return message === MESSAGES.input ? [...keys, RECORD_LEVEL] : keys;
}

/** Adds `message` under `path`, making the objects on the way. */
export function addMessage(errors: FieldErrors, path: readonly string[], message: string): void {
  const [field, ...rest] = path;
  if (rest.length === 0) {
    const messages = errors[field];
    if (Array.isArray(messages)) messages.push(message);
    else errors[field] = [message];
    return;
  }
  const nested = errors[field];
  const next: FieldErrors = nested === undefined || Array.isArray(nested) ? {} : nested;
  errors[field] = next;
  addMessage(next, rest, message);
}

/** All messages in one line, each after the path of its field: for errors that a person reads. */
export function describeErrors(errors: FieldErrors, path: readonly string[] = []): string {
  return Object.entries(errors)
    .map(([field, messages]) =>
      Array.isArray(messages)
        ? `${[...path, field].join('.')}: ${messages.join(' ')}`
        : describeErrors(messages, [...path, field]),
    )
    .join('; ');
}
