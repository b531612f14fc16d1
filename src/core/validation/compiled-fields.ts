import type { GenericSchema, ObjectEntries } from 'valibot';
import { MESSAGES } from './messages';

/** One text field of a schema, unrolled: what a row has to satisfy, without the general machinery of schemas. */
export interface CompiledField {
  readonly name: string;
  readonly required: boolean;
  /** Message for a value that is no text. */
  readonly typeMessage: (value: unknown) => string;
  /** Every check that a text has to pass, in the order of their messages. */
  readonly checks: readonly TextCheck[];
  /** Whether a text passes every check: the question of nearly every cell. */
  readonly accepts: (text: string) => boolean;
}

interface TextCheck {
  readonly passes: (text: string) => boolean;
  readonly message: string;
}

/** A schema as its library keeps it, as far as text fields use it. */
interface SchemaParts {
  readonly type: string;
  readonly message?: unknown;
  readonly wrapped?: SchemaParts;
  /** The schema that is refined, which can be refined itself, then what refines it. */
  readonly pipe?: readonly [SchemaParts, ...Refinement[]];
}

interface Refinement {
  readonly kind: string;
  readonly type: string;
  readonly message?: unknown;
  readonly requirement?: unknown;
}

/**
 * The fields of an object schema, unrolled once for very many rows: the schema stays the only place that says what is
 * valid, and a row costs a few function calls instead of a walk through schema objects. Only for entries that are
 * required or optional texts with checks; others throw, because what they would need is not there.
 */
export function compiledFields(entries: ObjectEntries): CompiledField[] {
  return Object.entries(entries).map(([name, entry]) => compiledField(name, entry as GenericSchema & SchemaParts));
}

function compiledField(name: string, entry: SchemaParts): CompiledField {
  const required = entry.type !== 'optional';
  const [text, ...refinements] = unrolled(required ? entry : entry.wrapped!);
  const checks = refinements.filter(({ kind }) => kind !== 'metadata');
  if (text.type !== 'string' || checks.some(({ type }) => type !== 'check')) {
    throw new Error(`field ${name} can't be compiled: it is no text with checks only`);
  }
  const textChecks = checks.map(({ requirement, message }) => ({
    passes: requirement as (text: string) => boolean,
    message: message as string,
  }));
  return {
    name,
    required,
    typeMessage: (value) => (text.message as (issue: { input: unknown }) => string)({ input: value }),
    checks: textChecks,
    // Most fields have one check, and files have millions of cells: each call less counts.
    accepts:
      textChecks.length === 1 ? textChecks[0].passes : (value) => textChecks.every(({ passes }) => passes(value)),
  };
}

/** A schema and everything that refines it, however deep refinements of refinements go. */
function unrolled(schema: SchemaParts): [SchemaParts, ...Refinement[]] {
  if (!schema.pipe) return [schema];
  const [refined, ...refinements] = schema.pipe;
  return [...unrolled(refined), ...refinements];
}

/** Every message about a value that is there, in order; none where it is valid. */
export function fieldMessages(field: CompiledField, value: unknown): string[] {
  if (typeof value !== 'string') return [field.typeMessage(value)];
  return field.checks.filter(({ passes }) => !passes(value)).map(({ message }) => message);
}

/** Every message about a field of a record that may lack it. */
export function messagesOfEntry(field: CompiledField, value: unknown): string[] {
  if (value !== undefined) return fieldMessages(field, value);
  return field.required ? [MESSAGES.missing] : [];
}
