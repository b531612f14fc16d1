import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, LegacyStackSynthesizer, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { addPipeline, DEPLOY_ACCOUNT, flat, newPipelineStack, onlyResource } from './sample-app';
import { DeploymentResources } from '../../src/platform/deployment-resources';

let outdir: string;

beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'self-mutation-'));
});

afterEach(() => {
  rmSync(outdir, { recursive: true });
});

/** The project that updates the pipeline of a stack, as its template has it. */
function updateProject(stack: Stack): any {
  const projects = Object.values(Template.fromStack(stack).findResources('AWS::CodeBuild::Project'));
  return projects.find(({ Properties }) => Properties.Description.startsWith('Updates'))!.Properties;
}

test('the program that runs lies in the cloud assembly that the build gets', () => {
  const stack = newPipelineStack(new App({ outdir }));
  addPipeline(stack);
  const { install, build } = JSON.parse(updateProject(stack).Source.BuildSpec).phases;

  expect(install).toEqual({
    'runtime-versions': { nodejs: '24' },
    commands: ['npm install --global aws-cdk@2.1148.1'],
  });
  const [, path] = build.commands[0].split(' ');
  expect(build.commands).toEqual([`node ${path}`]);
  expect(existsSync(join(outdir, path))).toBe(true);
});

test('the build gets the cloud assembly, the execution and the commit', () => {
  const stack = newPipelineStack(new App({ outdir }));
  addPipeline(stack);
  const { Stages } = onlyResource(Template.fromStack(stack), 'AWS::CodePipeline::Pipeline');
  const [source, build, update] = Stages.map(({ Actions }: any) => Actions[0]);

  expect(update.InputArtifacts).toEqual(build.OutputArtifacts);
  expect(JSON.parse(update.Configuration.EnvironmentVariables)).toEqual([
    { name: 'PIPELINE_EXECUTION_ID', type: 'PLAINTEXT', value: '#{codepipeline.PipelineExecutionId}' },
    { name: 'SOURCE_COMMIT_ID', type: 'PLAINTEXT', value: `#{${source.Namespace}.CommitId}` },
  ]);
});

test('the program is told the stacks in the order in which they depend on each other, the pipeline as the last', () => {
  const app = new App({ outdir });
  const shared = newPipelineStack(app, 'Shared');
  const stack = newPipelineStack(app);
  addPipeline(stack, { pipeline: { resources: new DeploymentResources(shared, 'Resources') } });
  const [{ Value: settings }] = updateProject(stack).Environment.EnvironmentVariables;

  const of = (name: string) => ({
    selector: name,
    stackName: name,
    account: DEPLOY_ACCOUNT,
    region: 'us-east-1',
    deployRoleArn: `arn:<AWS::Partition>:iam::${DEPLOY_ACCOUNT}:role/cdk-hnb659fds-deploy-role-${DEPLOY_ACCOUNT}-us-east-1`,
  });
  expect(JSON.parse(flat(settings))).toEqual({
    pipelineName: 'Pipelines-Release',
    sourceActionName: 'example_service',
    stacks: [of('Shared'), of('Pipelines')],
    maximumRestarts: 3,
  });
});

test('a stack that no deploy role deploys can not be updated, which is an error', () => {
  const stack = new Stack(new App({ outdir }), 'Pipelines', {
    env: { account: DEPLOY_ACCOUNT, region: 'us-east-1' },
    synthesizer: new LegacyStackSynthesizer(),
  });
  addPipeline(stack);

  expect(() => Template.fromStack(stack)).toThrow(
    'the stack Pipelines has a synthesizer without a deploy role, so the pipeline can not update it: use a DefaultStackSynthesizer, or turn selfMutation off',
  );
});
