import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Uses the packed library as strangers do: from an empty TypeScript project and from Python. The programs are the
 * examples of the README, so these are tried as well. All four languages are generated.
 */
const root = resolve(__dirname, '..');
const { devDependencies, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

function main(): void {
  const work = mkdtempSync(join(tmpdir(), 'compact-package-'));
  step('four languages can be generated', () => generateAll(join(work, 'generated')));
  const tarball = step('the npm package is packed', () => packed(work));
  step('TypeScript: the README example synthesizes', () => useFromTypeScript(join(work, 'typescript'), tarball));
  step('Python: the README example synthesizes', () => useFromPython(join(work, 'python')));
  rmSync(work, { recursive: true });
}

function generateAll(folder: string): void {
  const targets = ['python', 'java', 'dotnet', 'go'];
  run(root, 'npx', ['jsii-pacmak', '--code-only', ...targets.flatMap((target) => ['--target', target]), '-o', folder]);
  const missing = targets.filter((target) => !readdirSync(folder).includes(target));
  if (missing.length > 0) throw new Error(`nothing was generated for ${missing.join(', ')}`);
}

function packed(work: string): string {
  run(root, 'npm', ['pack', '--silent', '--pack-destination', work]);
  return join(work, `cdk-compact-platform-${version}.tgz`);
}

function useFromTypeScript(folder: string, tarball: string): void {
  mkdirSync(folder);
  const peers = Object.fromEntries(
    ['aws-cdk-lib', 'constructs', 'cdk-nag', 'tsx'].map((name) => [name, devDependencies[name]]),
  );
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, dependencies: { ...peers, 'cdk-compact-platform': `file:${tarball}` } }),
  );
  run(folder, 'npm', ['install', '--silent', '--no-audit', '--no-fund']);
  writeConfiguration(folder);
  writeFileSync(join(folder, 'app.ts'), example('ts'));
  run(folder, 'npx', ['tsx', 'app.ts'], { CDK_OUTDIR: 'out', CDK_VALIDATION: 'false' });
  expectTemplates(join(folder, 'out'));
}

function useFromPython(folder: string): void {
  mkdirSync(folder);
  run(root, 'npx', ['jsii-pacmak', '--target', 'python', '-o', join(folder, 'dist')]);
  const wheel = readdirSync(join(folder, 'dist', 'python')).find((file) => file.endsWith('.whl'));
  if (!wheel) throw new Error('no wheel was built');
  run(folder, 'python3', ['-m', 'venv', 'venv']);
  const python = join(folder, 'venv', 'bin', 'python');
  const peers = ['aws-cdk-lib', 'cdk-nag'].map((name) => `${name}==${devDependencies[name]}`);
  run(folder, python, ['-m', 'pip', 'install', '--quiet', join(folder, 'dist', 'python', wheel), ...peers]);
  writeConfiguration(folder);
  writeFileSync(join(folder, 'app.py'), example('python'));
  run(folder, python, ['app.py'], { CDK_OUTDIR: 'out', CDK_VALIDATION: 'false' });
  expectTemplates(join(folder, 'out'));
}

/** The configuration of the sandbox app serves as the stranger's own. */
function writeConfiguration(folder: string): void {
  const sandbox = join(root, 'apps', 'sandbox');
  writeFileSync(join(folder, 'cdk.json'), readFileSync(join(sandbox, 'cdk.json')));
  writeFileSync(join(folder, 'cdk.context.json'), readFileSync(join(sandbox, 'environments', 'local.json')));
}

/** The first code block of that language in the README that uses the package. */
function example(language: 'ts' | 'python'): string {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const blocks = [...readme.matchAll(/```(\w+)\n([\s\S]*?)```/g)];
  const block = blocks.find(([, fence, code]) => fence === language && /cdk.compact.platform/.test(code));
  if (!block) throw new Error(`the README has no ${language} example`);
  return block[2];
}

function expectTemplates(folder: string): void {
  const templates = readdirSync(folder).filter((file) => file.endsWith('.template.json'));
  if (templates.length === 0) throw new Error(`no template was written to ${folder}`);
  console.log(`  ${templates.length} templates`);
}

function step<Outcome>(name: string, action: () => Outcome): Outcome {
  const start = Date.now();
  const outcome = action();
  console.log(`ok  ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  return outcome;
}

function run(cwd: string, command: string, args: readonly string[], environment: Record<string, string> = {}): void {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed with ${status}\n${stdout}\n${stderr}`);
}

main();
