import { PlatformDraft } from '../draft';
import { DEPLOY } from '../parameters/parameter-name';
import { displayed } from '../problem';
import { spokesman } from './agreement';
import { pipeline, PLATFORM } from './document-fields';
import { environment } from './environment-fields';
import { Decoder, openObject } from '../reading/decoders';
import { Place } from '../reading/place';

/**
 * What documents of our own form say together.
 *
 * @param roots objects
 * @param all whether every document could be read; otherwise no key is said to be missing
 */
export function readDocuments(roots: readonly Place[], all: boolean): PlatformDraft {
  const [first, ...others] = roots;
  if (first === undefined) return {};
  const inEach = (key: string): readonly [Place, ...Place[]] => [
    first.child(key),
    ...others.map((document) => document.child(key)),
  ];
  const settings = Object.entries(PLATFORM).flatMap(([name, field]) => {
    const place = spokesman(inEach(field.key)).as(name);
    const value = all || place.node !== undefined ? field.read(place) : undefined;
    return value === undefined ? [] : [[name, value] as const];
  });
  const pipelines = spokesman(inEach('pipelines'));
  return {
    ...Object.fromEntries(settings),
    environments: readNamed('environments', inEach('environments'), environment),
    ...(pipelines.node !== undefined && { pipelines: readNamed('pipelines', [pipelines], pipeline) }),
  };
}

/**
 * Reports a document that is not of the one environment that it should be of.
 *
 * @param expected name of an environment, or `deploy` for the account of the pipelines
 */
export function requireOnlyOf(root: Place, expected: string): void {
  const environments = root.child('environments');
  const names = environments.entries().map(({ name }) => name);
  const given = root.child('deployAccount').node === undefined || names.length > 0 ? names : [DEPLOY];
  if (given.length === 1 && given[0] === expected) return;
  environments.report(`only ${displayed(expected)} belongs here`, 'use the file that is of it', displayed(names));
}

/** The items of objects by name, in the order of the files. One that can't be read leaves its name. */
function readNamed<Item extends object>(
  setting: string,
  places: readonly [Place, ...Place[]],
  decode: Decoder<Item>,
): (Partial<Item> & { readonly name: string })[] {
  const given = places.filter(({ node }) => node !== undefined);
  (given[0] ?? places[0]).alsoGives(setting);
  const fileOf = new Map<string, string>();
  return given.flatMap((place) => {
    if (!openObject(place, [], () => true)) return [];
    const names = new Set(place.entries().map(({ name }) => name));
    return [...names].flatMap((name) => {
      if (fileOf.has(name)) {
        place.key(name, '').report(`${fileOf.get(name)} has an entry of this name too`, 'remove one of the two');
        return [];
      }
      const item = `${setting}[${fileOf.size}]`;
      fileOf.set(name, place.file);
      place.key(name, `${item}.name`);
      return [{ name, ...decode(place.child(name, item)) } as Partial<Item> & { readonly name: string }];
    });
  });
}
