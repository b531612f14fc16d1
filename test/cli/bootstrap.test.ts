import { join } from 'node:path';
import { runCommand } from './command';
import { Installation } from './installation';
import { Refusal } from '../codebuild/refusal';
import { documents } from '../config/platform-files';

const TEMPLATES = ['deploy-account', 'test', 'beta', 'prod', 'secondary-account'];
const STACK = 'CDKToolkit-lic';
const DEPLOY = '111100001111/us-east-2';
const TEST = '222200002222/us-east-2';
const BETA = '333300003333/us-east-2';
const PROD = '444400004444/us-east-2';
const BACKUPS = '555500005555/us-west-2';
const installation = new Installation();

beforeEach(() => {
  const { project } = installation;
  const files = documents();
  delete files['test.json'].environments.test.workloadBoundary;
  installation.writeApp(files);
  project.installCdk();
  project.write(Object.fromEntries(TEMPLATES.map((name) => [`bootstrap-templates/${name}.yaml`, 'Resources: {}'])));
});

function bootstrap(...parameters: string[]) {
  return installation.run(['bootstrap', ...parameters]);
}

/** What each run of the CDK was about: an account and region, or the deployment of the pipelines. */
function places(): string[] {
  return installation.project.cdkCalls.map(({ parameters: [command, place] }) =>
    command === 'bootstrap' ? place.replace('aws://', '') : command,
  );
}

describe('--plan', () => {
  test('prints a table of the commands in their order, and runs nothing', async () => {
    const { code, out, error } = await bootstrap('--plan');

    const [header, ...rows] = out.split('\n').map((line) => line.split(/ {2,}/));
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(header).toEqual(['step', 'phase', 'account', 'for', 'command', 'why']);
    expect(rows.map(([step, phase, place]) => `${step} ${phase} ${place}`)).toEqual([
      `1 deploy account ${DEPLOY}`,
      `2 pipelines ${DEPLOY}`,
      `3 environments ${TEST}`,
      `4 environments ${BETA}`,
      `5 environments ${PROD}`,
      `6 secondary accounts ${BACKUPS}`,
    ]);
    expect(out).toContain(
      `cdk bootstrap aws://${TEST} --qualifier lic --toolkit-stack-name ${STACK} --template bootstrap-templates/test.yaml --trust 111100001111 `,
    );
    expect(installation.account.calls).toEqual([]);
    expect(installation.project.cdkCalls).toEqual([]);
  });

  test('gives other programs JSON', async () => {
    const { out } = await bootstrap('test', '--plan', '--json', '--templates', 'rendered');

    expect(JSON.parse(out)).toMatchObject([
      { phase: 'environments', account: '222200002222', template: { file: 'rendered/test.yaml' } },
    ]);
  });

  test('takes the files of the command line', async () => {
    const files = Object.keys(documents());

    expect((await bootstrap('prod', '--plan', '--config', ...files)).out).toContain(PROD);
  });
});

describe('a run', () => {
  test('bootstraps all accounts, the pipelines in between, each as planned', async () => {
    const { code, out, error } = await bootstrap();

    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(places()).toEqual([DEPLOY, 'deploy', TEST, BETA, PROD, BACKUPS]);
    expect(out.split('\n')[2]).toMatch(new RegExp(`^3 of 6: environments, ${TEST}: trusts only `));
    expect(installation.project.cdkCalls[2].parameters).toEqual([
      'bootstrap',
      `aws://${TEST}`,
      '--qualifier',
      'lic',
      '--toolkit-stack-name',
      STACK,
      '--template',
      join(installation.project.folder, 'bootstrap-templates', 'test.yaml'),
      '--trust',
      '111100001111',
      '--cloudformation-execution-policies',
      'arn:aws:iam::aws:policy/AdministratorAccess',
    ]);
  });

  test('deploys the pipelines in the folder of their app, and bootstraps outside of any', async () => {
    await bootstrap('deploy');

    const [first, second] = installation.project.cdkCalls;
    expect(first.folder.startsWith(installation.project.folder)).toBe(false);
    expect(second).toMatchObject({ parameters: ['deploy', '--all'], folder: installation.project.folder });
  });

  test('gives each account its profile', async () => {
    await bootstrap('deploy', 'test', '--profile', '111100001111=deploy=main', '222200002222=test');

    expect(installation.project.cdkCalls.map(({ parameters }) => parameters.slice(-2))).toEqual([
      ['--profile', 'deploy=main'],
      ['--profile', 'deploy=main'],
      ['--profile', 'test'],
    ]);
  });

  test('stops at the first step that fails, says what to do, and can be run again', async () => {
    installation.project.failAt(3);

    const { code, error } = await bootstrap();

    expect({ code, error }).toEqual({
      code: 1,
      error: 'step 3 failed; run the command again when its reason is gone: what is done stays as it is',
    });
    expect(places()).toEqual([DEPLOY, 'deploy', TEST]);

    expect((await bootstrap()).code).toBe(0);
    expect(places().slice(3)).toEqual([DEPLOY, 'deploy', TEST, BETA, PROD, BACKUPS]);
    const [first, , third, again, , thirdAgain] = installation.project.cdkCalls.map(({ parameters }) => parameters);
    expect([again, thirdAgain]).toEqual([first, third]);
  });

  test.each([
    ['another variant', 'AWS CDK: Default Resources', true],
    ['the same variant', 'cdk-compact-platform: beta', false],
  ])('over a stack of %s, overwriting is forced: %s → %p', async (_, variant, isForced) => {
    installation.account.id = '333300003333';
    installation.account.bootstrapVariants.set(STACK, variant);

    const { out } = await bootstrap('test', 'beta');

    // The stack that is found is that of beta's account: nothing is known of the other.
    const forced = installation.project.cdkCalls.map(({ parameters }) => parameters.includes('--force'));
    expect(forced).toEqual([false, isForced]);
    expect(out.includes(`replaces a bootstrap of the variant "${variant}"`)).toBe(isForced);
  });

  test('leaves accounts that it can not look into to the CDK, which overwrites nothing unasked', async () => {
    installation.account.refusals.set('DescribeStacks', new Refusal('AccessDenied', 'no', 403));

    expect((await bootstrap('test')).code).toBe(0);
    expect(installation.project.cdkCalls[0].parameters).not.toContain('--force');
  });
});

describe('before anything is done', () => {
  test.each<[string, string[], number, string]>([
    [
      'an unknown environment',
      ['tets', 'beta'],
      1,
      'the configuration has 1 problem:\n  bootstrap environment: found "tets", but the installation has no environment of this name; did you mean "test"?',
    ],
    [
      'profiles that are malformed',
      ['--profile', 'test', '1234=x', '111100001111='],
      2,
      '--profile has "test", "1234=x", "111100001111=": write an account and its profile, e.g. --profile 111122223333=test',
    ],
    [
      'a profile of an account where nothing is done',
      ['test', '--profile', '222200002223=test'],
      2,
      '--profile has 222200002223, where no step goes; did you mean "222200002222"?',
    ],
    [
      'templates that do not exist',
      ['--templates', 'rendered'],
      1,
      'these bootstrap templates do not exist: rendered/deploy-account.yaml, rendered/test.yaml, rendered/beta.yaml, rendered/prod.yaml, rendered/secondary-account.yaml; render them with bootstrap:render, or name their folder with --templates <folder>',
    ],
  ])('%s: told', async (_, parameters, code, error) => {
    expect(await bootstrap(...parameters)).toEqual({ code, out: '', error });
    expect(installation.project.cdkCalls).toEqual([]);
  });

  test('a configuration that lies in parameters is asked for', async () => {
    const parameters = { account: '111100001111', region: 'us-east-2' };
    installation.project.write({ 'cdk.json': { context: { platform: { files: ['platform.json'], parameters } } } });

    expect(await bootstrap('test', '--plan')).toMatchObject({
      code: 1,
      error:
        'a part of the configuration lies in parameters of the deploy account: give files of all of it with --config <file...>; context:get prints what is stored',
    });
    expect((await bootstrap('test', '--plan', '--config', ...Object.keys(documents()))).code).toBe(0);
  });

  test('an app of the pipelines that is not there is missed', async () => {
    installation.project.write({ 'elsewhere/file.txt': '', 'cdk.json': '' });
    const files = Object.keys(documents()).map((name) => join(installation.project.folder, name));
    const folder = join(installation.project.folder, 'elsewhere');
    const templates = join(installation.project.folder, 'bootstrap-templates');

    const { code, error } = await runCommand(['bootstrap', '--config', ...files, '--templates', templates], {
      folder,
      environment: installation.account.environment,
    });

    expect(code).toBe(1);
    expect(error).toContain('there is no cdk.json here');
    expect(installation.project.cdkCalls).toEqual([]);
  });

  test('a CDK that is not there is missed', async () => {
    installation.project.write({ 'node_modules/aws-cdk/package.json': { name: 'aws-cdk', version: '2.1.0' } });

    expect((await bootstrap()).error).toContain('the project has version 2.1.0 of aws-cdk');
    expect(installation.project.cdkCalls).toEqual([]);
  });
});
