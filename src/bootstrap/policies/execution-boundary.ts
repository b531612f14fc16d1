import {
  EVERYTHING_OF_THE_BOOTSTRAP,
  EXECUTION_ROLE_ARN,
  OwnIdentities,
  READING_THE_BOOTSTRAP,
  SERVICE_LINKED_ROLES,
  WORKLOAD_BOUNDARY_ARN,
} from './places';
import type { Statement } from './statement';
import type { BoundaryStatements } from '../content/boundary-statements';

/**
 * IAM actions that know the condition key `iam:PermissionsBoundary`, without those that take a boundary away
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html).
 */
const BOUNDED_ACTIONS = ['Role', 'User'].flatMap((kind) => [
  `iam:Create${kind}`,
  `iam:Put${kind}PermissionsBoundary`,
  `iam:Attach${kind}Policy`,
  `iam:Detach${kind}Policy`,
  `iam:Put${kind}Policy`,
  `iam:Delete${kind}Policy`,
]);

/**
 * What else stacks do with their own roles, users and policies. Nothing here gives a person or a program outside a way
 * in: no access keys, no passwords, no groups, no identity providers.
 */
const UNBOUNDED_ACTIONS = [
  'iam:CreatePolicy',
  'iam:CreatePolicyVersion',
  'iam:DeletePolicy',
  'iam:DeletePolicyVersion',
  'iam:DeleteRole',
  'iam:DeleteUser',
  'iam:SetDefaultPolicyVersion',
  'iam:TagPolicy',
  'iam:TagRole',
  'iam:TagUser',
  'iam:UntagPolicy',
  'iam:UntagRole',
  'iam:UntagUser',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateRole',
  'iam:UpdateRoleDescription',
];

/** What every deployment takes, whatever it deploys: assets, versions, and reading what is there. */
const DEPLOYMENT_READS = [
  'ecr:BatchGetImage',
  'ecr:DescribeImages',
  'ecr:GetDownloadUrlForLayer',
  'ecr:GetRepositoryPolicy',
  'iam:Get*',
  'iam:List*',
  'kms:Decrypt',
  's3:GetBucket*',
  's3:GetObject*',
  's3:ListBucket*',
  'ssm:GetParameter*',
];

/** The boundary of CloudFormation's execution role: what a template can do to the account, at most. */
export function executionBoundary(
  { execution, serviceLinkedRoles }: BoundaryStatements,
  own: OwnIdentities,
): Statement[] {
  return [
    ...execution,
    { Sid: 'DeploymentReads', Effect: 'Allow', Action: DEPLOYMENT_READS, Resource: '*' },
    {
      Sid: 'IdentitiesWithBoundary',
      Effect: 'Allow',
      Action: BOUNDED_ACTIONS,
      ...own.resources('role', 'user'),
      Condition: { StringEquals: { 'iam:PermissionsBoundary': WORKLOAD_BOUNDARY_ARN } },
    },
    {
      Sid: 'OwnIdentities',
      Effect: 'Allow',
      Action: UNBOUNDED_ACTIONS,
      ...own.resources('role', 'user', 'policy'),
    },
    { Sid: 'PassOwnRoles', Effect: 'Allow', Action: 'iam:PassRole', ...own.resources('role') },
    {
      Sid: 'PassItselfToNestedStacks',
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: EXECUTION_ROLE_ARN,
      Condition: { StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } },
    },
    ...(serviceLinkedRoles.length === 0
      ? []
      : [
          {
            Sid: 'ServiceLinkedRoles',
            Effect: 'Allow' as const,
            Action: 'iam:CreateServiceLinkedRole',
            Resource: SERVICE_LINKED_ROLES,
            Condition: { StringEquals: { 'iam:AWSServiceName': [...serviceLinkedRoles] } },
          },
        ]),
    {
      Sid: 'BootstrapIsReadOnly',
      Effect: 'Deny',
      NotAction: [...READING_THE_BOOTSTRAP, 'iam:PassRole'],
      Resource: EVERYTHING_OF_THE_BOOTSTRAP,
    },
    {
      Sid: 'NoOtherAccounts',
      Effect: 'Deny',
      Action: ['account:*', 'cloudformation:*StackInstances', 'cloudformation:*StackSet*', 'organizations:*'],
      Resource: '*',
    },
  ];
}
