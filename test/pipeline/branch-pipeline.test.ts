import { App, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Repository } from 'aws-cdk-lib/aws-codecommit';
import { CodeBuildStep, ShellStep } from 'aws-cdk-lib/pipelines';
import { flat, newPipelineStack, onlyResource, outline, PROD, ServiceStack, SOURCE, TEST } from './sample-app';
import { BranchPipeline, BranchPipelineProps } from '../../src/pipeline/branch-pipeline';
import { plannedPipelines } from '../../src/pipeline/read-plan';

/** A pipeline with a gate, two environments, and a wave behind the first. */
function branchPipeline(changes: Partial<BranchPipelineProps> = {}): {
  readonly app: App;
  readonly template: Template;
} {
  const app = new App();
  const stack = newPipelineStack(app);
  const pipeline = new BranchPipeline(stack, 'Main', {
    branch: 'main',
    source: changes.codeCommitRepository ? undefined : SOURCE,
    qualityGate: [
      new ShellStep('Lint', { commands: ['make lint'] }),
      new ShellStep('Tests', { commands: ['make test'] }),
    ],
    ...changes,
  });
  const stageOf = ({ name, account, region }: typeof TEST) => {
    const stage = new Stage(stack, name, { env: { account, region } });
    new ServiceStack(stage);
    return stage;
  };
  pipeline.addStage(stageOf(TEST), { before: [new ShellStep('Check', { commands: ['make check'] })] });
  pipeline.addWave('Frontend', [new CodeBuildStep('Publish', { commands: ['make publish'] })]);
  pipeline.addStage(stageOf(PROD), { approval: true });
  return { app, template: Template.fromStack(stack) };
}

test('runs the quality gate first, then stages and waves in the order in which they were added', () => {
  expect(outline(branchPipeline().template)).toEqual([
    'Source: example_service',
    'Build: Synth',
    'UpdatePipeline: SelfMutate',
    'Assets: FileAssets',
    'QualityGate: (Lint, Tests)',
    'test: Check, Service.Prepare, Service.Deploy',
    'Frontend: Publish',
    'prod: ApproveDeployment, Service.Prepare, Service.Deploy',
  ]);
});

test('is started by pushes to its branch, one execution after the other, and anew when it updated itself', () => {
  const { ExecutionMode, RestartExecutionOnUpdate, Stages, Triggers } = onlyResource(
    branchPipeline().template,
    'AWS::CodePipeline::Pipeline',
  );

  expect([ExecutionMode, RestartExecutionOnUpdate, Triggers]).toEqual(['QUEUED', true, undefined]);
  expect(Stages[0].Actions[0].Configuration).toEqual({
    ConnectionArn: SOURCE.connectionArn,
    FullRepositoryId: 'example/service',
    BranchName: 'main',
    OutputArtifactFormat: 'CODEBUILD_CLONE_REF',
  });
});

test('updates itself with the pinned CLI', () => {
  const projects = Object.values(branchPipeline().template.findResources('AWS::CodeBuild::Project'));
  const specs = projects.map(({ Properties }) => String(Properties.Source.BuildSpec));

  expect(specs.filter((spec) => /cdk .*deploy Pipelines/.test(spec))).toHaveLength(1);
  expect(specs.filter((spec) => spec.includes('aws-cdk')).every((spec) => spec.includes('aws-cdk@2.1148.1'))).toBe(
    true,
  );
});

test('lets every build that clones use the connection under both names of the service', () => {
  const { template } = branchPipeline();
  const roles = Object.values(template.findResources('AWS::IAM::Policy')).map(({ Properties }) => ({
    role: Properties.Roles[0].Ref,
    actions: Properties.PolicyDocument.Statement.flatMap(({ Action }: any) => Action) as string[],
  }));
  const cloning = roles.filter(({ actions }) => actions.includes('codestar-connections:UseConnection'));

  expect(cloning.map(({ role }) => role.replace(/Role.*/, ''))).toEqual([
    'Main',
    'MainPipelineQualityGateLint',
    'MainPipelineQualityGateTests',
    'MainPipelinetestCheck',
    'MainPipelineFrontendPublish',
  ]);
  expect(cloning.filter(({ actions }) => !actions.includes('codeconnections:UseConnection'))).toEqual([]);
});

test('can take an archive of the files instead of a clone', () => {
  const { Stages } = onlyResource(branchPipeline({ fullClone: false }).template, 'AWS::CodePipeline::Pipeline');

  expect(Stages[0].Actions[0].Configuration).not.toHaveProperty('OutputArtifactFormat');
});

test('can take its source from CodeCommit', () => {
  const codeCommitRepository = Repository.fromRepositoryName(newPipelineStack(), 'Repository', 'data');
  const { template } = branchPipeline({ codeCommitRepository });
  const [source] = onlyResource(template, 'AWS::CodePipeline::Pipeline').Stages[0].Actions;

  expect(source.ActionTypeId.Provider).toBe('CodeCommit');
  expect(source.Configuration).toMatchObject({ BranchName: 'main', OutputArtifactFormat: 'CODEBUILD_CLONE_REF' });
  expect(flat(source.Configuration.RepositoryName)).toBe('data');
});

test('without self-mutation does not restart either', () => {
  const { template } = branchPipeline({ selfMutation: false });

  expect(outline(template)).not.toContain('UpdatePipeline: SelfMutate');
  expect(onlyResource(template, 'AWS::CodePipeline::Pipeline').RestartExecutionOnUpdate).toBe(false);
});

test('tells its plan', () => {
  const [plan] = plannedPipelines(branchPipeline().app.synth().directory);

  expect(plan.trigger).toEqual({ kind: 'branch', repository: 'example/service', branch: 'main' });
  expect(plan.stages.map(({ name, account, gates, approvals }) => [name, account, gates, approvals])).toEqual([
    ['QualityGate', undefined, ['Lint', 'Tests'], []],
    ['test', TEST.account, ['Check'], []],
    ['Frontend', undefined, ['Publish'], []],
    ['prod', PROD.account, [], ['deployment']],
  ]);
});

test.each([
  [{ source: undefined }, 'no source'],
  [
    { codeCommitRepository: Repository.fromRepositoryName(newPipelineStack(), 'Repository', 'data'), source: SOURCE },
    'two sources',
  ],
])('has exactly one source (%#)', (changes, found) => {
  expect(() => branchPipeline(changes)).toThrow(
    `the pipeline Pipelines/Main has ${found}: give it either source or codeCommitRepository`,
  );
});

test('has no wave without steps', () => {
  const pipeline = new BranchPipeline(newPipelineStack(), 'Main', { branch: 'main', source: SOURCE });

  expect(() => pipeline.addWave('Nothing', [])).toThrow(
    'the wave Nothing of the pipeline Pipelines/Main has no steps: add some, or leave it out',
  );
});
