import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Installation } from './installation';
import { Refusal } from '../codebuild/refusal';
import { cdkJson } from '../config/files';
import { deployFile, documents, environmentFiles } from '../config/platform-files';

const TEST = 'test-licensure-demo-context';
const installation = new Installation();

function command(...[parameters, environment]: Parameters<Installation['run']>) {
  return installation.run(parameters, environment);
}

function store(name: string, content: unknown): void {
  installation.account.parameters.set(name, { value: JSON.stringify(content), tier: 'Standard' });
}

describe('context:get', () => {
  test('prints what is stored, for people and other programs to read', async () => {
    store(TEST, documents()['beta.json']);

    expect(await command(['context:get', 'test'])).toEqual({
      code: 0,
      out: JSON.stringify(documents()['beta.json'], undefined, 2),
      error: '',
    });
  });

  test('prints a text that is no JSON as it is', async () => {
    installation.account.parameters.set(TEST, { value: 'oops', tier: 'Standard' });

    expect(await command(['context:get', 'test'])).toMatchObject({ code: 0, out: 'oops' });
  });

  test('says where it looked for what is not there', async () => {
    expect(await command(['context:get', 'test'])).toEqual({
      code: 1,
      out: '',
      error: `the account 111100001111 has no parameter ${TEST} in us-east-2: use credentials of the deploy account, or store it with context:put`,
    });
  });

  test('needs no file of the environment, and looks where the app does', async () => {
    const parameters = { account: '111100001111', region: 'us-east-2', suffix: 'settings' };
    installation.project.write({
      'cdk.json': { ...cdkJson(), context: { ...cdkJson().context, platform: { cdkJson: 'cdk.json', parameters } } },
    });
    store('test-settings', { stored: true });

    expect(await command(['context:get', 'test'])).toMatchObject({ code: 0, out: '{\n  "stored": true\n}' });
  });

  test('needs a region from somewhere', async () => {
    const { deployAccount, pipelines, ...platform } = documents()['platform.json'];
    installation.project.write({ 'platform.json': platform });

    expect(await command(['context:get', 'test'], { AWS_REGION: undefined })).toMatchObject({
      code: 1,
      error: 'no file and no AWS configuration says the region of the parameters; set AWS_REGION',
    });
  });
});

describe('context:check', () => {
  test('is content where both say the same', async () => {
    const { deployAccount, source } = documents()['platform.json'];
    store(TEST, documents()['test.json']);
    store('deploy-licensure-demo-context', { deployAccount, source });

    expect(await command(['context:check', 'test'])).toEqual({
      code: 0,
      out: `${TEST} holds what the files say`,
      error: '',
    });
    expect((await command(['context:check', 'deploy'])).code).toBe(0);
  });

  test('is content where one file holds everything', async () => {
    const [platform, test, beta, prod] = Object.values(documents());
    const environments = { ...test.environments, ...beta.environments, ...prod.environments };
    installation.writeApp({ 'platform.json': { ...platform, environments } });
    store(TEST, { deployAccount: platform.deployAccount, source: platform.source, environments: test.environments });

    expect(await command(['context:check', 'test'])).toMatchObject({ code: 0 });
  });

  test('shows what is different, and stores nothing', async () => {
    const stored = documents()['test.json'];
    stored.environments.test.localUiPort = 3018;
    store(TEST, stored);

    expect(await command(['context:check', 'test'])).toEqual({
      code: 1,
      out: `${TEST} differs:\n  - environments.test.localUiPort: 3018\n  + environments.test.localUiPort: 4200`,
      error: '',
    });
    expect(installation.account.calls).not.toContain('PutParameter');
  });

  test('tells that there is nothing stored', async () => {
    const { code, out } = await command(['context:check', 'test']);

    expect(code).toBe(1);
    expect(out).toContain(`${TEST} does not exist yet`);
  });

  test('holds what is stored to the rules', async () => {
    const stored = documents()['test.json'];
    stored.environments.test.region = 'middle-earth';
    stored.environments.test.localUiPort = 0;
    store(TEST, stored);

    const { code, error } = await command(['context:check', 'test']);

    expect(code).toBe(1);
    expect(error).toContain('environments.test.region: found "middle-earth"');
    expect(error).toContain('environments.test.localUiPort: found 0');
  });

  test("takes another file of the environment in the form of the app's own files", async () => {
    installation.project.write({
      'cdk.json': {
        ...cdkJson(),
        context: { ...cdkJson().context, platform: { cdkJson: 'cdk.json', environmentFiles: ['gone.json'] } },
      },
      'deploy.json': deployFile(),
      ...environmentFiles('test'),
    });
    store('test-licensure-context', environmentFiles('test')['test.json'].ssm_context);

    expect(await command(['context:check', 'test', '--config', 'deploy.json', 'test.json'])).toMatchObject({ code: 0 });
  });

  test('needs a file to compare with', async () => {
    const parameters = { account: '111100001111', region: 'us-east-2' };
    installation.project.write({
      'cdk.json': { ...cdkJson(), context: { ...cdkJson().context, platform: { cdkJson: 'cdk.json', parameters } } },
    });

    expect(await command(['context:check', 'test'])).toMatchObject({
      code: 1,
      error: 'no file of test is named: add --config <file>, what is to be in the parameter',
    });
  });
});

describe.each(['context:put', 'context:get', 'context:check'])('%s says in one line', (name) => {
  test('that there are no credentials', async () => {
    const { code, error } = await command([name, 'test'], {
      AWS_ACCESS_KEY_ID: undefined,
      AWS_SECRET_ACCESS_KEY: undefined,
    });

    expect(code).toBe(1);
    expect(error).toMatch(/^there are no AWS credentials: .*; sign in, or name a profile with AWS_PROFILE$/);
  });

  test.each(['ThrottlingException', 'AccessDeniedException'])('that AWS refused: %s', async (code) => {
    installation.account.refusals.set('GetParameter', new Refusal(code, 'not now'));

    expect(await command([name, 'test'])).toMatchObject({ code: 1, error: `AWS refused the call: ${code}: not now` });
  });

  test('that AWS was not reached', async () => {
    const { code, error } = await command([name, 'test'], { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' });

    expect(code).toBe(1);
    expect(error).toMatch(/^AWS can't be reached: .*; check the network, the proxy and AWS_ENDPOINT_URL$/);
  });
});

describe('where the configuration comes from', () => {
  test('cdk.json counts more than cdk.context.json, as for the CDK', async () => {
    installation.project.write({ 'cdk.context.json': { platform: { files: ['gone.json'] } } });
    store(TEST, documents()['test.json']);

    expect(await command(['context:check', 'test'])).toMatchObject({ code: 0 });
  });

  test('cdk.context.json is asked for what cdk.json does not say', async () => {
    installation.project.write({
      'cdk.json': 'null',
      'cdk.context.json': { platform: { files: Object.keys(documents()) } },
    });
    store(TEST, documents()['test.json']);

    expect(await command(['context:check', 'test'])).toMatchObject({ code: 0 });
  });

  test('a cdk.json that is no JSON is told', async () => {
    installation.project.write({ 'cdk.json': '{' });

    const { code, error } = await command(['context:check', 'test']);

    expect(code).toBe(1);
    expect(error).toMatch(/cdk\.json can't be read: .*; mend the JSON$/);
  });

  test('without an app, the files of --config are documents', async () => {
    installation.project.write({ 'apps/deploy-account/cdk.json': { context: { platform: { cdkJson: 'cdk.json' } } } });
    store(TEST, documents()['test.json']);
    rmSync(join(installation.project.folder, 'cdk.json'));

    const files = Object.keys(documents());
    expect(await command(['context:check', 'test', '--config', ...files])).toMatchObject({ code: 0 });
  });
});
