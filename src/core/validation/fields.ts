import * as v from 'valibot';
import { MESSAGES } from './messages';
import { isCalendarDate, isEmailAddress, parseAwareDatetime } from './text-formats';

/**
 * Field types of the licensure domain. Each one carries its check, its message and its JSON Schema, so that the
 * gateway model, the handler's parser and the OpenAPI document can't disagree.
 */

/** What a field adds to the JSON Schema that is generated from its type. */
export interface JsonSchemaFragment {
  readonly [keyword: string]: unknown;
}

export const JSON_SCHEMA_KEY = 'jsonSchema';

export function documented<Input>(fragment: JsonSchemaFragment) {
  return v.metadata<Input, { readonly [JSON_SCHEMA_KEY]: JsonSchemaFragment }>({ [JSON_SCHEMA_KEY]: fragment });
}

/** The message of a wrong type; null has its own. */
export function typeMessage(message: string) {
  return (issue: { readonly input: unknown }) => (issue.input === null ? MESSAGES.null : message);
}

/** Unicode code points, not UTF-16 units: the reference counts characters that way. */
function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function hasLength(minimum: number, maximum: number) {
  const message = minimum === maximum ? MESSAGES.lengthExactly(minimum) : MESSAGES.lengthBetween(minimum, maximum);
  return v.check((value: string) => codePoints(value) >= minimum && codePoints(value) <= maximum, message);
}

/** A string of any content. */
export function anyText() {
  return v.pipe(v.string(typeMessage(MESSAGES.string)), documented({}));
}

/** A string of `minimum` to `maximum` characters. */
export function text(minimum: number, maximum: number) {
  return v.pipe(
    v.string(typeMessage(MESSAGES.string)),
    hasLength(minimum, maximum),
    documented({ minLength: minimum, maxLength: maximum }),
  );
}

/** A string that matches `pattern`, a JSON Schema regular expression. */
export function pattern(expression: string) {
  const regularExpression = new RegExp(expression, 'u');
  return v.pipe(
    v.string(typeMessage(MESSAGES.string)),
    v.check((value) => regularExpression.test(value), MESSAGES.pattern),
    documented({ pattern: expression }),
  );
}

/** One of a closed list of values, compared as written. */
export function oneOf(values: readonly string[]) {
  return v.pipe(
    v.string(typeMessage(MESSAGES.string)),
    v.check((value) => values.includes(value), MESSAGES.oneOf(values)),
    documented({ enum: [...values] }),
  );
}

export const DATE_PATTERN = '^[12]{1}[0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$';

/** A calendar date, `YYYY-MM-DD`. */
export function date() {
  return v.pipe(
    v.string(typeMessage(MESSAGES.date)),
    v.check(isCalendarDate, MESSAGES.date),
    documented({ format: 'date', pattern: DATE_PATTERN }),
  );
}

/** An instant with its zone, ISO 8601; kept as written (spec 04, conventions). */
export function datetime() {
  return v.pipe(
    v.string(typeMessage(MESSAGES.datetime)),
    v.check((value) => parseAwareDatetime(value) !== 'invalid', MESSAGES.datetime),
    v.check((value) => parseAwareDatetime(value) !== 'naive', MESSAGES.awareDatetime),
    documented({ format: 'date-time' }),
  );
}

export const UUID_PATTERN = '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]{1}[0-9a-f]{3}-[0-9a-f]{12}';

/** A UUID in its canonical text form, any version, any case. */
export function uuid() {
  return v.pipe(
    v.string(typeMessage(MESSAGES.uuid)),
    v.check((value) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value), MESSAGES.uuid),
    documented({ pattern: UUID_PATTERN }),
  );
}

/** An e-mail address; `maximum` bounds its length where a boundary does. */
export function email(maximum?: number) {
  const address = v.pipe(v.string(typeMessage(MESSAGES.email)), v.check(isEmailAddress, MESSAGES.email));
  return maximum === undefined
    ? v.pipe(address, documented({ format: 'email' }))
    : v.pipe(address, hasLength(1, maximum), documented({ format: 'email', minLength: 5, maxLength: maximum }));
}

export function bool() {
  return v.boolean(typeMessage(MESSAGES.boolean));
}

/** Social security number, `nnn-nn-nnnn`. */
export const ssn = () => pattern('^[0-9]{3}-[0-9]{2}-[0-9]{4}$');
/** The last four digits of a social security number. */
export const ssnLastFour = () => pattern('^[0-9]{4}$');
/** National Provider Identifier. */
export const npi = () => pattern('^[0-9]{10}$');
/** Telephone number, ITU-T E.164. */
export const phoneNumber = () => pattern('^\\+[0-9]{8,15}$');
/** Personal names, license numbers and other short texts. */
export const shortText = () => text(1, 100);
/** Street, city and state of an address. */
export const addressText = () => text(2, 100);
export const postalCode = () => text(5, 7);

type Entries = v.ObjectEntries;

function entryMessage(issue: { readonly expected: string | null; readonly input: unknown }): string {
  if (issue.expected === 'never') return MESSAGES.unknown;
  return issue.expected === 'Object' ? (issue.input === null ? MESSAGES.null : MESSAGES.input) : MESSAGES.missing;
}

/** An object that refuses keys it does not know. */
export function closedObject<const Shape extends Entries>(entries: Shape) {
  return v.strictObject(entries, entryMessage);
}

/** An object that drops keys it does not know. */
export function openObject<const Shape extends Entries>(entries: Shape) {
  return v.object(entries, entryMessage);
}

export function listOf<const Item extends v.GenericSchema>(item: Item, bounds: JsonSchemaFragment = {}) {
  return v.pipe(v.array(item, typeMessage(MESSAGES.list)), documented(bounds));
}
