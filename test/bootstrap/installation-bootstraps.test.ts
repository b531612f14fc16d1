import { App, Stack, Stage } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Bootstraps, installationBootstraps } from '../../src/bootstrap/installation-bootstraps';
import type { PlatformSettings } from '../../src/config/platform-settings';
import { PlatformPipelines } from '../../src/pipeline/platform-pipelines';

const DAILY = { schedule: { hour: '3' }, deleteAfterDays: 400, coldStorageAfterDays: 30 };

const SETTINGS: PlatformSettings = {
  applicationName: 'boards',
  project: 'boards',
  service: 'licensure',
  deployAccount: { account: '111111111111', region: 'us-east-1' },
  source: {
    repository: 'example/boards',
    connectionArn: 'arn:aws:codeconnections:us-east-1:111111111111:connection/example',
  },
  environments: [
    { name: 'test', account: '222222222222', region: 'us-east-1' },
    {
      name: 'prod',
      account: '333333333333',
      region: 'us-east-1',
      backup: {
        generalData: DAILY,
        frequentUpdates: DAILY,
        accountId: '444444444444',
        region: 'us-west-2',
        generalVaultName: 'Copies',
        ssnVaultName: 'Copies-SSN',
      },
    },
  ],
  pipelines: [
    { name: 'test', tagPattern: 'boards-test-*', stages: [{ environment: 'test' }] },
    {
      name: 'release',
      tagPattern: 'boards-prod-*',
      stages: [{ environment: 'prod' }],
      roleName: 'ReleaseManager-of-boards',
    },
  ],
};

/** Something in each environment that needs SNS, and a program that publishes. */
const WORKLOAD = {
  deployTo(stage: Stage) {
    const stack = new Stack(stage, 'News');
    const topic = new Topic(stack, 'Topic');
    const role = new Role(stack, 'Publisher', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    role.addToPolicy(new PolicyStatement({ actions: ['sns:Publish'], resources: [topic.topicArn] }));
  },
};

let bootstraps: Bootstraps;

beforeAll(() => {
  const app = new App();
  new PlatformPipelines(app, 'Pipelines', { settings: SETTINGS, workload: WORKLOAD });
  bootstraps = installationBootstraps(SETTINGS, app.synth());
});

function policyOf(file: string, boundary: string): string {
  return JSON.stringify(bootstraps.get(file)!.template.Resources[boundary].Properties.PolicyDocument);
}

test('every account of the installation has a bootstrap', () => {
  expect([...bootstraps.keys()]).toEqual(['deploy-account.yaml', 'test.yaml', 'prod.yaml', 'secondary-account.yaml']);
});

test.each([
  ['test.yaml', 'boards-test-pipeline'],
  ['prod.yaml', 'ReleaseManager-of-boards'],
])('%s trusts the role of the pipeline that deploys there, and no other', (file, role) => {
  const trusted = bootstraps
    .get(file)!
    .toYaml()
    .match(/:role\/[\w-]+(?=,|"|$)/gm);

  expect(new Set(trusted)).toEqual(new Set([`:role/${role}`]));
});

test('accounts without pipelines to trust take no trusted account', () => {
  for (const file of ['deploy-account.yaml', 'secondary-account.yaml']) {
    expect(bootstraps.get(file)!.template.Parameters).not.toHaveProperty('TrustedAccounts');
  }
});

test('boundaries allow what the stacks of the account use: the workload there, pipelines in the deploy account', () => {
  expect(policyOf('prod.yaml', 'ExecutionBoundary')).toContain('"sns:');
  expect(policyOf('prod.yaml', 'ExecutionBoundary')).not.toContain('codepipeline');
  expect(policyOf('prod.yaml', 'WorkloadBoundary')).toContain('"sns:Publish"');
  expect(policyOf('deploy-account.yaml', 'ExecutionBoundary')).toContain('"codepipeline:');
  expect(policyOf('secondary-account.yaml', 'ExecutionBoundary')).toContain('"backup:');
});

test('only in the deploy account may roles of stacks assume bootstrap roles', () => {
  expect(policyOf('deploy-account.yaml', 'WorkloadBoundary')).toContain('"AssumeBootstrapRoles"');
  expect(policyOf('prod.yaml', 'WorkloadBoundary')).not.toContain('"AssumeBootstrapRoles"');
});

test('stacks make roles whose names begin with the application, with their own name or with that of the stack', () => {
  const passed = (file: string) => {
    const { Statement: statements } =
      bootstraps.get(file)!.template.Resources.ExecutionBoundary.Properties.PolicyDocument;
    const { Resource: resources } = statements.find(({ Sid }: { Sid: string }) => Sid === 'OwnIdentities');
    return new Set(JSON.stringify(resources).match(/(?<=role\/)[\w-]+(?=\*)/g));
  };

  expect(passed('deploy-account.yaml')).toEqual(new Set(['boards-', 'ReleaseManager-of-bo']));
  expect(passed('test.yaml')).toEqual(new Set(['boards-', 'Test-News']));
});
