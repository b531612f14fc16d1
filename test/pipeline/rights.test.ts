import { join } from 'node:path';
import { App, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { DockerImageAsset } from 'aws-cdk-lib/aws-ecr-assets';
import {
  addPipeline,
  DEPLOY_ACCOUNT,
  flat,
  newPipelineStack,
  pipelineTemplate,
  PROD,
  SamplePipeline,
  ServiceStack,
  TEST,
} from './sample-app';

interface Right {
  readonly actions: string[];
  readonly resources: string[];
  readonly conditions?: unknown;
}

/** What the policies of a role allow, inline and managed. */
function rightsOf(template: Template, role: RegExp): Right[] {
  const policies = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'].flatMap((type) =>
    Object.values(template.findResources(type)),
  );
  return policies
    .filter(({ Properties }) => Properties.Roles.some(({ Ref }: any) => role.test(Ref)))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
    .map(({ Action, Resource, Condition }: any) => ({
      actions: [Action].flat(),
      resources: [Resource].flat().map(flat),
      conditions: Condition,
    }));
}

const PIPELINE_ROLE = /^ReleaseRole/;
const SELF_MUTATION_ROLE = /SelfMutation/;

function assumed(template: Template, role: RegExp): string[] {
  const rights = rightsOf(template, role).filter(({ actions }) => actions.includes('sts:AssumeRole'));
  return rights.flatMap(({ resources }) => resources).sort();
}

function bootstrapRole(kind: string, account: string): string {
  return `arn:<AWS::Partition>:iam::${account}:role/cdk-hnb659fds-${kind}-role-${account}-us-east-1`;
}

/** A service with an image, beside the file. */
function withImage(stage: Stage): void {
  const stack = new ServiceStack(stage);
  new DockerImageAsset(stack, 'Image', { directory: join(__dirname, 'image') });
}

describe('the role of a pipeline', () => {
  test('is trusted by the pipeline and its builds, and by nobody else', () => {
    const roles = Object.values(pipelineTemplate().findResources('AWS::IAM::Role'));
    const [role] = roles.filter(({ Properties }) => Properties.RoleName === 'Pipelines-Release-pipeline');
    const statements = role.Properties.AssumeRolePolicyDocument.Statement;

    expect(statements.map(({ Principal }: any) => Principal)).toEqual([
      { Service: 'codepipeline.amazonaws.com' },
      { Service: 'codebuild.amazonaws.com' },
    ]);
  });

  test('assumes exactly the bootstrap roles that its stages need, where they need them', () => {
    const template = pipelineTemplate({ stages: [{ environment: TEST }, { environment: PROD }] });

    expect(assumed(template, PIPELINE_ROLE)).toEqual(
      [
        bootstrapRole('lookup', DEPLOY_ACCOUNT),
        ...[TEST, PROD].flatMap(({ account }) => [
          bootstrapRole('deploy', account),
          bootstrapRole('file-publishing', account),
          bootstrapRole('lookup', account),
        ]),
      ].sort(),
    );
  });

  test('may publish images too where there are some', () => {
    expect(assumed(pipelineTemplate({ deploys: withImage }), PIPELINE_ROLE)).toContain(
      bootstrapRole('image-publishing', TEST.account),
    );
  });

  test('is the role of the synthesis and of all that publishes assets', () => {
    const template = pipelineTemplate({ deploys: withImage });
    const projects = Object.entries(template.findResources('AWS::CodeBuild::Project'));
    const withRole = projects
      .filter(([, { Properties }]) => PIPELINE_ROLE.test(Properties.ServiceRole['Fn::GetAtt'][0]))
      .map(([, { Properties }]) => Properties.Description);

    expect(withRole).toEqual([
      'Pipeline step Pipelines/Pipeline/Build/Synth',
      'Pipeline step Pipelines/Pipeline/Assets/DockerAssets',
      'Pipeline step Pipelines/Pipeline/Assets/FileAssets',
    ]);
    expect(
      Object.keys(template.findResources('AWS::IAM::Role')).filter((id) => /FileRole|DockerRole/.test(id)),
    ).toEqual([]);
  });

  test('uses the connection under both names of the service', () => {
    const actions = rightsOf(pipelineTemplate(), PIPELINE_ROLE).flatMap((right) => right.actions);

    expect(actions.filter((action) => action.endsWith(':UseConnection')).sort()).toEqual([
      'codeconnections:UseConnection',
      'codestar-connections:UseConnection',
    ]);
  });

  test('may give approvals only where a comparison does, and no others', () => {
    const resourcesOf = (changes: SamplePipeline) =>
      rightsOf(pipelineTemplate(changes), PIPELINE_ROLE)
        .filter(({ actions }) => actions.includes('codepipeline:PutApprovalResult'))
        .flatMap(({ resources }) => resources);

    expect(resourcesOf({ stages: [{ approval: true }] })).toEqual([]);
    expect(resourcesOf({ stages: [{ approval: true, approveBroadening: true }] })).toEqual([
      `arn:<AWS::Partition>:codepipeline:us-east-1:${DEPLOY_ACCOUNT}:Pipelines-Release/*/ApproveBroaderPermissions`,
    ]);
  });

  test('works for accounts that are bootstrapped with a qualifier', () => {
    const stack = newPipelineStack(new App({ context: { '@aws-cdk/core:bootstrapQualifier': 'special' } }));
    addPipeline(stack);
    const template = Template.fromStack(stack);

    const roles = [...assumed(template, PIPELINE_ROLE), ...assumed(template, SELF_MUTATION_ROLE)];
    expect(roles.filter((arn) => !arn.includes(':role/cdk-special-'))).toEqual([]);
  });
});

describe('the role that updates the pipeline', () => {
  test('assumes only roles that deploy and publish, in the account of the pipeline', () => {
    const [right, ...others] = rightsOf(pipelineTemplate(), SELF_MUTATION_ROLE).filter(({ actions }) =>
      actions.includes('sts:AssumeRole'),
    );

    expect(others).toEqual([]);
    expect(right.resources).toEqual([`arn:<AWS::Partition>:iam::${DEPLOY_ACCOUNT}:role/cdk-hnb659fds-*`]);
    expect(right.conditions).toEqual({
      'ForAnyValue:StringEquals': {
        'iam:ResourceTag/aws-cdk:bootstrap-role': ['image-publishing', 'file-publishing', 'deploy'],
      },
    });
  });

  test('starts and stops this pipeline only', () => {
    const rights = rightsOf(pipelineTemplate(), SELF_MUTATION_ROLE).filter(({ actions }) =>
      actions.some((action) => action.startsWith('codepipeline:')),
    );

    expect(rights).toEqual([
      {
        actions: [
          'codepipeline:GetPipelineExecution',
          'codepipeline:ListPipelineExecutions',
          'codepipeline:StartPipelineExecution',
          'codepipeline:StopPipelineExecution',
        ],
        resources: [`arn:<AWS::Partition>:codepipeline:us-east-1:${DEPLOY_ACCOUNT}:Pipelines-Release`],
        conditions: undefined,
      },
    ]);
  });

  test('only reads artifacts', () => {
    const actions = rightsOf(pipelineTemplate(), SELF_MUTATION_ROLE).flatMap((right) => right.actions);

    expect(actions.filter((action) => action.startsWith('s3:')).sort()).toEqual([
      's3:GetBucket*',
      's3:GetObject*',
      's3:List*',
    ]);
  });
});

describe('artifacts and their key', () => {
  /** Principals that are not services, with the condition on them, of all statements that allow something. */
  function readers(template: Template, type: string, property: string): unknown[] {
    return Object.values(template.findResources(type))
      .flatMap(({ Properties }) => Properties[property].Statement)
      .filter(({ Effect, Principal }) => Effect === 'Allow' && Principal.AWS)
      .map(({ Principal, Condition }) => [
        [Principal.AWS].flat().map(flat),
        Condition?.ArnEquals['aws:PrincipalArn'].map(flat),
      ]);
  }

  test('are readable for deploy roles of accounts that are not bootstrapped yet: no policy names such a role as principal', () => {
    const template = pipelineTemplate({ stages: [{ environment: TEST }, { environment: PROD }] });
    const deployRoles = [
      [TEST, PROD].map(({ account }) => `arn:<AWS::Partition>:iam::${account}:root`),
      [TEST, PROD].map(({ account }) => bootstrapRole('deploy', account)),
    ];

    expect(readers(template, 'AWS::S3::BucketPolicy', 'PolicyDocument')).toEqual([deployRoles]);
    expect(readers(template, 'AWS::KMS::Key', 'KeyPolicy')).toEqual([
      [[`arn:<AWS::Partition>:iam::${DEPLOY_ACCOUNT}:root`], undefined],
      deployRoles,
    ]);
  });

  test('are readable for the deploy role of their own account by its name: no other policy gives it the right', () => {
    const environment = { name: 'tools', account: DEPLOY_ACCOUNT, region: 'us-east-1' };

    expect(readers(pipelineTemplate({ stages: [{ environment }] }), 'AWS::S3::BucketPolicy', 'PolicyDocument')).toEqual(
      [[[bootstrapRole('deploy', DEPLOY_ACCOUNT)], undefined]],
    );
  });
});
