import { App, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { addPipeline, flat, newPipelineStack, onlyResource, ServiceStack } from './sample-app';
import { LIMITS } from '../../src/core/contracts/limits';

/** The part of a limit that may be used: the rest is room to grow. */
const SHARE = 0.8;

/** Quotas of CodePipeline (user guide, "Quotas in AWS CodePipeline") and IAM (user guide, "IAM and AWS STS quotas"). */
const STAGES_PER_PIPELINE = 50;
const ACTIONS_PER_STAGE = 50;
const ACTIONS_PER_PIPELINE = 500;
const MANAGED_POLICIES_PER_ROLE = 10;
const MANAGED_POLICY_CHARACTERS = 6_144;
const KEY_POLICY_BYTES = 32_768;
const BUCKET_POLICY_BYTES = 20_480;

const ENVIRONMENTS = 18;
const STACKS = 8;

/** Eighteen environments in as many accounts, each with everything that costs room, and eight stacks that depend on each other. */
function largest() {
  const stack = newPipelineStack(new App());
  const stages = Array.from({ length: ENVIRONMENTS }, (_, index) => ({
    environment: { name: `environment${index}`, account: String(200000000000 + index), region: 'ap-southeast-1' },
    approval: true,
    approveBroadening: true,
    smokeCommands: ['npm run smoke'],
    rollbackOnFailure: true,
  }));
  const deploys = (stage: Stage) => {
    const stacks = Array.from({ length: STACKS }, (_, index) => new ServiceStack(stage, `Service${index}`));
    stacks.slice(1).forEach((later, index) => later.addStackDependency(stacks[index]));
  };
  const pipeline = addPipeline(stack, { stages, deploys });
  const template = Template.fromStack(stack);
  return { template, regional: Template.fromStack(pipeline.node.findChild('Artifacts-ap-southeast-1') as Stack) };
}

const { template, regional } = largest();

/** A text as it comes out in the longest partition, with the physical names that CloudFormation makes. */
function resolved(value: unknown): string {
  return flat(value)
    .replace(/<AWS::Partition>/g, 'aws-us-gov')
    .replace(/<(\w+)\.Arn>/g, 'arn:aws-us-gov:codebuild:ap-southeast-1:111122223333:project/$1-XXXXXXXXXXXX')
    .replace(/<(\w+)>/g, '$1-XXXXXXXXXXXX');
}

/** Characters of a policy as AWS counts them. */
function size(document: unknown): number {
  const text = JSON.stringify(document, (_key, value) => {
    const isIntrinsic =
      value && typeof value === 'object' && ['Ref', 'Fn::Join', 'Fn::GetAtt'].some((name) => name in value);
    return isIntrinsic ? resolved(value) : value;
  });
  return text.replace(/\s/g, '').length;
}

function policiesOf(role: RegExp, type: string): unknown[] {
  return Object.values(template.findResources(type))
    .filter(({ Properties }) => Properties.Roles.some(({ Ref }: any) => role.test(Ref)))
    .map(({ Properties }) => Properties.PolicyDocument);
}

const PIPELINE_ROLE = /^ReleaseRole/;

test('the inline policy of the role leaves room', () => {
  const policies = policiesOf(PIPELINE_ROLE, 'AWS::IAM::Policy');

  expect(policies).toHaveLength(1);
  expect(size(policies[0])).toBeLessThan(LIMITS.inlineRolePolicyCharacters.value * SHARE);
});

test('its managed policies leave room, each and all', () => {
  const sizes = policiesOf(PIPELINE_ROLE, 'AWS::IAM::ManagedPolicy').map(size);

  expect(sizes.length).toBeGreaterThan(0);
  expect(sizes.length).toBeLessThan(MANAGED_POLICIES_PER_ROLE * SHARE);
  expect(Math.max(...sizes)).toBeLessThan(MANAGED_POLICY_CHARACTERS * 0.9);
});

test('stages and actions leave room', () => {
  const { Stages } = onlyResource(template, 'AWS::CodePipeline::Pipeline');
  const actions: number[] = Stages.map(({ Actions }: any) => Actions.length);

  expect(Stages.filter(({ Name }: any) => Name.startsWith('environment'))).toHaveLength(ENVIRONMENTS);
  expect(Stages.length).toBeLessThan(STAGES_PER_PIPELINE * SHARE);
  expect(Math.max(...actions)).toBeLessThan(ACTIONS_PER_STAGE * SHARE);
  expect(actions.reduce((sum, count) => sum + count)).toBeLessThan(ACTIONS_PER_PIPELINE * SHARE);
});

test('the template leaves room', () => {
  const { Resources } = template.toJSON();

  expect(Object.keys(Resources).length).toBeLessThan(LIMITS.resourcesPerStack.value * SHARE);
  expect(JSON.stringify(template.toJSON(), undefined, 1).length).toBeLessThan(LIMITS.templateBytes.value * SHARE);
});

test('the policies of artifacts and their keys leave room', () => {
  for (const one of [template, regional]) {
    for (const { Properties } of Object.values(one.findResources('AWS::KMS::Key'))) {
      expect(size(Properties.KeyPolicy)).toBeLessThan(KEY_POLICY_BYTES * SHARE);
    }
    for (const { Properties } of Object.values(one.findResources('AWS::S3::BucketPolicy'))) {
      expect(size(Properties.PolicyDocument)).toBeLessThan(BUCKET_POLICY_BYTES * SHARE);
    }
  }
});

test('a build spec of the assets lies in the assembly, where its length does not count', () => {
  const projects = Object.values(template.findResources('AWS::CodeBuild::Project')).map(({ Properties }) => Properties);
  const assets = projects.filter(({ Description }) => Description.includes('/Assets/'));

  expect(assets).toHaveLength(1);
  expect(assets[0].Source.BuildSpec).toMatch(/^buildspec-.*\.yaml$/);
});
