import * as v from 'valibot';
import { canonicalUuid } from '../../validation/canonical-uuid';
import { anyText, typeMessage } from '../../validation/fields';
import { MESSAGES } from '../../validation/messages';
import { isPlainObject } from '../item';

/** Field types of stored records, which take more spellings than requests do: not all records are of our writing. */

/** A UUID in any of its spellings (upper case, without hyphens, in braces, as a URN), read into the one that keys have. */
export function identifier() {
  return v.pipe(
    v.string(typeMessage(MESSAGES.uuid)),
    v.check((value) => canonicalUuid(value) !== undefined, MESSAGES.uuid),
    v.transform((value) => canonicalUuid(value) ?? value),
  );
}

const YES: readonly unknown[] = ['t', 'true', 'y', 'yes', 'on', '1'].flatMap(spellings).concat(1, true);
const NO: readonly unknown[] = ['f', 'false', 'n', 'no', 'off', '0'].flatMap(spellings).concat(0, false);

/** A word in lower case, capitalised and in upper case. */
function spellings(word: string): unknown[] {
  return [word, word[0].toUpperCase() + word.slice(1), word.toUpperCase()];
}

/** A boolean, or a word or number that stands for one. */
export function flag() {
  return v.pipe(
    v.custom<unknown>((value) => YES.includes(value) || NO.includes(value), typeMessage(MESSAGES.boolean)),
    v.transform((value) => YES.includes(value)),
  );
}

/** A string set as the document client gives it, or a list of the same; the store knows no empty set. */
export function setOfTexts() {
  return v.pipe(
    v.custom<ReadonlySet<string>>((value) => value instanceof Set || Array.isArray(value), typeMessage(MESSAGES.list)),
    v.transform((values) => [...values]),
    v.array(anyText()),
    v.transform((values): ReadonlySet<string> => new Set(values)),
  );
}

/** Values under keys that have a type of their own; errors of a pair stand under `key` and `value`. */
export function checkedMap<const Value extends v.GenericSchema>(key: v.GenericSchema<string>, value: Value) {
  type Pair = { readonly key: string; readonly value: v.InferInput<Value> };
  type CheckedPair = { readonly key: string; readonly value: v.InferOutput<Value> };
  return v.pipe(
    v.custom<Readonly<Record<string, v.InferInput<Value>>>>(isPlainObject, typeMessage(MESSAGES.mapping)),
    v.transform((map) => mapValues(map, (member, name): Pair => ({ key: name, value: member }))),
    v.record(v.string(), v.object({ key, value }) as v.GenericSchema<Pair, CheckedPair>),
    v.transform((pairs) => mapValues(pairs, (pair) => pair.value)),
  );
}

function mapValues<From, To>(
  map: Readonly<Record<string, From>>,
  change: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));
}
