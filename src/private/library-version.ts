import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Version of this package; its manifest lies at the package root, whether this file runs from `src` or from `lib`. */
export function libraryVersion(): string {
  return JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')).version;
}
