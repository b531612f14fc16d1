import type * as v from 'valibot';
import type { ChangeRefusal } from './change-plan';
import { refused } from './stored-records';
import { Result } from '../../result';
import { uuid } from '../../validation/fields';
import { describeErrors, parse } from '../../validation/parse';

/** Reads the body of a request for a change. */
export function readBody<Schema extends v.GenericSchema>(
  schema: Schema,
  body: unknown,
): Result<v.InferOutput<Schema>, ChangeRefusal> {
  const parsed = parse(schema, body);
  return parsed.ok ? parsed : refused(400, `Invalid request body: ${describeErrors(parsed.error)}`);
}

/** Checks an id of the path, called `name` in the path and in the answer. */
export function readId(name: string, value: string): Result<string, ChangeRefusal> {
  const id = parse(uuid(), value);
  return id.ok ? id : refused(400, `Invalid ${name} provided`);
}
