import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { runApp } from './run-app';

const APPS = resolve(__dirname, '..', '..', 'apps');

let outdir: string;

beforeAll(() => {
  outdir = mkdtempSync(join(tmpdir(), 'deploy-account-'));
  const { status, stderr } = runApp('deploy-account', outdir);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

afterAll(() => rmSync(outdir, { recursive: true }));

test('all pipelines and what they deploy synthesize without an account, credentials or a lookup', () => {
  const assembly = new CloudAssembly(outdir);

  expect(assembly.stacks.map(({ stackName, environment }) => [stackName, environment.account]).sort()).toEqual([
    ['licensure-deployment-resources', '111122223333'],
    ['licensure-release-pipeline', '111122223333'],
    ['licensure-test-pipeline', '111122223333'],
  ]);
  const deployed = assembly.nestedAssemblies.map(({ nestedAssembly }) =>
    nestedAssembly.stacks.map(({ stackName, environment }) => `${stackName} ${environment.account}`),
  );
  expect(deployed.map((stacks) => stacks.length)).toEqual([8, 8, 8]);
  expect(deployed.flat()).toEqual(
    expect.arrayContaining([
      'licensure-test-data 222233334444',
      'licensure-beta-data 333344445555',
      'licensure-prod-data 444455556666',
    ]),
  );
  const missing = [assembly, ...assembly.nestedAssemblies.map(({ nestedAssembly }) => nestedAssembly)].flatMap(
    ({ manifest }) => manifest.missing ?? [],
  );
  expect(missing).toEqual([]);
});

test('every stack has the standard tags, those of an environment with its name', () => {
  const tags = new CloudAssembly(outdir).stacksRecursively.map((stack) => stack.tags.Environment);

  expect(new Set(tags)).toEqual(new Set(['deploy', 'pipeline', 'test', 'beta', 'prod']));
});

test('the apps have the same feature flags, so that a sandbox is what pipelines deploy', () => {
  const [account, sandbox] = ['deploy-account', 'sandbox'].map((app) => {
    const { context } = JSON.parse(readFileSync(join(APPS, app, 'cdk.json'), 'utf8'));
    return Object.fromEntries(Object.entries(context).filter(([key]) => key.startsWith('@')));
  });

  expect(account).toEqual(sandbox);
});

test.each(['deploy-account', 'sandbox'])('the app %s is under 60 lines', (app) => {
  expect(readFileSync(join(APPS, app, 'main.ts'), 'utf8').split('\n').length).toBeLessThan(60);
});
