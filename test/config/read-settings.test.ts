import { cdkJson, Json, linesOf, pipelineFile, problemsOf, read, sandboxFile } from './files';
import { SecurityProfile } from '../../src/config/settings';

test('a sandbox takes its own member jurisdictions', () => {
  expect(read(cdkJson(), sandboxFile())).toEqual({
    applicationName: 'licensure-demo',
    project: 'regulated-services',
    service: 'licensure',
    jurisdictions: ['mi', 'oh', 'pa', 'wv', 'pr'],
    compacts: [
      {
        abbreviation: 'dent',
        licenseTypes: [
          { name: 'dentist', abbreviation: 'dmd' },
          { name: 'dental hygienist', abbreviation: 'rdh' },
        ],
        memberJurisdictions: ['oh'],
      },
      {
        abbreviation: 'optm',
        licenseTypes: [{ name: 'optometrist', abbreviation: 'od' }],
        memberJurisdictions: ['oh', 'wv'],
      },
    ],
    environment: {
      name: 'ana',
      account: '444455556666',
      region: 'us-east-2',
      domainName: 'ana.example.org',
      allowLocalUi: true,
      localUiPort: 4200,
      securityProfile: SecurityProfile.VULNERABLE,
      notifications: { email: ['ana@example.org'], sesOperationsSupportEmail: 'mail@example.org' },
    },
  });
});

test.each(['test', 'beta', 'prod'] as const)('%s takes the members and the backups of the pipelines', (name) => {
  const settings = read(cdkJson(), pipelineFile(name));

  const policy = {
    schedule: { weekDay: '7', hour: '3', minute: '30' },
    deleteAfterDays: 400,
    coldStorageAfterDays: 60,
  };
  expect(settings.compacts.map((compact) => compact.memberJurisdictions)).toEqual([
    ['mi', 'oh', 'pa'],
    ['oh', 'wv', 'pr'],
  ]);
  expect(settings.environment).toEqual({
    name,
    account: '000000004444',
    region: 'us-east-2',
    domainName: `${name}.example.org`,
    notifications: {
      email: ['ops@example.org'],
      slack: [{ channelName: 'alarms', channelId: 'C00AAA', workspaceId: 'T00BBB' }],
      sesOperationsSupportEmail: 'mail@example.org',
    },
    backup: {
      generalData: policy,
      frequentUpdates: policy,
      accountId: '000000005555',
      region: 'us-west-2',
      generalVaultName: 'Copies',
      ssnVaultName: 'Copies-SSN',
    },
  });
});

type Change = (file: Json, environment: Json) => void;

test.each<[string, Change]>([
  ['null where a key could be left out', (_, environment) => Object.assign(environment, { domain_name: null })],
  ['backup sections while backups are off', (_, environment) => Object.assign(environment, { backup_policies: 'off' })],
  ['keys of the web client', (_, environment) => Object.assign(environment, { statsig_key: 'client-x', app_env: 'x' })],
  [
    'the account of the pipelines',
    (file) => Object.assign(file.ssm_context.environments, { pipeline: {}, deploy: {} }),
  ],
  ['a port as a number', (_, environment) => Object.assign(environment, { local_ui_port: 4200 })],
  ['switches of the pipeline modes', (file) => Object.assign(file, { action: 'pipelineSynth', pipelineStack: 'x' })],
  ['what the CDK keeps there', (file) => Object.assign(file, { 'availability-zones:account=1:region=x': ['a'] })],
])('%s is no mistake', (_, change) => {
  const file = sandboxFile();
  change(file, file.ssm_context.environments.ana);

  expect(problemsOf(cdkJson(), file)).toEqual([]);
});

test('a sandbox is fine without the members of the pipelines, and the other way round', () => {
  const cdk = cdkJson();
  delete cdk.context.active_compact_member_jurisdictions;

  expect(problemsOf(cdk, sandboxFile())).toEqual([]);
  expect(problemsOf(cdk, pipelineFile('test'))).toEqual([
    'cdk.json context.active_compact_member_jurisdictions: found nothing, but this key is required; add the member jurisdictions of each compact',
  ]);
});

function severalEnvironments(): Json {
  const file = pipelineFile('test');
  file.ssm_context.environments.beta = pipelineFile('beta').ssm_context.environments.beta;
  return file;
}

test('the caller chooses among several environments', () => {
  expect(read(cdkJson(), severalEnvironments(), 'beta').environment.name).toBe('beta');
});

test('the choice of the caller counts more than that of a sandbox file', () => {
  const file = sandboxFile();
  file.ssm_context.environments.ben = { ...file.ssm_context.environments.ana, account_id: '777788889999' };

  expect(read(cdkJson(), file, 'ben').environment).toMatchObject({ name: 'ben', account: '777788889999' });
});

test.each<[string, () => Json, string | undefined, string]>([
  [
    'several environments and no choice',
    severalEnvironments,
    undefined,
    'ssm_context.environments: found ["test","beta"], but the file has several environments; pass the environmentName of one',
  ],
  [
    'a choice that the file does not have',
    severalEnvironments,
    'bta',
    'ssm_context.environments: found "bta", but the file has no environment of this name; did you mean "beta"?',
  ],
  [
    'the account of the pipelines as a choice',
    severalEnvironments,
    'pipeline',
    'ssm_context.environments: found "pipeline", but the file has no environment of this name; use one of: test, beta',
  ],
  [
    'a file of the deploy account',
    () => ({ ssm_context: { environments: { deploy: { account_id: '111100001111', region: 'us-east-2' } } } }),
    undefined,
    'ssm_context.environments: found ["deploy"], but these sections describe the deploy account, and no backend is deployed there; load the file of an environment: test, beta, prod or a sandbox',
  ],
  [
    "a developer's environment outside of sandbox mode",
    () => ({ ...sandboxFile(), sandbox: false }),
    undefined,
    'ssm_context.environments: found "ana", but only a sandbox has a name other than test, beta, prod; rename it, or set "sandbox" to true and "environment_name" to "ana" at the top of the file',
  ],
])('%s is refused', (_, file, environmentName, problem) => {
  expect(problemsOf(cdkJson(), file(), environmentName)).toEqual([`environment.json ${problem}`]);
});

test('every problem says its line and column, those of cdk.json first', () => {
  const cdk = '{\n  "context": {\n    "compacts": ["dent"],\n    "jurisdictions": ["mi"],\n    "tag": {}\n  }\n}';
  const file = '{\n  "ssm_context": {\n    "app_name": 7,\n    "environments": {\n      "test": []\n    }\n  }\n}';

  expect(linesOf(() => read(cdk, file))).toEqual([
    'the configuration has 6 problems:',
    '  cdk.json:2:14 context.tags: found nothing, but this key is required; add the values of the tags Project and Service',
    '  cdk.json:2:14 context.license_types: found nothing, but this key is required; add the license types of each compact',
    '  cdk.json:2:14 context.active_compact_member_jurisdictions: found nothing, but this key is required; add the member jurisdictions of each compact',
    '  cdk.json:5:5 context.tag: found {}, but this key is not known here; did you mean "tags"?',
    '  environment.json:3:17 ssm_context.app_name: found 7, but a text is expected; write it in double quotes',
    '  environment.json:5:15 ssm_context.environments.test: found [], but an object is expected; put its keys and values in braces',
  ]);
});

test('a file that is no JSON does not hide what is wrong in the other one', () => {
  const file = pipelineFile('prod');
  file.ssm_context.environments.prod.allow_local_ui = true;

  expect(linesOf(() => read('{\n  "context": {,}\n}', file))).toEqual([
    'the configuration has 2 problems:',
    '  cdk.json:2:15: found ",", but a key in double quotes is expected; write the key in double quotes',
    expect.stringMatching(
      /^ {2}environment\.json:\d+:\d+ ssm_context\.environments\.prod\.allow_local_ui: found true, /,
    ),
  ]);
});

test('both files may be no JSON at all', () => {
  expect(linesOf(() => read('[', '{"ssm_context": {"environments": 0123}}'))).toEqual([
    'the configuration has 2 problems:',
    '  cdk.json:1:2: found the end of the file, but a value is expected; write an object, a list, a text in double quotes, a number, true or false',
    '  environment.json:1:34: found "0123", but a number does not begin with zero; write an identifier in double quotes',
  ]);
});

test('a compact that is listed twice has the problems of its license types once', () => {
  const cdk = cdkJson();
  cdk.context.compacts.push('optm');
  cdk.context.license_types.optm = [];

  expect(problemsOf(cdk, sandboxFile())).toEqual([
    'cdk.json context.compacts[2]: found "optm", but it stands in the list already; remove one of the two',
    'cdk.json context.license_types.optm: found [], but a compact has at least one license type; add its license types with name and abbreviation',
  ]);
});

test('long values are shortened', () => {
  const file = sandboxFile();
  file.ssm_context.environments.ana.region = 'x'.repeat(200);

  expect(problemsOf(cdkJson(), file)).toEqual([
    `environment.json ssm_context.environments.ana.region: found "${'x'.repeat(58)}…, but it is not the name of a region; write one such as "us-east-1"`,
  ]);
});
