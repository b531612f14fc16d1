import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Bundles of all handlers; the folder lies at the package root, whether this file runs from `src` or from `lib`. */
const HANDLER_BUNDLES = join(__dirname, '..', '..', 'assets', 'handlers');

/** The asset folder that holds the bundle of `entry`. */
export function handlerBundles(entry: string, folder = HANDLER_BUNDLES): string {
  const bundle = `${entry}.mjs`;
  if (existsSync(join(folder, bundle))) return folder;
  throw new Error(
    `the handler bundle ${bundle} is missing in ${folder}: run "npx projen bundle" in a checkout, or install the package anew`,
  );
}
