import { cdkJson, CONNECTION, Json, pipelineFile, read, sandboxFile } from './files';
import { deployFile, environmentFiles, readCompactConnectFiles } from './platform-files';
import { CompactConnectRelease } from '../../src/config/compact-connect-release';

function cdkOf(service: string): Json {
  const cdk = cdkJson();
  cdk.context.tags.service = service;
  return cdk;
}

test('the sections of all files make one platform, in whatever order they are loaded', () => {
  const settings = readCompactConnectFiles({
    'deploy.json': deployFile(),
    ...environmentFiles('prod', 'test', 'beta'),
  });

  const backend = read(cdkJson(), pipelineFile('test'));
  expect(settings).toMatchObject({
    applicationName: 'licensure-demo',
    project: 'regulated-services',
    service: 'licensure',
    licensure: { compacts: backend.compacts, jurisdictions: backend.jurisdictions },
    deployAccount: {
      account: '111100001111',
      region: 'us-east-2',
      notifications: { email: ['pipelines@example.org'] },
    },
    source: { repository: 'example/licensure', connectionArn: CONNECTION },
  });
  expect(settings.environments.map(({ name }) => name)).toEqual(['prod', 'test', 'beta']);
  expect(settings.environments[1]).toEqual(backend.environment);
  expect(settings.pipelines?.map(({ name }) => name)).toEqual(['test', 'beta', 'prod']);
});

test.each([
  ['jcc', 'cc', 'beta-compactConnect-backendPipeline', 'CompactConnect-beta-Backend-CrossAccountRole'],
  ['cosmetology', 'cosm', 'beta-cosmetology-backendPipeline', 'CompactConnect-beta-Cosmetology-CrossAccountRole'],
  ['socialwork', 'sw', 'beta-social-work-backendPipeline', 'CompactConnect-beta-SocialWork-CrossAccountRole'],
  ['licensure', 'licensure', undefined, undefined],
])(
  'pipelines of the service %s have the tags and names of CompactConnect',
  (service, prefix, pipelineName, roleName) => {
    const { pipelines } = readCompactConnectFiles(environmentFiles('test', 'beta', 'prod'), { cdk: cdkOf(service) });

    expect(pipelines?.map(({ name, tagPattern, sharesTagsWith }) => [name, tagPattern, sharesTagsWith])).toEqual([
      ['test', `${prefix}-test-*`, undefined],
      ['beta', `${prefix}-prod-*`, ['prod']],
      ['prod', `${prefix}-prod-*`, ['beta']],
    ]);
    expect(pipelines?.map(({ stages }) => stages)).toEqual(
      ['test', 'beta', 'prod'].map((environment) => [{ environment }]),
    );
    expect([pipelines?.[1].pipelineName, pipelines?.[1].roleName]).toEqual([pipelineName, roleName]);
  },
);

test('an ordered release goes to beta, waits for a person, and goes to prod', () => {
  const release = CompactConnectRelease.ORDERED;
  const { pipelines } = readCompactConnectFiles(environmentFiles('test', 'beta', 'prod'), {
    cdk: cdkOf('jcc'),
    release,
  });

  expect(pipelines).toEqual([
    {
      name: 'test',
      tagPattern: 'cc-test-*',
      stages: [{ environment: 'test' }],
      pipelineName: 'test-compactConnect-backendPipeline',
      roleName: 'CompactConnect-test-Backend-CrossAccountRole',
    },
    {
      name: 'prod',
      tagPattern: 'cc-prod-*',
      stages: [{ environment: 'beta' }, { environment: 'prod', approval: true }],
      pipelineName: 'prod-compactConnect-backendPipeline',
      roleName: 'CompactConnect-prod-Backend-CrossAccountRole',
    },
  ]);
});

test.each<[CompactConnectRelease, ('test' | 'beta' | 'prod')[], unknown[]]>([
  [CompactConnectRelease.SEPARATE, ['prod'], [['prod', ['prod']]]],
  [CompactConnectRelease.SEPARATE, ['beta'], [['beta', ['beta']]]],
  [CompactConnectRelease.ORDERED, ['beta'], [['beta', ['beta']]]],
  [
    CompactConnectRelease.ORDERED,
    ['test', 'prod'],
    [
      ['test', ['test']],
      ['prod', ['prod']],
    ],
  ],
])('%s with %j only has the pipelines %j, and shares no tags', (release, names, expected) => {
  const { pipelines } = readCompactConnectFiles(environmentFiles(...names), { release });

  expect(pipelines?.map(({ name, stages }) => [name, stages.map(({ environment }) => environment)])).toEqual(expected);
  expect(pipelines?.every(({ sharesTagsWith }) => sharesTagsWith === undefined)).toBe(true);
});

test('the file of the deploy account is not needed', () => {
  expect(readCompactConnectFiles(environmentFiles('test')).deployAccount).toEqual({
    account: '111100001111',
    region: 'us-east-2',
  });
});

test('targets of backups are those of each environment', () => {
  const files = environmentFiles('test', 'prod');
  files['prod.json'].ssm_context.backup_config.ssn_vault_name = 'Production-SSN';

  const vaults = readCompactConnectFiles(files).environments.map(({ backup }) => backup?.ssnVaultName);
  expect(vaults).toEqual(['Copies-SSN', 'Production-SSN']);
});

test('a sandbox is a platform without pipelines', () => {
  const settings = readCompactConnectFiles({ 'sandbox.json': sandboxFile() });

  const { environment, compacts, jurisdictions, ...names } = read(cdkJson(), sandboxFile());
  expect(settings).toEqual({ ...names, licensure: { compacts, jurisdictions }, environments: [environment] });
});
