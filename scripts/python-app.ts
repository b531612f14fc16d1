import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { devDependencies } from '../package.json';

/** Synthesizes the CDK app of test/fixtures/python-app again, with the CDK library for Python from its registry. */
const FOLDER = resolve(__dirname, '..', 'test', 'fixtures', 'python-app');
const ASSEMBLY = join(FOLDER, 'assembly');

function main(): void {
  const work = mkdtempSync(join(tmpdir(), 'compact-python-app-'));
  try {
    run('python3', '-m', 'venv', join(work, 'venv'));
    const python = join(work, 'venv', 'bin', 'python');
    run(python, '-m', 'pip', 'install', '--quiet', `aws-cdk-lib==${devDependencies['aws-cdk-lib']}`);
    run(python, join(FOLDER, 'app.py'), join(work, 'out'));
    keepTemplates(join(work, 'out'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** What a boundary is derived from; the rest of an assembly is for deployments. */
function keepTemplates(assembly: string): void {
  rmSync(ASSEMBLY, { recursive: true, force: true });
  mkdirSync(ASSEMBLY);
  const kept = readdirSync(assembly).filter((file) =>
    /^(?:cdk\.out|manifest\.json|.*\.(?:template|assets|metadata)\.json)$/.test(file),
  );
  for (const file of kept) copyFileSync(join(assembly, file), join(ASSEMBLY, file));
  console.log(`wrote ${kept.length} files to test/fixtures/python-app/assembly`);
}

function run(program: string, ...parameters: string[]): void {
  const { status } = spawnSync(program, parameters, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${program} ${parameters[0]} ended with ${status}`);
}

main();
