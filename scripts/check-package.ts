import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Uses the packed library as strangers do: from an empty TypeScript project, from Python, and through its command. The
 * programs are the examples of the README, so these are tried as well. All four languages are generated.
 */
const root = resolve(__dirname, '..');
const { devDependencies, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

function main(): void {
  const work = mkdtempSync(join(tmpdir(), 'compact-package-'));
  step('four languages can be generated', () => generateAll(join(work, 'generated')));
  const tarball = step('the npm package is packed', () => packed(work));
  const typescript = step("TypeScript: the README's examples synthesize", () =>
    useFromTypeScript(join(work, 'typescript'), tarball),
  );
  const python = step("Python: the README's examples synthesize", () => useFromPython(join(work, 'python')));
  step('both languages give the same templates', () => expectEqual(typescript, python));
  step('the command works in a project of a user', () => useCommand(join(work, 'typescript')));
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

function useFromTypeScript(folder: string, tarball: string): Templates {
  mkdirSync(folder);
  const peers = Object.fromEntries(
    ['aws-cdk', 'aws-cdk-lib', 'constructs', 'cdk-nag', 'tsx'].map((name) => [name, devDependencies[name]]),
  );
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, dependencies: { ...peers, 'cdk-compact-platform': `file:${tarball}` } }),
  );
  run(folder, 'npm', ['install', '--silent', '--no-audit', '--no-fund']);
  writeConfiguration(folder);
  return synthesizeExamples(folder, 'ts', (file) => run(folder, 'npx', ['tsx', file], outputTo(file)));
}

function useFromPython(folder: string): Templates {
  mkdirSync(folder);
  run(root, 'npx', ['jsii-pacmak', '--target', 'python', '-o', join(folder, 'dist')]);
  const wheel = readdirSync(join(folder, 'dist', 'python')).find((file) => file.endsWith('.whl'));
  if (!wheel) throw new Error('no wheel was built');
  run(folder, 'python3', ['-m', 'venv', 'venv']);
  const python = join(folder, 'venv', 'bin', 'python');
  const peers = ['aws-cdk-lib', 'cdk-nag'].map((name) => `${name}==${devDependencies[name]}`);
  run(folder, python, ['-m', 'pip', 'install', '--quiet', join(folder, 'dist', 'python', wheel), ...peers]);
  writeConfiguration(folder);
  return synthesizeExamples(folder, 'python', (file) => run(folder, python, [file], outputTo(file)));
}

/** What the command says of the pipeline that an example of the README makes. */
function useCommand(folder: string): void {
  const assemblies = readdirSync(folder).filter((name) => name.endsWith('.out'));
  const answers = assemblies.map(
    (assembly) =>
      spawnSync('npx', ['compact-platform', 'plan', 'service-test-1', '--assembly', assembly], {
        cwd: folder,
        encoding: 'utf8',
      }).stdout,
  );
  if (!answers.some((answer) => answer.includes('222233334444'))) {
    throw new Error(`no example has a pipeline that service-test-1 starts: ${answers.join('')}`);
  }
}

/** The configuration of the sandbox app serves as the stranger's own. */
function writeConfiguration(folder: string): void {
  const sandbox = join(root, 'apps', 'sandbox');
  writeFileSync(join(folder, 'cdk.json'), readFileSync(join(sandbox, 'cdk.json')));
  writeFileSync(join(folder, 'cdk.context.json'), readFileSync(join(sandbox, 'environments', 'local.json')));
}

/** The examples of the README in a language, each a program of its own; what they write, by example and file. */
function synthesizeExamples(folder: string, language: 'ts' | 'python', execute: (file: string) => void): Templates {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const examples = [...readme.matchAll(/```(\w+)\n([\s\S]*?)```/g)]
    .filter(([, fence, code]) => fence === language && /cdk.compact.platform/.test(code))
    .map(([, , code]) => code);
  if (examples.length === 0) throw new Error(`the README has no ${language} example`);
  const templates = examples.flatMap((code, index) => {
    const file = `example${index + 1}.${language === 'ts' ? 'ts' : 'py'}`;
    writeFileSync(join(folder, file), code);
    execute(file);
    return templatesIn(join(folder, outputFolder(file))).map(
      ([name, template]) => [`example${index + 1}/${name}`, template] as const,
    );
  });
  console.log(`  ${templates.length} templates of ${examples.length} examples`);
  return new Map(templates);
}

function outputFolder(file: string): string {
  return `${file.replace(/\.\w+$/, '')}.out`;
}

function outputTo(file: string): Record<string, string> {
  return { CDK_OUTDIR: outputFolder(file), CDK_VALIDATION: 'false' };
}

/** Templates by their path in the assembly, as JSON. */
type Templates = ReadonlyMap<string, string>;

function templatesIn(folder: string): [string, string][] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.template.json'),
  );
  if (files.length === 0) throw new Error(`no template was written to ${folder}`);
  return files.map((file) => [file, comparable(readFileSync(join(folder, file), 'utf8'))]);
}

/** Without what the CDK writes about the language and its libraries. */
function comparable(text: string): string {
  const { Conditions: conditions = {}, Resources: resources, ...template } = JSON.parse(text);
  delete conditions.CDKMetadataAvailable;
  delete resources.CDKMetadata;
  return JSON.stringify({ ...template, conditions, resources });
}

function expectEqual(some: Templates, others: Templates): void {
  const differing = [...new Set([...some.keys(), ...others.keys()])].filter(
    (name) => some.get(name) !== others.get(name),
  );
  if (differing.length > 0) throw new Error(`these templates differ between the languages: ${differing.join(', ')}`);
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
