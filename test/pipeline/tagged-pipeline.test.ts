import { App, RemovalPolicy, Stack, Stage } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { ManualApprovalStep, ShellStep } from 'aws-cdk-lib/pipelines';
import {
  addPipeline,
  DEPLOY_ACCOUNT,
  flat,
  newPipelineStack,
  onlyResource,
  outline,
  pipelineTemplate,
  PROD,
  ServiceStack,
  SOURCE,
  TEST,
} from './sample-app';
import { TaggedPipeline } from '../../src/pipeline/tagged-pipeline';
import { TaggedPipelineStage } from '../../src/pipeline/tagged-pipeline-stage';
import { DeploymentResources } from '../../src/platform/deployment-resources';

describe('a tagged pipeline', () => {
  test('builds, updates itself, publishes assets, then deploys its stages in the order in which they were made', () => {
    const template = pipelineTemplate({ stages: [{ environment: TEST }, { environment: PROD }] });

    expect(outline(template)).toEqual([
      'Source: example_service',
      'Build: Synth',
      'UpdatePipeline: SelfMutate',
      'Assets: FileAssets',
      'test: Prepare, Deploy',
      'prod: Prepare, Deploy',
    ]);
  });

  test('is started by tags of its pattern only, and has no branch to fall back to', () => {
    const { PipelineType, Triggers, Stages, RestartExecutionOnUpdate } = onlyResource(
      pipelineTemplate(),
      'AWS::CodePipeline::Pipeline',
    );

    expect(PipelineType).toBe('V2');
    expect(RestartExecutionOnUpdate).toBe(false);
    expect(Triggers).toEqual([
      {
        ProviderType: 'CodeStarSourceConnection',
        GitConfiguration: {
          SourceActionName: 'example_service',
          Push: [{ Tags: { Includes: ['service-*'] } }],
        },
      },
    ]);
    expect(Stages[0].Actions[0].Configuration).toEqual({
      ConnectionArn: SOURCE.connectionArn,
      FullRepositoryId: 'example/service',
      BranchName: '--invalid-branch-4e4bf8',
      DetectChanges: false,
    });
  });

  test('tells the alarm topic when it starts, fails, succeeds or waits for somebody', () => {
    pipelineTemplate().hasResourceProperties('AWS::CodeStarNotifications::NotificationRule', {
      DetailType: 'FULL',
      EventTypeIds: [
        'codepipeline-pipeline-pipeline-execution-started',
        'codepipeline-pipeline-pipeline-execution-failed',
        'codepipeline-pipeline-pipeline-execution-succeeded',
        'codepipeline-pipeline-manual-approval-needed',
      ],
      Targets: [{ TargetType: 'SNS', TargetAddress: { Ref: Match.stringLikeRegexp('AlarmTopic') } }],
    });
  });

  test('has names that follow from stack and id, and can be given others', () => {
    const named = { pipelineName: 'service', roleName: 'service-deployer' };

    expect(onlyResource(pipelineTemplate(), 'AWS::CodePipeline::Pipeline').Name).toBe('Pipelines-Release');
    pipelineTemplate().hasResourceProperties('AWS::IAM::Role', { RoleName: 'Pipelines-Release-pipeline' });
    expect(onlyResource(pipelineTemplate({ pipeline: named }), 'AWS::CodePipeline::Pipeline').Name).toBe('service');
    pipelineTemplate({ pipeline: named }).hasResourceProperties('AWS::IAM::Role', { RoleName: 'service-deployer' });
  });

  test('synthesizes with the pinned CLI where its settings say, and knows its account', () => {
    const synth = {
      directory: 'apps/one',
      installCommands: ['npm ci'],
      commands: ['npm run synth'],
      outputDirectory: 'out',
    };
    const template = pipelineTemplate({ pipeline: { synth, synthEnvironment: { COLOR: 'blue' } } });
    const project = projectOf(template, 'Synth');

    expect(JSON.parse(project.Source.BuildSpec)).toEqual({
      version: '0.2',
      phases: {
        install: {
          'runtime-versions': { nodejs: '24' },
          commands: ['npm install --global aws-cdk@2.1148.1', "cd 'apps/one'", 'npm ci'],
        },
        build: { commands: ['npm run synth'] },
      },
      artifacts: { 'base-directory': 'apps/one/out', files: ['**/*'] },
    });
    expect(project.Environment.EnvironmentVariables.map(({ Name, Value }: any) => `${Name}=${Value}`)).toEqual([
      `CDK_DEFAULT_ACCOUNT=${DEPLOY_ACCOUNT}`,
      'CDK_DEFAULT_REGION=us-east-1',
      'COLOR=blue',
    ]);
  });

  test.each([
    [undefined, false],
    [true, true],
  ])('runs the synthesis privileged only if it needs Docker (%s)', (dockerEnabledForSynth, privileged) => {
    const template = pipelineTemplate({ pipeline: { dockerEnabledForSynth } });

    expect(projectOf(template, 'Synth').Environment.PrivilegedMode).toBe(privileged);
  });

  test.each([
    [undefined, 'Retain'],
    [RemovalPolicy.DESTROY, 'Delete'],
  ])('keeps its artifacts unless told otherwise (%s)', (artifactRemovalPolicy, policy) => {
    const buckets = pipelineTemplate({ pipeline: { artifactRemovalPolicy } }).findResources('AWS::S3::Bucket');
    const [, artifacts] = Object.entries(buckets).find(([id]) => id.includes('ArtifactsBucket'))!;

    expect(artifacts.DeletionPolicy).toBe(policy);
  });

  test('can share key, topic and access logs with others', () => {
    const app = new App();
    const resources = new DeploymentResources(newPipelineStack(app, 'Shared'), 'Resources');
    const stack = newPipelineStack(app);
    addPipeline(stack, { pipeline: { resources } });
    const template = Template.fromStack(stack);

    expect(template.findResources('AWS::KMS::Key')).toEqual({});
    expect(template.findResources('AWS::SNS::Topic')).toEqual({});
    expect(stack.dependencies.map(({ stackName }) => stackName)).toEqual(['Shared']);
  });

  test('leaves the stage in which it updates itself out when it shall not', () => {
    expect(outline(pipelineTemplate({ pipeline: { selfMutation: false } }))).toEqual([
      'Source: example_service',
      'Build: Synth',
      'Assets: FileAssets',
      'test: Prepare, Deploy',
    ]);
  });
});

describe('a stage', () => {
  test('runs gates, then approvals, then the deployment, then smoke tests, then what follows', () => {
    const template = pipelineTemplate({
      stages: [
        {
          approval: true,
          approveBroadening: true,
          smokeCommands: ['npm run smoke'],
          before: [new ShellStep('Gate', { commands: ['true'] })],
          after: [new ManualApprovalStep('Announce')],
        },
      ],
    });

    expect(outline(template).at(-1)).toBe(
      'test: Gate, (ApproveBroaderPermissions.Comparison, ApproveBroaderPermissions, ApproveDeployment), Service.Prepare, Service.Deploy, SmokeTests, Announce',
    );
  });

  test('runs its smoke tests in the source, and tells them the environment', () => {
    const project = projectOf(pipelineTemplate({ stages: [{ smokeCommands: ['npm run smoke'] }] }), 'SmokeTests');

    expect(JSON.parse(project.Source.BuildSpec).phases.build.commands).toEqual(['npm run smoke']);
    expect(project.Environment.EnvironmentVariables).toEqual([
      { Name: 'ENVIRONMENT_NAME', Type: 'PLAINTEXT', Value: 'test' },
    ]);
  });

  test('goes back to its last success when it fails, if it shall', () => {
    const template = pipelineTemplate({ stages: [{ rollbackOnFailure: true }, { environment: PROD }] });
    const { Stages } = onlyResource(template, 'AWS::CodePipeline::Pipeline');

    expect(Stages.map(({ Name, OnFailure }: any) => [Name, OnFailure?.Result])).toEqual([
      ['Source', undefined],
      ['Build', undefined],
      ['UpdatePipeline', undefined],
      ['Assets', undefined],
      ['test', 'ROLLBACK'],
      ['prod', undefined],
    ]);
  });

  test('with more actions than CodePipeline takes in one stage goes back in all of its parts', () => {
    const deploys = (stage: Stage) => Array.from({ length: 26 }, (_, index) => new Stack(stage, `Stack${index}`));
    const template = pipelineTemplate({ stages: [{ rollbackOnFailure: true }], deploys });
    const { Stages } = onlyResource(template, 'AWS::CodePipeline::Pipeline');

    const parts = Stages.filter(({ Name }: any) => Name.startsWith('test'));
    expect(parts.map(({ Name, OnFailure }: any) => [Name, OnFailure?.Result])).toEqual([
      ['test.1', 'ROLLBACK'],
      ['test.2', 'ROLLBACK'],
    ]);
  });

  test('gives the roles of its stacks the workload boundary of their account and qualifier, unless told otherwise', () => {
    const boundaryOf = (workloadBoundary?: boolean) => {
      const app = new App({ context: { '@aws-cdk/core:bootstrapQualifier': 'special' } });
      let service: Stack | undefined;
      const deploys = (stage: Stage) => (service = new ServiceStack(stage));
      addPipeline(newPipelineStack(app), { stages: [{ environment: { ...TEST, workloadBoundary } }], deploys });
      return onlyResource(Template.fromStack(service!), 'AWS::IAM::Role').PermissionsBoundary;
    };

    expect(flat(boundaryOf())).toBe(
      'arn:<AWS::Partition>:iam::222233334444:policy/cdk-special-workload-boundary-222233334444-us-east-1',
    );
    expect(boundaryOf(false)).toBeUndefined();
  });

  test('deploys stacks whose names begin with its id', () => {
    const app = new App();
    addPipeline(newPipelineStack(app));
    const names = app.synth().stacksRecursively.map(({ stackName }) => stackName);

    expect(names).toEqual(['Pipelines', 'test-Service']);
  });
});

describe('an approval of broader permissions', () => {
  test('compares with what is deployed, and approves by itself if there is nothing', () => {
    const template = pipelineTemplate({ stages: [{ approveBroadening: true }] });
    const { install, build } = JSON.parse(projectOf(template, 'broader permissions').Source.BuildSpec).phases;
    const { Stages } = onlyResource(template, 'AWS::CodePipeline::Pipeline');
    const [comparison] = Stages.at(-1).Actions.filter(({ Name }: any) => Name.endsWith('.Comparison'));

    expect(install.commands).toEqual(['npm install --global aws-cdk@2.1148.1']);
    expect(build.commands).toHaveLength(1);
    expect(build.commands[0]).toMatch(
      /^if cdk diff "\$STAGE_PATH\/\*\*" --app \. --security-only --fail-on broadening .*; then TOKEN=.*; fi$/,
    );
    expect(JSON.parse(comparison.Configuration.EnvironmentVariables)).toEqual(
      Object.entries({
        STAGE_PATH: 'Pipelines/Release/test',
        STAGE_NAME: 'test',
        ACTION_NAME: 'ApproveBroaderPermissions',
      }).map(([name, value]) => ({ name, type: 'PLAINTEXT', value })),
    );
  });

  test('of several stages shares one build', () => {
    const stages = [TEST, PROD].map((environment) => ({ environment, approveBroadening: true }));
    const projects = Object.keys(pipelineTemplate({ stages }).findResources('AWS::CodeBuild::Project'));

    expect(projects.filter((id) => id.includes('Comparison'))).toHaveLength(1);
  });
});

describe('it is an error', () => {
  test.each([
    ['a{b', /the stage Pipelines\/Release\/test can not be started: the tag pattern a\{b is malformed: a \{ has no \}/],
    ['', /the stage Pipelines\/Release\/test can not be started: a tag pattern is empty/],
  ])('to give a stage the pattern %j', (tagPattern, message) => {
    expect(() => addPipeline(newPipelineStack(), { stages: [{ tagPattern }] })).toThrow(message);
  });

  test('to give stages of one pipeline different patterns', () => {
    const stages = [{ tagPattern: 'a-*' }, { environment: PROD, tagPattern: 'b-*' }];

    expect(() => addPipeline(newPipelineStack(), { stages })).toThrow(
      'the stages of the pipeline Pipelines/Release must have one tag pattern: test has a-*, prod has b-*; make them equal, or put the stages into two pipelines',
    );
  });

  test('to have no stage', () => {
    const stack = newPipelineStack();
    addPipeline(stack, { stages: [] });

    expect(() => Template.fromStack(stack)).toThrow(
      'the pipeline Pipelines/Release has no stage: make a TaggedPipelineStage with the pipeline as its scope',
    );
  });

  test('to have names that AWS does not take and a stack without a place, all told at once', () => {
    const stack = new Stack(new App(), 'Pipelines');
    const pipeline = { pipelineName: 'my pipeline', roleName: 'r'.repeat(65) };

    expect(() => addPipeline(stack, { pipeline })).toThrow(
      /^the pipeline Pipelines\/Release can not be made: pipelineName my pipeline is not .*; roleName r+ is not 1 to 64 .*; the stack Pipelines has no account and region: pass env/,
    );
  });

  test('to have two pipelines that one tag would start, and each conflict is told once', () => {
    const app = new App();
    addPipeline(newPipelineStack(app, 'One'), {}, 'A');
    addPipeline(newPipelineStack(app, 'Two'), { stages: [{ tagPattern: 'service-prod-*' }] }, 'B');

    const message = messageOf(() => app.synth());
    expect(message.match(/are both started by the tag/g)).toHaveLength(1);
    expect(message).toContain(
      'the pipeline One-A (tags service-*) and the pipeline Two-B (tags service-prod-*) are both started by the tag service-prod-, and Two-B never starts without One-A; make the patterns differ, or name One-A in sharesTagsWith of Two-B',
    );
  });
});

test('two pipelines may be started by one tag when one says so', () => {
  const app = new App();
  addPipeline(newPipelineStack(app, 'One'), {}, 'A');
  addPipeline(newPipelineStack(app, 'Two'), { pipeline: { sharesTagsWith: ['One-A'] } }, 'B');

  expect(() => app.synth()).not.toThrow();
});

test('a pipeline can stand in a stage of its own', () => {
  const stage = new Stage(new App(), 'Deploy');
  const stack = new Stack(stage, 'Pipelines', { env: { account: DEPLOY_ACCOUNT, region: 'us-east-1' } });
  const pipeline = new TaggedPipeline(stack, 'Release', { source: SOURCE });
  new ServiceStack(new TaggedPipelineStage(pipeline, 'test', { tagPattern: 'service-*', environment: TEST }));

  expect(outline(Template.fromStack(stack))).toContain('UpdatePipeline: SelfMutate');
});

function projectOf(template: Template, description: string): any {
  const projects = Object.values(template.findResources('AWS::CodeBuild::Project'));
  return projects.find(({ Properties }) => Properties.Description.includes(description))!.Properties;
}

function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return String(error);
  }
  throw new Error('nothing was thrown');
}
