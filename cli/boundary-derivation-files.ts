import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Derivation } from '../src/boundary/derivation';

/**
 * Writes the boundaries of each account as policy documents, and its bootstrap template, into a folder of its own. All is
 * made before the first file is written: what is wrong with one leaves the folder as it is.
 *
 * @returns the files that were written
 */
export function writeDerivations(derivations: readonly Derivation[], folder: string): string[] {
  const files = derivations.flatMap((derivation) =>
    filesOf(derivation).map(([name, text]) => [join(folder, folderName(derivation.place), name), text] as const),
  );
  for (const { place } of derivations) mkdirSync(join(folder, folderName(place)), { recursive: true });
  for (const [file, text] of files) writeFileSync(file, text);
  return files.map(([file]) => file);
}

function filesOf({ boundaries, bootstrap }: Derivation): [name: string, text: string][] {
  return [
    ...boundaries.map(({ boundary, document }): [string, string] => [
      `${boundary}-boundary.json`,
      `${JSON.stringify(document, undefined, 2)}\n`,
    ]),
    ['bootstrap-template.yaml', bootstrap.toYaml()],
  ];
}

/** `111111111111-us-east-1`. */
function folderName(place: string): string {
  return place.replace(/[^\w-]+/g, '-');
}
