import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { addPipeline, newPipelineStack, outline, ServiceStack, TEST } from './sample-app';
import { StandardTags } from '../../src/platform/standard-tags';

/** The flags that the CDK recommends for new apps. */
const RECOMMENDED = JSON.parse(
  readFileSync(join(require.resolve('aws-cdk-lib'), '..', 'recommended-feature-flags.json'), 'utf8'),
);

test.each([
  ['an old app', {}],
  ['a new app', RECOMMENDED],
])('%s gets the same pipeline, and tags on all its stacks', (_name, context) => {
  const app = new App({ context });
  const stack = newPipelineStack(app);
  const deploys = (stage: Stage) => {
    new ServiceStack(stage);
    new Stack(stage, 'Edge', { env: { account: TEST.account, region: 'eu-west-1' } });
  };
  addPipeline(stack, { deploys, stages: [{ approveBroadening: true, smokeCommands: ['true'] }] });
  StandardTags.apply(app, { project: 'compact-platform', service: 'service', environment: 'pipeline' });
  const { stacks } = app.synth();

  expect(outline(Template.fromStack(stack))).toEqual([
    'Source: example_service',
    'Build: Synth',
    'UpdatePipeline: SelfMutate',
    'Assets: FileAssets',
    'test: (ApproveBroaderPermissions.Comparison, ApproveBroaderPermissions), (Edge.Prepare, Service.Prepare), (Edge.Deploy, Service.Deploy), SmokeTests',
  ]);
  expect(stacks.map(({ stackName, tags }) => [stackName, tags.Environment])).toEqual([
    ['Pipelines-Release-artifacts-eu-west-1', 'pipeline'],
    ['Pipelines', 'pipeline'],
  ]);
});
