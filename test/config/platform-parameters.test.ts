import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { cdkJson, Json, linesOf } from './files';
import {
  deployFile,
  documents,
  environmentFiles,
  problemsOfAction,
  readCompactConnectFiles,
  readOwn,
} from './platform-files';
import { PlatformConfiguration, PlatformParametersOptions } from '../../src/config/platform-configuration';
import { ATTESTATIONS } from '../../src/core/licensure/configuration/attestations';

const ENV = { account: '111100001111', region: 'us-east-2' };

let folder: string;
let compactConnect: PlatformParametersOptions;
let own: PlatformParametersOptions;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parameters-'));
  const cdk = cdkJson();
  cdk.context.tags.service = 'jcc';
  const { deployAccount: _, source: __, ...base } = documents()['platform.json'];
  for (const [name, content] of Object.entries({ 'cdk.json': cdk, 'platform.json': base })) {
    writeFileSync(join(folder, name), JSON.stringify(content));
  }
  compactConnect = { cdkJson: join(folder, 'cdk.json') };
  own = { files: [join(folder, 'platform.json')] };
});

afterAll(() => rmSync(folder, { recursive: true }));

/** A stack in which the values of parameters were looked up before. */
function stackWith(parameters: Readonly<Record<string, Json>>): Stack {
  const context = Object.entries(parameters).map(([name, value]) => [
    `ssm:account=${ENV.account}:parameterName=${name}:region=${ENV.region}`,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return new Stack(new App({ context: Object.fromEntries(context) }), 'Pipelines', { env: ENV });
}

function compactConnectParameters(): Record<string, Json> {
  const files = { deploy: deployFile(), ...environmentFiles('test', 'beta', 'prod') };
  return Object.fromEntries(
    Object.entries(files).map(([name, { ssm_context: context }]) => [
      `${name.replace('.json', '')}-compact-connect-context`,
      context,
    ]),
  );
}

function ownParameters(): Record<string, Json> {
  const { 'platform.json': platform, ...environments } = documents();
  return {
    'deploy-licensure-demo-context': { deployAccount: platform.deployAccount, source: platform.source },
    ...Object.fromEntries(
      Object.entries(environments).map(([name, document]) => [
        name.replace('.json', '-licensure-demo-context'),
        document,
      ]),
    ),
  };
}

test("CompactConnect's parameters give what its files give", () => {
  const settings = PlatformConfiguration.fromParameters(stackWith(compactConnectParameters()), compactConnect);

  const cdk = cdkJson();
  cdk.context.tags.service = 'jcc';
  expect(settings).toEqual(
    readCompactConnectFiles({ 'deploy.json': deployFile(), ...environmentFiles('test', 'beta', 'prod') }, { cdk }),
  );
});

test("CompactConnect's attestations complete its parameters", () => {
  const attestationsFile = join(folder, 'attestations.yml');
  const given = ATTESTATIONS.map((attestation) => ({ ...attestation, required: false }));
  writeFileSync(attestationsFile, JSON.stringify({ attestations: given }));
  const options = { ...compactConnect, attestationsFile };

  const settings = PlatformConfiguration.fromParameters(stackWith(compactConnectParameters()), options);

  expect(settings.licensure?.attestations).toEqual(given);
});

test('documents have no file of attestations beside them', () => {
  const action = () => PlatformConfiguration.fromParameters(stackWith({}), { ...own, attestationsFile: 'a.yml' });

  expect(action).toThrow('attestationsFile names a file of CompactConnect');
});

test('parameters of our own give what files give', () => {
  expect(PlatformConfiguration.fromParameters(stackWith(ownParameters()), own)).toEqual(readOwn(documents()));
});

test.each<[string, () => PlatformParametersOptions]>([
  ["CompactConnect's", () => compactConnect],
  ['our own', () => own],
])('before %s parameters were looked up, a placeholder that keeps the rules stands for each', (_, options) => {
  const stack = stackWith({});

  const settings = PlatformConfiguration.fromParameters(stack, options());

  expect(() => PlatformConfiguration.check(settings)).not.toThrow();
  expect(settings.environments.map(({ name, account, domainName }) => [name, account, domainName])).toEqual(
    ['test', 'beta', 'prod'].map((name) => [name, '000000000000', 'placeholder.invalid']),
  );
  expect(settings.deployAccount).toEqual({ account: '000000000000', region: 'us-east-1' });
  expect(settings.pipelines?.flatMap(({ stages }) => stages.map(({ environment }) => environment))).toEqual([
    'test',
    'beta',
    'prod',
  ]);
  const assembly = (stack.node.root as App).synth();
  expect(assembly.manifest.missing?.map(({ props }) => (props as { parameterName: string }).parameterName)).toEqual(
    PlatformConfiguration.parameterNames(options()),
  );
});

test('a placeholder stands only for the parameters that are not there', () => {
  const {
    'beta-compact-connect-context': _,
    'deploy-compact-connect-context': __,
    ...others
  } = compactConnectParameters();

  const settings = PlatformConfiguration.fromParameters(stackWith(others), compactConnect);

  expect(settings.environments.map(({ name, account }) => [name, account])).toEqual([
    ['test', '000000004444'],
    ['prod', '000000004444'],
    ['beta', '000000000000'],
  ]);
  expect(settings).toMatchObject({
    applicationName: 'licensure-demo',
    deployAccount: ENV,
    source: { repository: 'example/licensure' },
  });
  expect(settings.pipelines?.map(({ name }) => name)).toEqual(['test', 'beta', 'prod']);
});

test('nothing is said of placeholders, and everything of the parameters beside them', () => {
  const parameters = ownParameters();
  parameters['deploy-licensure-demo-context'].deployAccount.account = '1111';
  parameters['deploy-licensure-demo-context'].source = undefined;
  delete parameters['prod-licensure-demo-context'];

  expect(problemsOfAction(() => PlatformConfiguration.fromParameters(stackWith(parameters), own))).toEqual([
    'SSM parameter deploy-licensure-demo-context deployAccount.account: found "1111", but an account id has twelve digits; write the id of the AWS account, with its leading zeros',
  ]);
});

test('an environment of another name than usual gets a placeholder that pipelines deploy', () => {
  const platform = JSON.stringify({
    applicationName: 'demo',
    project: 'demo',
    service: 'demo',
    pipelines: { live: { tagPattern: 'v*', stages: [{ environment: 'live' }] } },
  });
  writeFileSync(join(folder, 'live.json'), platform);
  const options = { files: [join(folder, 'live.json')], environments: ['live'], suffix: 'settings' };

  expect(PlatformConfiguration.parameterNames(options)).toEqual(['deploy-settings', 'live-settings']);
  expect(PlatformConfiguration.fromParameters(stackWith({}), options).environments[0].name).toBe('live');
});

test.each([
  ['jcc', 'compact-connect-context'],
  ['cosmetology', 'cosmetology-context'],
  ['socialwork', 'socialwork-context'],
  ['licensure', 'licensure-context'],
])("parameters of CompactConnect's service %s end with %s", (service, suffix) => {
  const cdk = cdkJson();
  cdk.context.tags.service = service;
  const file = join(folder, `cdk-${service}.json`);
  writeFileSync(file, JSON.stringify(cdk));

  expect(PlatformConfiguration.parameterName('test', { cdkJson: file })).toBe(`test-${suffix}`);
  expect(PlatformConfiguration.parameterNames({ cdkJson: file, environments: ['prod'] })).toEqual([
    `deploy-${suffix}`,
    `prod-${suffix}`,
  ]);
});

test('the deploy account has no parameter where it is checked in', () => {
  const file = join(folder, 'with-account.json');
  writeFileSync(file, JSON.stringify(documents()['platform.json']));

  expect(PlatformConfiguration.parameterNames({ files: [file] })).toEqual([
    'test-licensure-demo-context',
    'beta-licensure-demo-context',
    'prod-licensure-demo-context',
  ]);
});

test('a given suffix needs no file to be read', () => {
  expect(PlatformConfiguration.parameterName('deploy', { files: ['nowhere.json'], suffix: 'x' })).toBe('deploy-x');
});

test('parameters that hold something else are named, with everything that is wrong in them', () => {
  const parameters = compactConnectParameters();
  parameters['test-compact-connect-context'] = parameters['beta-compact-connect-context'];
  parameters['prod-compact-connect-context'].environments.prod.backup_enabled = false;
  parameters['deploy-compact-connect-context'] = '{';

  expect(problemsOfAction(() => PlatformConfiguration.fromParameters(stackWith(parameters), compactConnect))).toEqual([
    'SSM parameter deploy-compact-connect-context: found the end of the file, but a key in double quotes is expected; write the key in double quotes',
    'SSM parameter test-compact-connect-context environments: found ["pipeline","beta"], but only "test" belongs here; use the file that is of it',
    'SSM parameter beta-compact-connect-context environments.beta: found "beta", but SSM parameter test-compact-connect-context has it too; load one of the two files',
    'SSM parameter prod-compact-connect-context environments.prod.backup_enabled: found false, but production needs backups; turn them on, with policies and a target',
  ]);
});

test('the same holds for parameters of our own', () => {
  const parameters = ownParameters();
  parameters['deploy-licensure-demo-context'] = parameters['test-licensure-demo-context'];
  parameters['beta-licensure-demo-context'] = {};

  expect(problemsOfAction(() => PlatformConfiguration.fromParameters(stackWith(parameters), own))).toEqual(
    expect.arrayContaining([
      'SSM parameter deploy-licensure-demo-context environments: found ["test"], but only "deploy" belongs here; use the file that is of it',
      'SSM parameter beta-licensure-demo-context environments: found [], but only "beta" belongs here; use the file that is of it',
    ]),
  );
});

test('checked-in files are read first: without them no parameter has a name', () => {
  expect(linesOf(() => PlatformConfiguration.parameterNames({ files: [join(folder, 'no.json')] }))[0]).toBe(
    'the configuration has 1 problem:',
  );
});

test.each<[string, () => unknown, string]>([
  [
    'a stack that can go anywhere',
    () => PlatformConfiguration.fromParameters(new Stack(new App(), 'Anywhere'), compactConnect),
    'the parameters of the platform are looked up in the deploy account, but the stack Anywhere names no account and region; give it those of the deploy account as env',
  ],
  [
    'both forms of files at once',
    () => PlatformConfiguration.parameterNames({ ...compactConnect, ...own }),
    'parameters hold the rest of what checked-in files say; give either cdkJson, for those of CompactConnect, or files',
  ],
  [
    'neither form of files',
    () => PlatformConfiguration.parameterNames({}),
    'parameters hold the rest of what checked-in files say; give either cdkJson, for those of CompactConnect, or files',
  ],
  [
    'no environment',
    () => PlatformConfiguration.parameterNames({ ...own, environments: [] }),
    'the list of environments with parameters is empty, and a platform has at least one; name it',
  ],
])('%s is refused', (_, action, message) => {
  expect(action).toThrow(new Error(message));
});
