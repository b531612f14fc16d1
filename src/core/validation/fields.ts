import * as v from 'valibot';
import { roundHalfEven } from './decimal';
import { MESSAGES } from './messages';
import { isCalendarDate, isEmailAddress, readDatetime } from './text-formats';

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
function codePoints(value: string): number {
  let count = value.length;
  for (let unit = 1; unit < value.length; unit += 1) {
    if (isLowSurrogate(value.charCodeAt(unit)) && isHighSurrogate(value.charCodeAt(unit - 1))) count -= 1;
  }
  return count;
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit < 0xe000;

function hasLength(minimum: number, maximum: number) {
  return v.check(
    (value: string) => {
      // A code point is one unit or two, so most texts need no counting.
      if (value.length >= 2 * minimum && value.length <= maximum) return true;
      const length = codePoints(value);
      return length >= minimum && length <= maximum;
    },
    MESSAGES.lengthBetween(minimum, maximum),
  );
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

/** An instant with its zone, ISO 8601; read into the form that records store, in its own offset (spec 04, conventions). */
export function datetime() {
  return v.pipe(
    writtenInstant(),
    v.transform((value) => readDatetime(value)?.text ?? value),
  );
}

/** An instant with its zone that keeps the form it came in: what a payment processor says about its own times. */
export function writtenInstant() {
  return v.pipe(
    v.string(typeMessage(MESSAGES.datetime)),
    v.check((value) => readDatetime(value) !== undefined, MESSAGES.datetime),
    v.check((value) => readDatetime(value)?.hasZone !== false, MESSAGES.awareDatetime),
    documented({ format: 'date-time' }),
  );
}

export const UUID_PATTERN = '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]{1}[0-9a-f]{3}-[0-9a-f]{12}';

/** A UUID in its canonical text form, any version; read into lower case, as keys have it. */
export function uuid() {
  return v.pipe(
    v.string(typeMessage(MESSAGES.uuid)),
    v.check((value) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value), MESSAGES.uuid),
    v.toLowerCase(),
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

export function integer() {
  return v.pipe(v.number(typeMessage(MESSAGES.integer)), v.integer(MESSAGES.integer));
}

export function boolean() {
  return v.boolean(typeMessage(MESSAGES.boolean));
}

/** Decimal places of an amount. */
const CENTS = 2;

/** What decimal arithmetic has beside numbers; nobody owes it. */
const SPECIAL_NUMBER = /^[+-]?(inf|infinity|s?nan\d*)$/i;

/** An amount of money, as a number or as decimal text; read as a number of two decimal places, halves to even. */
export function amount() {
  const isSpecial = (value: number | string) => SPECIAL_NUMBER.test(String(value));
  return v.pipe(
    v.custom<number | string>(
      (value) =>
        (typeof value === 'number' || typeof value === 'string') &&
        (isSpecial(value) || roundHalfEven(value, CENTS) !== undefined),
      typeMessage(MESSAGES.number),
    ),
    v.check((value) => !isSpecial(value), MESSAGES.specialNumber),
    v.transform((value) => roundHalfEven(value, CENTS) ?? 0),
    v.check((value) => value >= 0, MESSAGES.notNegative),
    documented<number>({ type: 'number', minimum: 0 }),
  );
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

/** What an object with these entries is before and after it was checked. */
export type ObjectInput<Shape extends Entries> = v.InferInput<v.ObjectSchema<Shape, undefined>>;
export type ObjectOutput<Shape extends Entries> = v.InferOutput<v.ObjectSchema<Shape, undefined>>;

function entryMessage(issue: { readonly expected: string | null; readonly input: unknown }): string {
  if (issue.expected !== 'Object') return MESSAGES.missing;
  return issue.input === null ? MESSAGES.null : MESSAGES.input;
}

/** The type of an object schema that refuses keys beside its entries. */
export type ClosedObject<Shape extends Entries> = v.GenericSchema<ObjectInput<Shape>, ObjectOutput<Shape>> & {
  readonly entries: Shape;
};

/** An object that refuses keys it does not know. All of them are reported, where valibot's strict object stops at one. */
export function closedObject<const Shape extends Entries>(entries: Shape): ClosedObject<Shape> {
  return v.objectWithRest(entries, v.never(MESSAGES.unknown), entryMessage) as ClosedObject<Shape>;
}

/** An object that drops keys it does not know. */
export function openObject<const Shape extends Entries>(entries: Shape) {
  return v.object(entries, entryMessage);
}

/** An object that keeps keys it does not know. */
export function looseObject<const Shape extends Entries>(entries: Shape) {
  return v.looseObject(entries, entryMessage);
}

/** Values under keys that are data, e.g. jurisdictions. */
export function mapOf<const Item extends v.GenericSchema>(item: Item) {
  return v.record(v.string(), item, typeMessage(MESSAGES.mapping));
}

export function listOf<const Item extends v.GenericSchema>(item: Item, bounds: JsonSchemaFragment = {}) {
  return v.pipe(v.array(item, typeMessage(MESSAGES.list)), documented(bounds));
}

/** A list of at least `minimum` and, where it is bounded above, at most `maximum` entries. */
export function countedListOf<const Item extends v.GenericSchema>(item: Item, minimum: number, maximum?: number) {
  return v.pipe(
    v.array(item, typeMessage(MESSAGES.list)),
    v.check(
      ({ length }) => length >= minimum && (maximum === undefined || length <= maximum),
      maximum === undefined ? MESSAGES.lengthAtLeast(minimum) : MESSAGES.lengthBetween(minimum, maximum),
    ),
    documented({ minItems: minimum, ...(maximum !== undefined && { maxItems: maximum }) }),
  );
}

/** A string set as the document client gives it; the store knows no empty one. */
export function textSet() {
  return v.pipe(
    v.instance(Set, typeMessage(MESSAGES.list)),
    v.check((values) => [...values].every((value) => typeof value === 'string'), MESSAGES.string),
    v.transform((values) => values as ReadonlySet<string>),
  );
}
