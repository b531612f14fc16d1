import { App, Stage } from 'aws-cdk-lib';
import { largestSettings, productionSettings, sandboxSettings } from './backend-settings';
import { allResources, Part, StackJson, synthesize } from './synthesized';
import { SecurityProfile } from '../../src/config/settings';
import { LicensureCompactBackend } from '../../src/licensure/licensure-compact-backend';

const sandbox = synthesize(sandboxSettings());

test('stacks are named after the application, the environment and their part', () => {
  const backend = new LicensureCompactBackend(new App(), 'Backend', { settings: sandboxSettings() });

  expect(backend.stacks.map(({ stackName }) => stackName)).toEqual([
    'boards-ana-data',
    'boards-ana-configuration',
    'boards-ana-identity',
    'boards-ana-events',
    'boards-ana-ingest',
    'boards-ana-listeners',
    'boards-ana-api',
    'boards-ana-state-api',
  ]);
});

test('stacks lie in the account and region of the environment and carry its tags', () => {
  const { stacks } = new LicensureCompactBackend(new App(), 'Backend', { settings: sandboxSettings() });

  for (const stack of stacks) {
    expect(stack).toMatchObject({ account: '111122223333', region: 'us-east-1' });
    expect(stack.tags.tagValues()).toEqual({ Project: 'boards', Service: 'licensure', Environment: 'ana' });
  }
});

test('stack names are the same inside a stage of a pipeline', () => {
  const stage = new Stage(new App(), 'Pipeline');
  const backend = new LicensureCompactBackend(stage, 'Backend', { settings: sandboxSettings() });

  expect(backend.stacks[0].stackName).toBe('boards-ana-data');
  expect(stage.synth().stacks).toHaveLength(8);
});

test('stacks depend in one direction: data first, APIs last', () => {
  const { stacks } = new LicensureCompactBackend(new App(), 'Backend', { settings: sandboxSettings() });
  (stacks[0].node.root as App).synth();

  const order = stacks.map((stack) => stack.node.id);
  const dependencies = stacks.map((stack) => stack.dependencies.map(({ node }) => node.id).sort());
  expect(Object.fromEntries(order.map((id, position) => [id, dependencies[position]]))).toEqual({
    Data: [],
    Configuration: ['Data'],
    Identity: ['Data'],
    Events: [],
    Ingest: ['Configuration', 'Data', 'Events'],
    Listeners: ['Configuration', 'Data', 'Events'],
    Api: ['Configuration', 'Data', 'Identity'],
    StateApi: ['Configuration', 'Data', 'Identity', 'Ingest'],
  });
});

test.each(['data', 'identity', 'events'])('production refuses to delete the %s stack', (part) => {
  const { stacks } = new LicensureCompactBackend(new App(), 'Backend', { settings: productionSettings() });

  expect(stacks.find(({ stackName }) => stackName.endsWith(`-${part}`))?.terminationProtection).toBe(true);
});

/** API Gateway has one role for its logs in an account, which other environments go on using. */
const KEPT = ['GatewayLoggingRole', 'GatewayLoggingAccount'];

test('a sandbox can be deleted whole, except for what the account needs to write logs of its gateways', () => {
  const { stacks } = new LicensureCompactBackend(new App(), 'Backend', { settings: sandboxSettings() });

  expect(stacks.map(({ terminationProtection }) => terminationProtection)).toEqual(stacks.map(() => false));
  const kept = Object.values(sandbox).flatMap(({ Resources }) =>
    Object.entries(Resources).filter(([, { DeletionPolicy }]) => DeletionPolicy === 'Retain'),
  );
  expect(kept.map(([id]) => id.slice(0, -8))).toEqual(KEPT);
});

test('every log group of a sandbox is made by a stack, so that nothing stays behind', () => {
  const functions = allResources(sandbox, 'AWS::Lambda::Function');
  const withOwnLog = functions.filter(([, { Properties }]) => Properties.LoggingConfig !== undefined);
  const named = allResources(sandbox, 'AWS::Logs::LogGroup').map(([, { Properties }]) =>
    JSON.stringify(Properties.LogGroupName ?? null),
  );

  // The one function without is the CDK's own, which empties buckets.
  expect(functions.length - withOwnLog.length).toBe(1);
  expect(named.filter((name) => name.includes('/aws/lambda/'))).toHaveLength(1);
  expect(named.filter((name) => name.includes('API-Gateway-Execution-Logs_'))).toHaveLength(2);
});

test('logs are encrypted, and logs of functions kept for six years in production only', () => {
  const production = synthesize(productionSettings());
  for (const [, { Properties }] of allResources(production, 'AWS::Logs::LogGroup')) {
    expect(Properties).toHaveProperty('KmsKeyId');
  }

  const retention = (stacks: Record<Part, StackJson>) =>
    allResources(stacks, 'AWS::Lambda::Function')
      .filter(([, { Properties }]) => Properties.LoggingConfig)
      .map(
        ([id]) =>
          allResources(stacks, 'AWS::Logs::LogGroup').find(([log]) => isLogOf(id, log))![1].Properties.RetentionInDays,
      );
  expect(new Set(retention(production))).toEqual(new Set([2192]));
  expect(new Set(retention(sandbox))).toEqual(new Set([30]));
});

function isLogOf(functionId: string, logId: string): boolean {
  return logId.startsWith(`${functionId.replace(/Function[0-9A-F]{8}$/, '')}LogGroup`);
}

test('two environments live in one app', () => {
  const app = new App();
  const names = ['ana', 'ben'].flatMap((name) =>
    new LicensureCompactBackend(app, name, { settings: sandboxSettings({ name }) }).stacks.map(
      ({ stackName }) => stackName,
    ),
  );

  expect(new Set(names).size).toBe(16);
  expect(
    app
      .synth()
      .stacks.map(({ stackName }) => stackName)
      .sort(),
  ).toEqual(names.sort());
});

test('resources are handed to the user of the construct', () => {
  const app = new App();
  const backend = new LicensureCompactBackend(app, 'Backend', { settings: sandboxSettings() });

  const parts = [
    backend.providerTable,
    backend.ssnTable,
    backend.bulkUploadsBucket,
    backend.staffUsersTable,
    backend.userPools.staffPool,
    backend.userPools.machinePool,
    backend.licenseApi,
    backend.stateApi,
    backend.dataEventBus,
    backend.alarmTopic,
  ];
  expect(parts.map(({ node }) => node.path)).toEqual([
    'Backend/Data/ProviderTable',
    'Backend/Data/SsnTable',
    'Backend/Data/BulkUploadsBucket',
    'Backend/Data/UsersTable',
    'Backend/Identity/UserPools/StaffUsersGreen',
    'Backend/Identity/UserPools/StateAuthUsers',
    'Backend/Api/LicenseApi/Api',
    'Backend/StateApi/StateApi/Api',
    'Backend/Events/DataEventBus',
    'Backend/Data/AlarmTopic',
  ]);
});

test('production refuses the profile for security tests, and says every other mistake too', () => {
  const settings = productionSettings();
  const environment = { ...settings.environment, securityProfile: SecurityProfile.VULNERABLE, allowLocalUi: true };

  expect(() => new LicensureCompactBackend(new App(), 'Backend', { settings: { ...settings, environment } })).toThrow(
    /2 problems:[^]*securityProfile[^]*allowLocalUi/,
  );
});

test('templates do not depend on the feature flags of the app', () => {
  const types = (stacks: Record<Part, StackJson>) =>
    Object.values(stacks).map(({ Resources }) =>
      Object.values(Resources)
        .map(({ Type }) => Type)
        .sort(),
    );

  expect(types(synthesize(largestSettings(), {}))).toEqual(types(synthesize(largestSettings())));
});
