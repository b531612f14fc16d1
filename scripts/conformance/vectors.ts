import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One recorded case of the reference system. */
export interface Vector {
  readonly name: string;
  // Cases of one file have many shapes; each suite reads its own.
  readonly given: any;
  readonly expect: any;
  /** The reason why a better implementation may answer otherwise. */
  readonly mayDiffer?: string;
}

/** Folder of the vector files below a reference folder. */
export function vectorsFolder(from: string): string {
  return join(from, 'vectors');
}

export function vectorFiles(from: string): string[] {
  return readdirSync(vectorsFolder(from))
    .filter((name) => name.endsWith('.json'))
    .sort();
}

/** The cases of a file. One that holds facts by configuration instead of cases counts a case per configuration. */
export function readVectors(from: string, file: string): Vector[] {
  const content = JSON.parse(readFileSync(join(vectorsFolder(from), file), 'utf8'));
  if (Array.isArray(content)) return content;
  const configurations = Object.entries(content).filter(([, facts]) => typeof facts === 'object');
  return configurations.map(([name, facts]) => ({ name, given: name, expect: facts }));
}
