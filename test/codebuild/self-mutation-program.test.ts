import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { PIPELINE_STACK, ScriptedInstallation } from './scripted-installation';
import type { ScriptedExecution } from './scripted-pipeline';
import { BUNDLE_OPTIONS } from '../../scripts/bundle-options';

const root = resolve(__dirname, '..', '..');

let installation: ScriptedInstallation;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'self-mutation program '));
  await build({
    ...BUNDLE_OPTIONS,
    entryPoints: [join(root, 'codebuild', 'entry', 'self-mutation.ts')],
    outdir: folder,
  });
  installation = await ScriptedInstallation.start();
});

beforeEach(() => {
  installation.reset();
  installation.stacks.looks = 0;
});

afterAll(() => {
  installation.close();
  rmSync(folder, { recursive: true });
});

/** Runs the bundle as CodeBuild does, as a process of its own, and kills it when it makes the call `killAt`. */
async function runProcess(execution: ScriptedExecution, killAt?: string) {
  installation.expect(execution);
  const child = spawn(process.execPath, [join(folder, 'self-mutation.mjs')], {
    cwd: folder,
    env: installation.environmentFor(execution),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  installation.server.onCall = (operation) => operation === killAt && child.kill('SIGKILL');
  const log = text(child.stdout);
  const [exitCode] = await once(child, 'close');
  installation.pipeline.endAction(execution, exitCode === 0);
  return { exitCode, log: (await log).trimEnd() };
}

test('the bundled program says what it decided and lets an unchanged pipeline go on', async () => {
  const execution = installation.pipeline.begin('c1');

  expect(await runProcess(execution)).toEqual({
    exitCode: 0,
    log: `stack ${PIPELINE_STACK}: nothing changes\nthe pipeline is up to date: this execution goes on`,
  });
  expect(execution.status).toBe('InProgress');
});

test('the bundled program, killed between restart and stop, stops the execution when it runs again', async () => {
  installation.assembly = () => 'new';
  const execution = installation.pipeline.begin('c1');

  const first = await runProcess(execution, 'codepipeline.StartPipelineExecution');
  expect([first.exitCode, execution.status]).toEqual([null, 'Failed']);

  installation.pipeline.retryStage(execution);
  const second = await runProcess(execution);
  expect([second.exitCode, execution.status, installation.restartsOf(execution).length]).toEqual([0, 'Stopped', 1]);
});

test('the bundled program ends with an error when it lacks its variables', async () => {
  const run = promisify(execFile)(process.execPath, [join(folder, 'self-mutation.mjs')], { env: {} });

  await expect(run).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('SELF_MUTATION_SETTINGS') });
});

test('the pinned command line knows every option that the program gives it', async () => {
  const cdk = join(root, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  const { stdout } = await promisify(execFile)(process.execPath, [cdk, 'deploy', '--help']);

  for (const option of [
    '--app',
    '--exclusively',
    '--method',
    '--change-set-name',
    '--require-approval',
    '--ci',
    '--notices',
  ]) {
    expect(stdout).toMatch(new RegExp(`${option}\\b`));
  }
  expect(stdout).toMatch(/"prepare-change-set"/);
});
