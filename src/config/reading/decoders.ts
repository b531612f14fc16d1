import { JsonEntry } from '../../core/text/json-document';
import { nearest } from '../../core/text/nearest';
import { displayed, useOneOf } from '../problem';
import { Place } from './place';

/** A JSON Schema of draft 07, or a part of one. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

/** Turns the value at a place into a typed one, or reports there why it can't and gives nothing. */
export type Reader<Value> = (place: Place) => Value | undefined;

/** A reader that also says what it takes. */
export interface Decoder<Value> extends Reader<Value> {
  readonly schema: Schema;
}

export function decoder<Value>(schema: Schema, read: Reader<Value>): Decoder<Value> {
  return Object.assign((place: Place) => read(place), { schema });
}

/** The same decoder for values that rules check further: the schema tells editors what the rules say. */
export function narrowed<Value>(decode: Decoder<Value>, schema: Schema): Decoder<Value> {
  return decoder({ ...decode.schema, ...schema }, decode);
}

function scalar<Value extends string | number | boolean>(
  type: string,
  isRight: (value: unknown) => value is Value,
  expected: string,
  remedy: string,
): Decoder<Value> {
  return decoder({ type }, (place) => {
    if (place.node?.kind === 'scalar' && isRight(place.node.value)) return place.node.value;
    return place.refuse(`${expected} is expected`, remedy);
  });
}

export const text = scalar(
  'string',
  (value): value is string => typeof value === 'string',
  'a text',
  'write it in double quotes',
);

export const trueOrFalse = scalar(
  'boolean',
  (value): value is boolean => typeof value === 'boolean',
  'true or false',
  'write true or false without quotes',
);

export const wholeNumber = scalar(
  'integer',
  (value): value is number => Number.isSafeInteger(value),
  'a whole number',
  'write digits without quotes',
);

/** A whole number that may stand in quotes, as the default of CompactConnect does. */
export const quotedOrWholeNumber = decoder<number>({ type: ['integer', 'string'] }, (place) => {
  const value = place.node?.kind === 'scalar' ? place.node.value : undefined;
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : wholeNumber(place);
});

/** One of a closed list of words. */
export function oneOf<Word extends string>(words: readonly Word[]): Decoder<Word> {
  return decoder({ enum: words }, (place) => {
    const found = place.node?.kind === 'scalar' ? place.node.value : undefined;
    const word = words.find((candidate) => candidate === found);
    return word ?? place.refuse(`only ${inWords(words)} are known`, useOneOf(words, String(found)));
  });
}

function inWords(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

/** A list; an item that can't be read leaves a gap, so that the others keep their indexes. */
export function list<Item>(item: Decoder<Item>): Decoder<(Item | undefined)[]> {
  return decoder({ type: 'array', items: item.schema }, (place) => {
    if (place.node?.kind === 'list') return place.items().map(item);
    return place.refuse('a list is expected', 'put the entries in square brackets');
  });
}

/** A key of an object: the name of the setting that it gives is the name of the field. */
export interface Field<Value> {
  readonly key: string;
  readonly isRequired: boolean;
  readonly schema: Schema;
  readonly read: Reader<Value>;
}

/** A key that must be there; `meaning` completes the remedy "add …". */
export function required<Value>(key: string, meaning: string, decode: Decoder<Value>): Field<Value> {
  return { key, isRequired: true, schema: decode.schema, read: (place) => readRequired(place, meaning, decode) };
}

/** A key that may be left out; null means the same, as it does to CompactConnect. */
export function optional<Value>(key: string, decode: Decoder<Value>): Field<Value> {
  return {
    key,
    isRequired: false,
    schema: { anyOf: [decode.schema, { type: 'null' }] },
    read: (place) => (isAbsent(place) ? undefined : decode(place)),
  };
}

/** A key that may be left out, and then says nothing: null is no value. */
export function omissible<Value>(key: string, decode: Decoder<Value>): Field<Value> {
  return {
    key,
    isRequired: false,
    schema: decode.schema,
    read: (place) => (place.node === undefined ? undefined : decode(place)),
  };
}

export function isAbsent(place: Place): boolean {
  return place.node === undefined || (place.node.kind === 'scalar' && place.node.value === null);
}

export function readRequired<Value>(place: Place, meaning: string, read: Reader<Value>): Value | undefined {
  if (place.node !== undefined) return read(place);
  return place.refuse('this key is required', `add ${meaning}`);
}

export type Shape = Readonly<Record<string, Field<unknown>>>;

/** What an object of a shape gives: nothing is sure until all problems are known. */
export type Read<S extends Shape> = { [Name in keyof S]?: S[Name] extends Field<infer Value> ? Value : never };

/**
 * An object with the keys of a shape and no others.
 *
 * @param title name of the interface that it gives, where its documentation stands
 */
export function object<S extends Shape>(shape: S, title?: string): Decoder<Read<S>> {
  const knownKeys = Object.values(shape).map(({ key }) => key);
  return decoder({ ...(title !== undefined && { title }), ...objectSchema(shape) }, (place) => {
    if (!openObject(place, knownKeys)) return undefined;
    return readFields(place, shape);
  });
}

/** The schema of an object with the keys of a shape and no others. */
export function objectSchema(shape: Shape): Schema {
  const fields = Object.values(shape);
  const requiredKeys = fields.filter(({ isRequired }) => isRequired).map(({ key }) => key);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(({ key, schema }) => [key, schema])),
    ...(requiredKeys.length > 0 && { required: requiredKeys }),
    additionalProperties: false,
  };
}

/** Reads the fields of an object that was opened. */
export function readFields<S extends Shape>(place: Place, shape: S): Read<S> {
  const values = Object.entries(shape).map(
    ([name, field]) => [name, field.read(place.child(field.key, name))] as const,
  );
  return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as Read<S>;
}

/** Whether an object stands here; its keys are checked against the known ones and for names that stand twice. */
export function openObject(
  place: Place,
  knownKeys: readonly string[],
  isForeign: (key: string) => boolean = () => false,
): boolean {
  if (place.node?.kind !== 'object') {
    place.refuse('an object is expected', 'put its keys and values in braces');
    return false;
  }
  const unknown = (entry: JsonEntry) => !knownKeys.includes(entry.name) && !isForeign(entry.name);
  for (const entry of place.entries().filter(unknown)) {
    const meant = nearest(entry.name, knownKeys);
    const remedy =
      meant === undefined ? `remove it, or use one of: ${knownKeys.join(', ')}` : `did you mean ${displayed(meant)}?`;
    place.reportKey(entry, 'this key is not known here', remedy);
  }
  reportRepeatedKeys(place);
  return true;
}

function reportRepeatedKeys(place: Place): void {
  const seen = new Set<string>();
  for (const entry of place.entries()) {
    if (seen.has(entry.name)) {
      place.reportKey(entry, 'this key stands twice in the same object', 'remove one of the two');
    }
    seen.add(entry.name);
  }
}
