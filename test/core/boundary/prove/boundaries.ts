import type { AccountInput } from '../../../../src/core/boundary/account/account-input';
import type { AccountModel } from '../../../../src/core/boundary/account/account-model';
import { accountModel } from '../../../../src/core/boundary/account/read-account';

export const ACCOUNT = '111122223333';
export const REGION = 'us-east-1';
export const PLACE = `${ACCOUNT}-${REGION}`;

export const iam = (resource: string) => `arn:aws:iam::${ACCOUNT}:${resource}`;
export const WORKLOAD = iam(`policy/cdk-hnb659fds-workload-boundary-${PLACE}`);
export const EXECUTION = iam(`policy/cdk-hnb659fds-execution-boundary-${PLACE}`);
export const EXECUTION_ROLE = iam(`role/cdk-hnb659fds-cfn-exec-role-${PLACE}`);

export interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export const allow = (Sid: string, Action: string | readonly string[], Resource: string | readonly string[] = '*') =>
  ({ Sid, Effect: 'Allow', Action, Resource }) as const;

/** Actions that know the boundary of the role or user. */
export const BOUNDED_ACTIONS = [
  'iam:CreateRole',
  'iam:PutRolePermissionsBoundary',
  'iam:AttachRolePolicy',
  'iam:PutRolePolicy',
  'iam:CreateUser',
  'iam:PutUserPermissionsBoundary',
  'iam:AttachUserPolicy',
  'iam:PutUserPolicy',
];

/** Everything about identities that templates need, only with the workload boundary and only for names of their own. */
const SAFE_IDENTITIES: readonly Statement[] = [
  {
    ...allow('BoundedIdentities', BOUNDED_ACTIONS, [iam('role/app-*'), iam('user/app-*')]),
    Condition: { StringEquals: { 'iam:PermissionsBoundary': WORKLOAD } },
  },
  allow(
    'OwnIdentities',
    ['iam:CreatePolicy', 'iam:CreatePolicyVersion', 'iam:DeletePolicy', 'iam:DeleteRole', 'iam:UpdateAssumeRolePolicy'],
    [iam('role/app-*'), iam('policy/app-*')],
  ),
  allow('PassOwnRoles', 'iam:PassRole', iam('role/app-*')),
];

const READING = ['s3:Get*', 's3:List*', 'ssm:Get*', 'iam:Get*', 'iam:List*', 'cloudformation:Describe*'];

const BOUNDARIES: Statement = {
  Sid: 'BoundariesAreReadOnly',
  Effect: 'Deny',
  NotAction: READING,
  Resource: iam(`policy/cdk-*-boundary-${ACCOUNT}-*`),
};

const BOOTSTRAP: Statement = {
  Sid: 'BootstrapIsReadOnly',
  Effect: 'Deny',
  NotAction: [...READING, 'iam:PassRole'],
  Resource: [
    iam(`role/cdk-*-role-${ACCOUNT}-*`),
    `arn:aws:s3:::cdk-hnb659fds-assets-${PLACE}`,
    `arn:aws:s3:::cdk-hnb659fds-assets-${PLACE}/*`,
    `arn:aws:ecr:${REGION}:${ACCOUNT}:repository/cdk-*`,
    `arn:aws:ssm:*:${ACCOUNT}:parameter/cdk-bootstrap/*`,
    `arn:aws:cloudformation:*:${ACCOUNT}:stack/CDKToolkit/*`,
  ],
};

const NO_OTHER_ACCOUNTS: Statement = {
  Sid: 'NoOtherAccounts',
  Effect: 'Deny',
  Action: ['account:*', 'cloudformation:*StackSet*', 'cloudformation:*StackInstances', 'organizations:*'],
  Resource: '*',
};

/** Services with which programs can be made, so that what closes a path is never that there is no service. */
const SERVICES = allow('Services', [
  'apigateway:*',
  'cloudformation:*',
  'codebuild:*',
  'dynamodb:*',
  'ec2:*',
  'ecs:*',
  'glue:*',
  'lambda:*',
  's3:*',
  'ssm:*',
  'states:*',
]);

/** A boundary that nobody gets out of. Each case of the table makes one hole in it. */
export const SAFE: readonly Statement[] = [SERVICES, ...SAFE_IDENTITIES, BOUNDARIES, BOOTSTRAP, NO_OTHER_ACCOUNTS];

/** What programs may do: data, and nothing about identities. */
export const SAFE_WORKLOAD: readonly Statement[] = [
  allow('Data', ['dynamodb:*Item', 'logs:PutLogEvents', 's3:GetObject', 'sqs:SendMessage']),
];

export const without = (sid: string, statements = SAFE) => statements.filter(({ Sid }) => Sid !== sid);

export const replaced = (statement: Partial<Statement> & { readonly Sid: string }, statements = SAFE) =>
  statements.map((each) => (each.Sid === statement.Sid ? { ...each, ...statement } : each));

export const policyDocument = (statements: readonly Statement[]) => ({ Version: '2012-10-17', Statement: statements });

/** An account whose owner says that nothing else runs in it, known by its boundaries. */
export function accountWith(
  boundary: readonly Statement[],
  workload: readonly Statement[] = SAFE_WORKLOAD,
  more: Partial<AccountInput> = {},
): AccountModel {
  return accountModel({
    boundary: policyDocument(boundary),
    workloadBoundary: policyDocument(workload),
    account: ACCOUNT,
    region: REGION,
    holdsOtherPrograms: false,
    ...more,
  });
}
