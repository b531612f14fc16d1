import { JsonEntry } from '../../core/text/json-document';
import { nearest } from '../../core/text/nearest';
import { displayed, useOneOf } from '../problem';
import { Place } from './place';

/** Turns the value at a place into a typed one, or reports there why it can't and gives nothing. */
export type Decoder<Value> = (place: Place) => Value | undefined;

function scalar<Value extends string | number | boolean>(
  isRight: (value: unknown) => value is Value,
  expected: string,
  remedy: string,
): Decoder<Value> {
  return (place) => {
    if (place.node?.kind === 'scalar' && isRight(place.node.value)) return place.node.value;
    return place.refuse(`${expected} is expected`, remedy);
  };
}

export const text = scalar(
  (value): value is string => typeof value === 'string',
  'a text',
  'write it in double quotes',
);

export const trueOrFalse = scalar(
  (value): value is boolean => typeof value === 'boolean',
  'true or false',
  'write true or false without quotes',
);

export const wholeNumber = scalar(
  (value): value is number => Number.isSafeInteger(value),
  'a whole number',
  'write digits without quotes',
);

/** A whole number that may stand in quotes, as the default of CompactConnect does. */
export const quotedOrWholeNumber: Decoder<number> = (place) => {
  const value = place.node?.kind === 'scalar' ? place.node.value : undefined;
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : wholeNumber(place);
};

/** One of a closed list of words. */
export function oneOf<Word extends string>(words: readonly Word[]): Decoder<Word> {
  return (place) => {
    const found = place.node?.kind === 'scalar' ? place.node.value : undefined;
    const word = words.find((candidate) => candidate === found);
    return word ?? place.refuse(`only ${words.join(' and ')} are known`, useOneOf(words, String(found)));
  };
}

/** A list; an item that can't be read leaves a gap, so that the others keep their indexes. */
export function list<Item>(item: Decoder<Item>): Decoder<(Item | undefined)[]> {
  return (place) => {
    if (place.node?.kind === 'list') return place.items().map(item);
    return place.refuse('a list is expected', 'put the entries in square brackets');
  };
}

/** A key of an object: the name of the setting that it gives is the name of the field. */
export interface Field<Value> {
  readonly key: string;
  readonly read: (place: Place) => Value | undefined;
}

/** A key that must be there; `meaning` completes the remedy "add …". */
export function required<Value>(key: string, meaning: string, decode: Decoder<Value>): Field<Value> {
  return { key, read: (place) => readRequired(place, meaning, decode) };
}

/** A key that may be left out; null means the same, as it does to CompactConnect. */
export function optional<Value>(key: string, decode: Decoder<Value>): Field<Value> {
  return { key, read: (place) => (isAbsent(place) ? undefined : decode(place)) };
}

export function isAbsent(place: Place): boolean {
  return place.node === undefined || (place.node.kind === 'scalar' && place.node.value === null);
}

export function readRequired<Value>(place: Place, meaning: string, decode: Decoder<Value>): Value | undefined {
  if (place.node !== undefined) return decode(place);
  return place.refuse('this key is required', `add ${meaning}`);
}

export type Shape = Readonly<Record<string, Field<unknown>>>;

/** What an object of a shape gives: nothing is sure until all problems are known. */
export type Read<S extends Shape> = { [Name in keyof S]?: S[Name] extends Field<infer Value> ? Value : never };

/** An object with the keys of a shape and no others. */
export function object<S extends Shape>(shape: S): Decoder<Read<S>> {
  const knownKeys = Object.values(shape).map(({ key }) => key);
  return (place) => {
    if (!openObject(place, knownKeys)) return undefined;
    return readFields(place, shape);
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
