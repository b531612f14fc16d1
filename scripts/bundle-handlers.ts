import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { BUNDLE_OPTIONS } from './bundle-options';

/**
 * Bundles every file of lambda/entry in one call: ESM with shared chunks, SDK included, one asset folder for all
 * handlers (docs/decisions/0003-handler-bundles.md).
 */
const root = resolve(__dirname, '..');
const entryFolder = join(root, 'lambda', 'entry');
const outputFolder = join(root, 'assets', 'handlers');

async function main(): Promise<void> {
  rmSync(outputFolder, { recursive: true, force: true });
  mkdirSync(outputFolder, { recursive: true });
  const entries = readdirSync(entryFolder).filter((file) => file.endsWith('.ts'));
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries.map((file) => join(entryFolder, file)),
    outdir: outputFolder,
    ...BUNDLE_OPTIONS,
    metafile: true,
    logLevel: 'warning',
  });
  const packages = bundledPackages(Object.keys(metafile.inputs));
  writeFileSync(join(outputFolder, 'THIRD-PARTY-LICENSES.txt'), licenseNotices(packages));
  console.log(
    `bundled ${entries.length} handlers and the licenses of ${packages.length} packages into assets/handlers`,
  );
}

/** Folders of the packages that the bundle took files from. */
function bundledPackages(inputs: readonly string[]): string[] {
  const folders = inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []);
  return [...new Set(folders)].sort();
}

function licenseNotices(packages: readonly string[]): string {
  return packages.map((folder) => `${licenseNotice(join(root, folder))}\n`).join(`${'-'.repeat(80)}\n`);
}

function licenseNotice(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice)/i.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return [`${name} ${version} (${license})`, ...texts].join('\n\n');
}

void main();
