import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { DEPLOY_ACCOUNT, onlyResource, outline, PROD, TEST } from './sample-app';
import { PLATFORM, platformPipelines, RecordingWorkload } from './sample-platform';
import { plannedPipelinesOf } from '../../src/pipeline/planned-settings';
import type { PlatformPipelines } from '../../src/pipeline/platform-pipelines';
import { plannedPipelines } from '../../src/pipeline/read-plan';
import { StandardTags } from '../../src/platform/standard-tags';

function synthesize(pipelines: PlatformPipelines) {
  return (pipelines.node.root as App).synth();
}

function templateOf({ pipelines }: PlatformPipelines, name: string): Template {
  return Template.fromStack(Stack.of(pipelines.find(({ pipelineName }) => pipelineName === name)!));
}

test('an installation has a stack per pipeline and one for what they share, in the deploy account', () => {
  const stacks = synthesize(platformPipelines()).stacks;

  expect(stacks.map(({ stackName, environment }) => [stackName, environment.account, environment.region])).toEqual(
    ['licensure-deployment-resources', 'licensure-release-pipeline', 'licensure-test-pipeline'].map((name) => [
      name,
      DEPLOY_ACCOUNT,
      'us-east-1',
    ]),
  );
});

test('a pipeline that updates itself deploys its own stack and what all share, but no other pipeline', () => {
  const pipelines = platformPipelines();
  const stacks = pipelines.pipelines.map((pipeline) => Stack.of(pipeline));
  synthesize(pipelines);

  expect(stacks.map(({ dependencies }) => dependencies.map(({ stackName }) => stackName))).toEqual([
    ['licensure-deployment-resources'],
    ['licensure-deployment-resources'],
  ]);
});

test('the stacks of an environment are in its account, and named after it', () => {
  const stacks = synthesize(platformPipelines()).stacksRecursively.filter(({ stackName }) => /Service/.test(stackName));

  expect(stacks.map(({ stackName, environment }) => `${stackName} in ${environment.account}`).sort()).toEqual([
    'Beta-Service in 333344445555',
    'Prod-Service in 444455556666',
    'Test-Service in 222233334444',
  ]);
});

test('the workload is asked once for each environment of a pipeline, with all its settings', () => {
  const workload = new RecordingWorkload();
  platformPipelines(
    { environments: [{ ...TEST, domainName: 'test.example.org' }, ...PLATFORM.environments.slice(1)] },
    workload,
  );

  expect(workload.environments.map(({ name, domainName }) => [name, domainName])).toEqual([
    ['test', 'test.example.org'],
    ['beta', undefined],
    ['prod', undefined],
  ]);
});

test('one tag deploys beta, then prod when somebody approved it', () => {
  expect(outline(templateOf(platformPipelines(), 'licensure-release')).slice(-2)).toEqual([
    'Beta: Prepare, Deploy',
    'Prod: ApproveDeployment, Service.Prepare, Service.Deploy',
  ]);
});

test('beta and prod can be pipelines of their own that one tag starts', () => {
  const pipelines = platformPipelines({
    pipelines: ['beta', 'prod'].map((name) => ({
      name,
      tagPattern: 'licensure-prod-*',
      stages: [{ environment: name }],
      sharesTagsWith: [name === 'beta' ? 'prod' : 'beta'],
    })),
  });

  expect(
    plannedPipelines(synthesize(pipelines).directory).map(({ name, sharesTagsWith }) => [name, sharesTagsWith]),
  ).toEqual([
    ['licensure-beta', ['licensure-prod']],
    ['licensure-prod', ['licensure-beta']],
  ]);
});

test('names are those of the settings', () => {
  const [test] = PLATFORM.pipelines!;
  const pipelines = platformPipelines({ pipelines: [{ ...test, pipelineName: 'old-name', roleName: 'old-role' }] });
  const template = templateOf(pipelines, 'old-name');

  expect(onlyResource(template, 'AWS::CodePipeline::Pipeline').Name).toBe('old-name');
  template.hasResourceProperties('AWS::IAM::Role', { RoleName: 'old-role' });
});

test('all stacks carry the standard tags, environments their own name', () => {
  const pipelines = platformPipelines();
  StandardTags.require(pipelines);
  const tags = synthesize(pipelines).stacksRecursively.map(({ stackName, tags: { Environment } }) => [
    stackName,
    Environment,
  ]);

  expect(Object.fromEntries(tags)).toEqual({
    'licensure-deployment-resources': 'deploy',
    'licensure-test-pipeline': 'pipeline',
    'licensure-release-pipeline': 'pipeline',
    'Test-Service': 'test',
    'Beta-Service': 'beta',
    'Prod-Service': 'prod',
  });
});

test('the qualifier of the settings is that of all stacks', () => {
  const stacks = synthesize(platformPipelines({ bootstrapQualifier: 'special' })).stacksRecursively;

  expect(stacks.filter(({ assumeRoleArn }) => !assumeRoleArn!.includes('role/cdk-special-deploy-role-'))).toEqual([]);
});

test.each([
  [
    { deployAccount: undefined, source: undefined },
    'the settings of licensure have pipelines, but lack deployAccount and source: add it, or deploy without pipelines',
  ],
  [
    { source: undefined },
    'the settings of licensure have pipelines, but lack source: add it, or deploy without pipelines',
  ],
  [
    { environments: [TEST, { ...PROD, name: 'prodd' }] },
    'the platform has no environment beta: use one of: test, prodd',
  ],
])('settings that are no installation are an error (%#)', (settings, message) => {
  expect(() => platformPipelines(settings)).toThrow(message);
});

test('the plan that settings give without a synthesis is the plan of the pipelines that are made of them', () => {
  const settings = {
    ...PLATFORM,
    pipelines: [
      { name: 'test', tagPattern: 'a-*', stages: [{ environment: 'test', smokeCommands: ['npm test'] }] },
      {
        name: 'release',
        tagPattern: 'a-*',
        sharesTagsWith: ['test'],
        stages: [
          { environment: 'beta' },
          { environment: 'prod', approval: true, approveBroadening: true, rollbackOnFailure: true },
        ],
      },
    ],
  };

  const { directory } = synthesize(platformPipelines(settings));

  expect(sorted(plannedPipelinesOf(settings))).toEqual(sorted(plannedPipelines(directory)));
});

function sorted<Named extends { readonly name: string }>(items: readonly Named[]): Named[] {
  return [...items].sort((one, other) => one.name.localeCompare(other.name));
}
