import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { build, BuildOptions } from 'esbuild';
import { parse } from 'yaml';
import { BUNDLE_OPTIONS } from './bundle-options';
import { licenseNotices } from './license-notices';

/** Makes everything that the package carries in assets/: programs, and the bootstrap template that it builds upon. */
const root = resolve(__dirname, '..');

interface Program extends Pick<BuildOptions, 'target' | 'external' | 'banner'> {
  readonly entries: string;
  readonly output: string;
  /** Files of packages that the programs read from their own folder. */
  readonly files?: readonly string[];
}

/**
 * Programs by the folder of their entry files and the folder of their bundle. Each folder is one esbuild call: ESM with
 * shared chunks, SDK included (docs/decisions/0003-handler-bundles.md).
 */
const PROGRAMS: readonly Program[] = [
  { entries: 'lambda/entry', output: 'assets/handlers' },
  { entries: 'codebuild/entry', output: 'assets/codebuild' },
  // A thread of the library, wherever that runs.
  { entries: 'solver/entry', output: 'assets/solver', target: 'node20', files: [require.resolve('highs/runtime')] },
  // On a user's machine, which may have an older Node than Lambda and CodeBuild, and has the CDK in the project.
  {
    entries: 'cli/entry',
    output: 'assets/cli',
    target: 'node20',
    external: ['aws-cdk-lib', 'constructs', 'cdk-nag'],
    // The library finds its assets from the folder of its files, and ES modules have no such variable.
    banner: {
      js: `${BUNDLE_OPTIONS.banner.js} import { fileURLToPath as compactFileUrlToPath } from 'node:url'; const __dirname = compactFileUrlToPath(new URL('.', import.meta.url));`,
    },
  },
];

async function main(): Promise<void> {
  for (const program of PROGRAMS.filter(({ entries }) => existsSync(join(root, entries)))) await bundle(program);
  copyBootstrapTemplate(join(root, 'assets', 'bootstrap'));
}

async function bundle({ entries: entriesPath, output, files = [], ...options }: Program): Promise<void> {
  const entryFolder = join(root, entriesPath);
  // Made aside, so that whoever reads the bundles meanwhile finds those of before.
  const outputFolder = join(root, `${output}.new`);
  emptyFolder(outputFolder);
  const entries = readdirSync(entryFolder).filter((file) => file.endsWith('.ts'));
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries.map((file) => join(entryFolder, file)),
    outdir: outputFolder,
    ...BUNDLE_OPTIONS,
    ...options,
    metafile: true,
    logLevel: 'warning',
  });
  for (const file of files) copyFileSync(file, join(outputFolder, basename(file)));
  const packages = bundledPackages(Object.keys(metafile.inputs));
  writeFileSync(
    join(outputFolder, 'THIRD-PARTY-LICENSES.txt'),
    licenseNotices(packages.map((folder) => join(root, folder))),
  );
  rmSync(join(root, output), { recursive: true, force: true });
  renameSync(outputFolder, join(root, output));
  console.log(`bundled ${entries.length} programs and the licenses of ${packages.length} packages into ${output}`);
}

/** Folders of the packages that the bundle took files from. */
function bundledPackages(inputs: readonly string[]): string[] {
  const folders = inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []);
  return [...new Set(folders)].sort();
}

/** The bootstrap template of the pinned CLI as JSON, with where it comes from. */
function copyBootstrapTemplate(outputFolder: string): void {
  emptyFolder(outputFolder);
  const cli = dirname(require.resolve('aws-cdk/package.json'));
  const { name, version, license } = JSON.parse(readFileSync(join(cli, 'package.json'), 'utf8'));
  const template = parse(readFileSync(join(cli, 'lib', 'api', 'bootstrap', 'bootstrap-template.yaml'), 'utf8'));
  writeFileSync(
    join(outputFolder, 'upstream.json'),
    `${JSON.stringify({ source: { package: name, version, license }, template }, undefined, 2)}\n`,
  );
  for (const notice of ['LICENSE', 'NOTICE']) copyFileSync(join(cli, notice), join(outputFolder, notice));
}

function emptyFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

void main();
