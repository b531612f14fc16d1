import type * as v from 'valibot';
import type { ChangeRefusal } from './change-plan';
import { broken } from './stored-records';
import type { Result } from '../../result';
import { describeErrors, parse } from '../../validation/parse';

/** Reads the detail of an event that was heard; keys beside the known ones are dropped. */
export function readDetail<Schema extends v.GenericSchema>(
  schema: Schema,
  detail: unknown,
): Result<v.InferOutput<Schema>, ChangeRefusal> {
  const parsed = parse(schema, detail);
  return parsed.ok ? parsed : broken(`the detail of the event can't be read: ${describeErrors(parsed.error)}`);
}
