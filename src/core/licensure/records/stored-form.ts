import type { GenericSchema } from 'valibot';
import { isPlainObject } from '../item';

/** Brings one value of a record into the form in which it is written; checks nothing. */
export type StoredForm = (value: unknown) => unknown;

/** A schema as its library keeps it, as far as writing needs it. */
interface SchemaParts {
  readonly type: string;
  readonly wrapped?: SchemaParts;
  readonly item?: SchemaParts;
  readonly entries?: Readonly<Record<string, SchemaParts>>;
}

/**
 * What writing does to a value of this schema before it is checked: objects keep the keys they know, at every depth,
 * and what stands where a text belongs becomes one (spec 04 section 2). Only reading refuses unknown keys and numbers.
 */
export function storedFormOf(schema: GenericSchema): StoredForm {
  return formOf(schema as GenericSchema & SchemaParts);
}

function formOf({ type, wrapped, item, entries }: SchemaParts): StoredForm {
  if (wrapped) return formOf(wrapped);
  if (entries) return objectForm(entries);
  if (type === 'array') return listForm(formOf(item!));
  return type === 'string' ? textForm : (value) => value;
}

function objectForm(entries: Readonly<Record<string, SchemaParts>>): StoredForm {
  const forms = Object.entries(entries).map(([name, entry]) => [name, formOf(entry)] as const);
  return (value) => {
    if (value === null) return value;
    const written: Record<string, unknown> = {};
    if (!isPlainObject(value)) return written;
    // Ingest writes millions of values: a loop makes no arrays on the way.
    for (const [name, form] of forms) {
      if (value[name] !== undefined) written[name] = form(value[name]);
    }
    return written;
  };
}

function listForm(form: StoredForm): StoredForm {
  return (value) => (Array.isArray(value) ? value.map(form) : value);
}

function textForm(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  // The spelling of the reference.
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return value;
}
