import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { isAllowed, Request } from './policy-decision';
import { deployed } from './resolved-template';
import { BoundaryContent } from '../../src/bootstrap/boundary-content';
import {
  PermissionsBoundaryBootstrap,
  PermissionsBoundaryBootstrapProps,
} from '../../src/bootstrap/permissions-boundary-bootstrap';

const statement = (...actions: string[]) => new PolicyStatement({ actions, resources: ['*'] });
// Broad on purpose: whatever the content allows, the rules of the bootstrap hold.
const CONTENT = BoundaryContent.ofStatements(
  [statement('cloudformation:*', 'ecr:*', 'kms:*', 'lambda:*', 's3:*', 'ssm:*')],
  [statement('dynamodb:*', 'ecr:*', 'iam:PassRole', 'kms:*', 's3:*', 'ssm:*', 'sts:AssumeRole')],
);

function boundariesOf(props: Partial<PermissionsBoundaryBootstrapProps> = {}): { execution: any; workload: any } {
  const { template } = new PermissionsBoundaryBootstrap({
    variant: 'test',
    boundaryContent: CONTENT,
    roleNamePrefixes: ['boards-'],
    ...props,
  });
  const resources = deployed(template, { parameters: { FileAssetsBucketKmsKeyId: '' } });
  return {
    execution: resources.ExecutionBoundary.Properties.PolicyDocument,
    workload: resources.WorkloadBoundary.Properties.PolicyDocument,
  };
}

const iam = (resource: string, account = '111122223333') => `arn:aws:iam::${account}:${resource}`;
const PLACE = '111122223333-us-east-1';
const WORKLOAD = iam(`policy/cdk-hnb659fds-workload-boundary-${PLACE}`);
const EXECUTION = iam(`policy/cdk-hnb659fds-execution-boundary-${PLACE}`);
const EXECUTION_ROLE = iam(`role/cdk-hnb659fds-cfn-exec-role-${PLACE}`);
const OTHER_BOOTSTRAP = iam('role/cdk-other-cfn-exec-role-111122223333-eu-west-1');
const OWN = iam('role/boards-prod-api-FunctionRole');
const bounded = (boundary: string) => ({ 'iam:PermissionsBoundary': boundary });
const passedTo = (service: string) => ({ 'iam:PassedToService': `${service}.amazonaws.com` });

type Case = [what: string, action: string, resource: string, context?: Request['context']];

const EXECUTION_ALLOWS: readonly Case[] = [
  ['what the content allows', 'lambda:CreateFunction', 'arn:aws:lambda:us-east-1:111122223333:function:boards'],
  ['a role with the workload boundary', 'iam:CreateRole', OWN, bounded(WORKLOAD)],
  ['a policy on such a role', 'iam:PutRolePolicy', OWN, bounded(WORKLOAD)],
  ['taking a policy from such a role', 'iam:DetachRolePolicy', OWN, bounded(WORKLOAD)],
  ['a user with the workload boundary', 'iam:CreateUser', iam('user/boards-mailer'), bounded(WORKLOAD)],
  ['putting the boundary on a role of before', 'iam:PutRolePermissionsBoundary', OWN, bounded(WORKLOAD)],
  ['trust of an own role', 'iam:UpdateAssumeRolePolicy', OWN],
  ['deleting an own role', 'iam:DeleteRole', OWN],
  ['reading any role', 'iam:GetRole', iam('role/Administrators')],
  ['a policy of its own', 'iam:CreatePolicyVersion', iam('policy/boards-prod-data-Policy')],
  ['passing an own role to a function', 'iam:PassRole', OWN, passedTo('lambda')],
  ['passing itself to a nested stack', 'iam:PassRole', EXECUTION_ROLE, passedTo('cloudformation')],
  ['reading assets', 's3:GetObject', 'arn:aws:StagingBucket/asset.zip'],
  [
    'reading the version',
    'ssm:GetParameters',
    'arn:aws:ssm:us-east-1:111122223333:parameter/cdk-bootstrap/hnb659fds/version',
  ],
  ['a nested stack', 'cloudformation:CreateStack', 'arn:aws:cloudformation:us-east-1:111122223333:stack/boards/1'],
];

const EXECUTION_DENIES: readonly Case[] = [
  ['a role without boundary', 'iam:CreateRole', OWN],
  ['a role with another boundary', 'iam:CreateRole', OWN, bounded(EXECUTION)],
  ['a role of another name', 'iam:CreateRole', iam('role/Administrators'), bounded(WORKLOAD)],
  ['a role that looks like one of a bootstrap', 'iam:CreateRole', OTHER_BOOTSTRAP, bounded(WORKLOAD)],
  ['a user without boundary', 'iam:CreateUser', iam('user/boards-mailer')],
  ['a policy on a role without boundary', 'iam:PutRolePolicy', OWN],
  ['taking a denial from a role without boundary', 'iam:DetachRolePolicy', OWN],
  ['the end of a boundary', 'iam:DeleteRolePermissionsBoundary', OWN, bounded(WORKLOAD)],
  ["the end of a user's boundary", 'iam:DeleteUserPermissionsBoundary', iam('user/boards-mailer'), bounded(WORKLOAD)],
  ['a weaker boundary', 'iam:PutRolePermissionsBoundary', OWN, bounded(iam('policy/boards-all'))],
  ['its own boundary', 'iam:PutRolePermissionsBoundary', EXECUTION_ROLE, bounded(WORKLOAD)],
  ['a new version of the workload boundary', 'iam:CreatePolicyVersion', WORKLOAD],
  ['an old version of the execution boundary', 'iam:SetDefaultPolicyVersion', EXECUTION],
  ['deleting the workload boundary', 'iam:DeletePolicy', WORKLOAD],
  ['a policy of others', 'iam:CreatePolicyVersion', iam('policy/Operators')],
  ['trust of a bootstrap role', 'iam:UpdateAssumeRolePolicy', iam(`role/cdk-hnb659fds-deploy-role-${PLACE}`)],
  ['trust of a bootstrap of another qualifier', 'iam:UpdateAssumeRolePolicy', OTHER_BOOTSTRAP],
  ['trust of a role of others', 'iam:UpdateAssumeRolePolicy', iam('role/Administrators')],
  ['tags of a bootstrap role', 'iam:TagRole', iam(`role/cdk-hnb659fds-lookup-role-${PLACE}`)],
  ['passing itself to a function', 'iam:PassRole', EXECUTION_ROLE, passedTo('lambda')],
  ['passing another execution role', 'iam:PassRole', OTHER_BOOTSTRAP, passedTo('cloudformation')],
  ['passing a role of others', 'iam:PassRole', iam('role/Administrators'), passedTo('lambda')],
  ['an access key', 'iam:CreateAccessKey', iam('user/boards-mailer')],
  ['a password', 'iam:CreateLoginProfile', iam('user/boards-mailer')],
  ['a password of an administrator', 'iam:UpdateLoginProfile', iam('user/anna')],
  ['a member of a group', 'iam:AddUserToGroup', iam('group/administrators')],
  ['a policy of a group', 'iam:PutGroupPolicy', iam('group/administrators')],
  ['an identity provider', 'iam:CreateSAMLProvider', iam('saml-provider/boards')],
  ['a service-linked role nobody asked for', 'iam:CreateServiceLinkedRole', iam('role/aws-service-role/x/Y')],
  ['assuming a bootstrap role', 'sts:AssumeRole', iam(`role/cdk-hnb659fds-deploy-role-${PLACE}`)],
  ['assuming any role', 'sts:AssumeRole', iam('role/Administrators')],
  ['stacks in other accounts', 'cloudformation:CreateStackInstances', '*'],
  ['a set of stacks', 'cloudformation:CreateStackSet', '*'],
  [
    'the bootstrap stack',
    'cloudformation:UpdateStack',
    'arn:aws:cloudformation:us-east-1:111122223333:stack/CDKToolkit/1',
  ],
  ['other assets', 's3:PutObject', 'arn:aws:StagingBucket/asset.zip'],
  ['opening the staging bucket', 's3:PutBucketPolicy', 'arn:aws:StagingBucket'],
  ['opening the key of the staging bucket', 'kms:PutKeyPolicy', 'arn:aws:FileAssetsBucketEncryptionKey'],
  ['other images', 'ecr:PutImage', 'arn:aws:ContainerAssetsRepository'],
  [
    'other trusted roles',
    'ssm:PutParameter',
    'arn:aws:ssm:us-east-1:111122223333:parameter/cdk-bootstrap/hnb659fds/trusted-roles',
  ],
  ['what no content allows', 'ec2:RunInstances', '*'],
];

describe('what CloudFormation can do', () => {
  const { execution } = boundariesOf();

  test.each(EXECUTION_ALLOWS)('includes %s', (_, ...[action, resource, context]) => {
    expect(isAllowed(execution, { action, resource, context })).toBe(true);
  });

  test.each(EXECUTION_DENIES)('does not include %s', (_, ...[action, resource, context]) => {
    expect(isAllowed(execution, { action, resource, context })).toBe(false);
  });

  test('without prefixes, roles of all names but those of bootstraps are own ones', () => {
    const { execution: open } = boundariesOf({ roleNamePrefixes: undefined });
    const create = (resource: string) =>
      isAllowed(open, { action: 'iam:CreateRole', resource, context: bounded(WORKLOAD) });

    expect([iam('role/Anything'), OTHER_BOOTSTRAP, EXECUTION_ROLE].map(create)).toEqual([true, false, false]);
    expect(isAllowed(open, { action: 'iam:CreatePolicyVersion', resource: WORKLOAD })).toBe(false);
  });

  test('service-linked roles are those of the services in the templates', () => {
    const { execution: mails } = boundariesOf({
      boundaryContent: BoundaryContent.ofTemplates([
        {
          Resources: {
            Pool: {
              Type: 'AWS::Cognito::UserPool',
              Properties: { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER' } },
            },
          },
        },
      ]),
    });
    const create = (service: string) =>
      isAllowed(mails, {
        action: 'iam:CreateServiceLinkedRole',
        resource: iam(`role/aws-service-role/${service}/Role`),
        context: { 'iam:AWSServiceName': service },
      });

    expect(create('email.cognito-idp.amazonaws.com')).toBe(true);
    expect(create('sso.amazonaws.com')).toBe(false);
  });
});

const BOOTSTRAP_ROLE_ELSEWHERE = iam('role/cdk-hnb659fds-deploy-role-444455556666-us-east-1', '444455556666');

describe('what programs of stacks can do', () => {
  const { workload } = boundariesOf();

  test.each<Case>([
    ['what the content allows', 'dynamodb:GetItem', 'arn:aws:dynamodb:us-east-1:111122223333:table/boards'],
    ['passing an own role', 'iam:PassRole', OWN],
    ['assuming an own role', 'sts:AssumeRole', OWN],
    ['reading an asset', 's3:GetObject', 'arn:aws:StagingBucket/asset.zip'],
  ])('includes %s', (_, ...[action, resource, context]) => {
    expect(isAllowed(workload, { action, resource, context })).toBe(true);
  });

  test.each<Case>([
    ['a role', 'iam:CreateRole', OWN, bounded(WORKLOAD)],
    ['a policy', 'iam:CreatePolicyVersion', WORKLOAD],
    ['trust', 'iam:UpdateAssumeRolePolicy', OWN],
    ['passing a bootstrap role', 'iam:PassRole', EXECUTION_ROLE, passedTo('cloudformation')],
    ['passing a role of others', 'iam:PassRole', iam('role/Administrators')],
    ['assuming a bootstrap role', 'sts:AssumeRole', iam(`role/cdk-hnb659fds-deploy-role-${PLACE}`)],
    ['assuming a bootstrap role of another account', 'sts:AssumeRole', BOOTSTRAP_ROLE_ELSEWHERE],
    ['assuming a role of others', 'sts:AssumeRole', iam('role/Administrators')],
    ['other assets', 's3:PutObject', 'arn:aws:StagingBucket/asset.zip'],
    ['what no content allows', 'sqs:SendMessage', '*'],
  ])('does not include %s', (_, ...[action, resource, context]) => {
    expect(isAllowed(workload, { action, resource, context })).toBe(false);
  });

  test('includes deploying where pipelines live, and still no change of a bootstrap role', () => {
    const { workload: pipelines } = boundariesOf({ deploysWithBootstrapRoles: true });
    const may = (action: string, resource: string) => isAllowed(pipelines, { action, resource });

    expect(may('sts:AssumeRole', BOOTSTRAP_ROLE_ELSEWHERE)).toBe(true);
    expect(may('sts:AssumeRole', iam(`role/cdk-hnb659fds-deploy-role-${PLACE}`))).toBe(true);
    expect(may('iam:PutRolePolicy', EXECUTION_ROLE)).toBe(false);
    expect(may('sts:AssumeRole', iam('role/Administrators'))).toBe(false);
  });
});
