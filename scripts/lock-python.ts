import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Writes requirements.txt from the requirements.in beside it, in local/ or another folder that is given: every package with
 * its exact version and the hashes of all its files, so that one lock serves every platform. Run it with the oldest Python
 * that is supported (`PYTHON=python3.10 npx tsx scripts/lock-python.ts scripts/cfn-lint`): what that Python resolves, newer
 * ones can install too.
 */
const PYTHON = process.env.PYTHON ?? 'python3.10';
const [folderName = 'local'] = process.argv.slice(2);
const folder = resolve(__dirname, '..', folderName);

interface Package {
  readonly name: string;
  readonly version: string;
}

async function main(): Promise<void> {
  const packages = resolvePackages();
  const index = python(['-c', 'from pip._internal.models.index import PyPI; print(PyPI.simple_url)']).trim();
  const entries: string[] = [];
  for (const entry of packages) entries.push(lockEntry(entry, await fileHashes(index, entry)));
  const header = '# Written by scripts/lock-python.ts from requirements.in; do not edit.\n';
  writeFileSync(join(folder, 'requirements.txt'), `${header}${entries.join('')}`);
  console.log(`locked ${packages.length} packages in ${join(folderName, 'requirements.txt')}`);
}

function resolvePackages(): Package[] {
  const scratch = mkdtempSync(join(tmpdir(), 'lock-python-'));
  try {
    const report = join(scratch, 'report.json');
    const resolveOnly = ['install', '--dry-run', '--ignore-installed', '--quiet', '--report', report];
    python(['-m', 'pip', ...resolveOnly, '--requirement', join(folder, 'requirements.in')]);
    const { install } = JSON.parse(readFileSync(report, 'utf8')) as { install: { metadata: Package }[] };
    return install
      .map(({ metadata }) => ({ name: normalised(metadata.name), version: metadata.version }))
      .sort((left, right) => left.name.localeCompare(right.name));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Hashes of all files of one version, from the page that pip itself reads. */
async function fileHashes(index: string, { name, version }: Package): Promise<string[]> {
  const response = await fetch(`${index}/${name}/`, { headers: { accept: 'text/html' } });
  if (!response.ok) throw new Error(`the package index answered ${response.status} for ${name}: try again later`);
  const hashes = [...(await response.text()).matchAll(/<a [^>]*href="[^"]*#sha256=([0-9a-f]{64})"[^>]*>([^<]+)<\/a>/g)]
    .filter(([, , file]) => isFileOf(file.trim(), version))
    .map(([, hash]) => hash);
  if (hashes.length === 0) throw new Error(`the package index lists no file of ${name} ${version}`);
  return [...new Set(hashes)].sort();
}

function isFileOf(file: string, version: string): boolean {
  if (file.endsWith('.whl')) return file.split('-')[1] === version;
  return file.endsWith(`-${version}.tar.gz`) || file.endsWith(`-${version}.zip`);
}

function lockEntry({ name, version }: Package, hashes: readonly string[]): string {
  return [`${name}==${version}`, ...hashes.map((hash) => `    --hash=sha256:${hash}`)].join(' \\\n') + '\n';
}

/** PEP 503: the form of a name that indexes use. */
function normalised(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

function python(parameters: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(PYTHON, parameters, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${PYTHON} ${parameters.join(' ')} failed: ${stderr ?? 'not found'}`);
  return stdout;
}

void main();
