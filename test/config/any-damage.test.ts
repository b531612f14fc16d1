import * as fc from 'fast-check';
import { cdkJson, Json, pipelineFile, read, sandboxFile } from './files';
import { requireSoundSettings } from '../../src/config/check-settings';
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

test('whatever is replaced or removed, the files give sound settings or an error that says where', () => {
  const files = fc.constantFrom(
    sandboxFile,
    () => pipelineFile('test'),
    () => pipelineFile('prod'),
  );
  const damages = fc.array(fc.tuple(fc.nat(), replacement), { minLength: 1, maxLength: 3 });

  fc.assert(
    fc.property(files, damages, (file, changes) => {
      const documents = { cdk: cdkJson(), environment: file() };
      for (const [seed, value] of changes) {
        const places = placesOf(documents);
        const { parent, key } = places[seed % places.length];
        parent[key] = structuredClone(value);
      }

      try {
        requireSoundSettings(read(documents.cdk ?? null, documents.environment ?? null));
      } catch (error) {
        if (!(error instanceof ConfigurationError)) throw error;
        expect(error.problems.every(({ file: name }) => /^(cdk|environment)\.json$/.test(name))).toBe(true);
      }
    }),
    { numRuns: 1500 },
  );
});
