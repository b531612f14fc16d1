import { Decoder, Field, omissible, required } from '../reading/decoders';

/** Makes a field of its key. */
type Keyed<Value> = (key: string) => Field<Value>;

/** A key that must be there; `meaning` completes the remedy "add …". */
export function must<Value>(meaning: string, decode: Decoder<Value>): Keyed<Value> {
  return (key) => required(key, meaning, decode);
}

/** A key that may be left out. */
export function may<Value>(decode: Decoder<Value>): Keyed<Value> {
  return (key) => omissible(key, decode);
}

/** Fields whose keys are the names of their settings, as in our own files. */
export function fields<Shape extends Readonly<Record<string, Keyed<unknown>>>>(
  shape: Shape,
): { readonly [Name in keyof Shape]: ReturnType<Shape[Name]> } {
  const named = Object.entries(shape).map(([name, keyed]) => [name, keyed(name)]);
  return Object.fromEntries(named) as { readonly [Name in keyof Shape]: ReturnType<Shape[Name]> };
}
