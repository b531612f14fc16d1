import * as fc from 'fast-check';
import { cdkJson, Json, pipelineFile, read, sandboxFile } from './files';
import { deployFile, documents, environmentFiles, Files, readCompactConnectFiles, readOwn } from './platform-files';
import { requireSoundSettings } from '../../src/config/check-settings';
import { CompactConnectRelease } from '../../src/config/compact-connect-release';
import { PlatformConfiguration } from '../../src/config/platform-configuration';
import { ConfigurationError } from '../../src/config/problem';

/** Every place of a document: the objects and lists with the keys in them. */
function placesOf(node: Json): { readonly parent: Json; readonly key: string }[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.keys(node).flatMap((key) => [{ parent: node, key }, ...placesOf(node[key])]);
}

const replacement = fc.oneof(
  fc.constant(undefined),
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom('prod', 'dent', '__proto__', 'constructor', '', '#', [], {}, [null], 1e400, -1),
);

const damages = fc.array(fc.tuple(fc.nat(), replacement), { minLength: 1, maxLength: 3 });

/** Files in which values at random places are replaced or removed. */
function damaged(files: Files, changes: readonly (readonly [number, Json])[]): Files {
  for (const [seed, value] of changes) {
    const places = placesOf(files);
    const { parent, key } = places[seed % places.length];
    parent[key] = structuredClone(value);
  }
  return files;
}

/** A file that was replaced by nothing holds null. */
function present(files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [name, content ?? null]));
}

/** Fails unless an action ends well, or with problems in these files. */
function soundOrLocated(files: readonly string[], action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    expect(error.problems.filter(({ file }) => !files.includes(file))).toEqual([]);
  }
}

test('whatever is replaced or removed, the files give sound settings or an error that says where', () => {
  const files = fc.constantFrom(
    sandboxFile,
    () => pipelineFile('test'),
    () => pipelineFile('prod'),
  );

  fc.assert(
    fc.property(files, damages, (file, changes) => {
      const { 'cdk.json': cdk, 'environment.json': environment } = damaged(
        { 'cdk.json': cdkJson(), 'environment.json': file() },
        changes,
      );
      soundOrLocated(['cdk.json', 'environment.json'], () =>
        requireSoundSettings(read(cdk ?? null, environment ?? null)),
      );
    }),
    { numRuns: 1500 },
  );
});

test('the same holds for documents of a platform', () => {
  fc.assert(
    fc.property(damages, (changes) => {
      const files = present(damaged(documents(), changes));
      soundOrLocated(Object.keys(files), () => PlatformConfiguration.check(readOwn(files)));
    }),
    { numRuns: 400 },
  );
});

test("the same holds for CompactConnect's files of a platform", () => {
  fc.assert(
    fc.property(damages, fc.constantFrom(...Object.values(CompactConnectRelease)), (changes, release) => {
      const { 'cdk.json': cdk, ...files } = damaged(
        { 'cdk.json': cdkJson(), 'deploy.json': deployFile(), ...environmentFiles('test', 'beta', 'prod') },
        changes,
      );
      soundOrLocated(['cdk.json', ...Object.keys(files)], () =>
        PlatformConfiguration.check(readCompactConnectFiles(present(files), { cdk: cdk ?? null, release })),
      );
    }),
    { numRuns: 400 },
  );
});
