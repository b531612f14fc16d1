import {
  ACCOUNT,
  allow,
  BOUNDED_ACTIONS,
  EXECUTION,
  EXECUTION_ROLE,
  iam,
  PLACE,
  REGION,
  replaced,
  SAFE,
  SAFE_WORKLOAD,
  Statement,
  without,
  WORKLOAD,
} from './boundaries';
import type { AccountInput } from '../../../../src/core/boundary/account/account-input';

/** A boundary with the paths out of it, all of them. */
export interface EscapeCase {
  readonly name: string;
  readonly boundary: readonly Statement[];
  readonly workload?: readonly Statement[];
  readonly account?: Partial<AccountInput>;
  /** Nothing for a boundary that nobody gets out of. */
  readonly open: readonly string[];
}

const OWN = [iam('role/app-*'), iam('user/app-*')];

/** The statement about identities with another condition. */
const withCondition = (Condition: Statement['Condition']) => replaced({ Sid: 'BoundedIdentities', Condition });

/** The statement about identities for some of the actions, and another one without condition for the others. */
const unconditional = (...actions: string[]) => [
  ...replaced({ Sid: 'BoundedIdentities', Action: BOUNDED_ACTIONS.filter((action) => !actions.includes(action)) }),
  allow('Unconditional', actions, OWN),
];

const WITHOUT_BOUNDARY = ['create a role without boundary', 'create a user without boundary'];
const ANOTHER_BOUNDARY = ['create a role with another boundary', 'create a user with another boundary'];
const POLICIES = ['give a policy to a role without boundary', 'give a policy to a user without boundary'];
const WEAKER_OF_OWN = ['put a weaker boundary on a role', 'put a weaker boundary on a user'];
const PASSED = [
  'pass a stronger role to apigateway.amazonaws.com',
  'pass a stronger role to cloudformation.amazonaws.com',
  'pass a stronger role to codebuild.amazonaws.com',
  'pass a stronger role to ec2.amazonaws.com',
  'pass a stronger role to ecs-tasks.amazonaws.com',
  'pass a stronger role to glue.amazonaws.com',
  'pass a stronger role to lambda.amazonaws.com',
  'pass a stronger role to ssm.amazonaws.com',
  'pass a stronger role to states.amazonaws.com',
];
const STACK_SETS = ['deploy a stack set', 'change a stack set that is there'];
const POLICY_EDITS = [
  'edit a boundary policy',
  'go back to an older version of a boundary policy',
  'put another policy in the place of a boundary policy',
];

export const ESCAPE_CASES: readonly EscapeCase[] = [
  { name: 'with a condition on everything about identities, own names, and denials', boundary: SAFE, open: [] },
  {
    name: 'with the same in other letter case of actions, operators and keys',
    boundary: replaced(
      {
        Sid: 'BoundedIdentities',
        Action: BOUNDED_ACTIONS.map((action) => action.toUpperCase()),
        Condition: { StringEquals: { 'IAM:permissionsboundary': WORKLOAD } },
      },
      replaced({
        Sid: 'NoOtherAccounts',
        Action: ['Account:*', 'CLOUDFORMATION:*STACKSET*', 'cloudformation:*stackinstances', 'ORGANIZATIONS:*'],
      }),
    ),
    open: [],
  },
  {
    name: 'with iam:* without a condition, and the bootstrap protected',
    boundary: [...SAFE, allow('Identities', 'iam:*')],
    open: [
      ...WITHOUT_BOUNDARY,
      ...ANOTHER_BOUNDARY,
      ...POLICIES,
      'take the boundary from a role',
      'take the boundary from a user',
      ...WEAKER_OF_OWN,
      'give a policy to a group',
      'put a user into a stronger group',
      'make an access key for a stronger user',
      'set the password of a stronger user',
      'take the second factor from a stronger user',
      'change an OIDC provider that stronger roles trust',
      'put another OIDC provider in the place of one that stronger roles trust',
      'change a SAML provider that stronger roles trust',
      'put another SAML provider in the place of one that stronger roles trust',
      'change whom a stronger role trusts',
      ...PASSED,
      'put a stronger role into an instance profile',
    ],
  },
  {
    name: 'with a condition on iam:CreateRole but not on iam:PutRolePolicy',
    boundary: unconditional('iam:PutRolePolicy'),
    open: ['give a policy to a role without boundary'],
  },
  {
    name: 'with a condition on policies but not on iam:CreateRole, which gives nothing without a policy',
    boundary: unconditional('iam:CreateRole'),
    open: [],
  },
  {
    name: 'with a boundary on roles but not on users',
    boundary: unconditional(
      'iam:CreateUser',
      'iam:PutUserPolicy',
      'iam:AttachUserPolicy',
      'iam:PutUserPermissionsBoundary',
    ),
    open: [
      'create a user without boundary',
      'create a user with another boundary',
      'give a policy to a user without boundary',
      'put a weaker boundary on a user',
    ],
  },
  {
    name: 'without a denial of iam:DeleteRolePermissionsBoundary where own roles may be changed at will',
    boundary: [...SAFE, allow('OwnRoles', 'iam:*RolePermissionsBoundary', iam('role/app-*'))],
    open: ['take the boundary from a role', 'put a weaker boundary on a role'],
  },
  {
    name: 'with that denial, and the new boundary left open',
    boundary: [
      ...SAFE,
      allow('OwnRoles', 'iam:*RolePermissionsBoundary', iam('role/app-*')),
      { Sid: 'KeepBoundaries', Effect: 'Deny', Action: 'iam:DeleteRolePermissionsBoundary', Resource: '*' },
    ],
    open: ['put a weaker boundary on a role'],
  },
  {
    name: 'with all policies open to new versions',
    boundary: [...without('BoundariesAreReadOnly'), allow('Policies', ['iam:CreatePolicyVersion'], iam('policy/*'))],
    open: ['edit a boundary policy'],
  },
  {
    name: 'with policies open, and a denial for the boundaries in another region',
    boundary: [
      ...replaced({ Sid: 'BoundariesAreReadOnly', Resource: iam(`policy/cdk-*-boundary-${ACCOUNT}-eu-west-1`) }),
      allow('Policies', ['iam:*PolicyVersion', 'iam:*Policy'], iam('policy/*')),
    ],
    open: POLICY_EDITS,
  },
  {
    name: 'with policies open, and a denial for the boundaries in other letter case',
    boundary: [
      ...replaced({ Sid: 'BoundariesAreReadOnly', Resource: iam(`policy/CDK-*-Boundary-${ACCOUNT}-*`) }),
      allow('Policies', 'iam:SetDefaultPolicyVersion', iam('policy/*')),
    ],
    open: ['go back to an older version of a boundary policy'],
  },
  {
    name: 'with roles of all names passed',
    boundary: replaced({ Sid: 'PassOwnRoles', Resource: '*' }),
    open: [...PASSED, 'put a stronger role into an instance profile'].filter((path) => !path.endsWith('profile')),
  },
  {
    name: 'with roles of all names passed to Lambda only',
    boundary: [
      ...SAFE,
      {
        ...allow('PassToLambda', 'iam:PassRole'),
        Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
      },
    ],
    open: ['pass a stronger role to lambda.amazonaws.com'],
  },
  {
    name: 'with roles passed whose names only contain the own prefix',
    boundary: replaced({ Sid: 'PassOwnRoles', Resource: iam('role/*app-*') }),
    open: PASSED,
  },
  {
    name: 'with execution roles of all bootstraps passed to nested stacks',
    boundary: [
      ...SAFE,
      {
        ...allow('NestedStacks', 'iam:PassRole', iam('role/cdk-*-cfn-exec-role-*')),
        Condition: { StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } },
      },
    ],
    open: ['pass a stronger role to cloudformation.amazonaws.com'],
  },
  {
    name: 'with its own role passed to nested stacks',
    boundary: [
      ...SAFE,
      {
        ...allow('NestedStacks', 'iam:PassRole', EXECUTION_ROLE),
        Condition: { StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } },
      },
    ],
    open: [],
  },
  {
    name: 'with ForAllValues, which is true where there is no boundary',
    boundary: withCondition({ 'ForAllValues:StringEquals': { 'iam:PermissionsBoundary': WORKLOAD } }),
    open: [...WITHOUT_BOUNDARY, ...POLICIES],
  },
  {
    name: 'with StringEqualsIfExists, which is true where there is no boundary',
    boundary: withCondition({ StringEqualsIfExists: { 'iam:PermissionsBoundary': WORKLOAD } }),
    open: [...WITHOUT_BOUNDARY, ...POLICIES],
  },
  {
    name: 'with Null, which any boundary meets',
    boundary: withCondition({ Null: { 'iam:PermissionsBoundary': 'false' } }),
    open: [...ANOTHER_BOUNDARY, ...WEAKER_OF_OWN],
  },
  {
    name: 'with Null the wrong way round, which wants no boundary',
    boundary: withCondition({ Null: { 'iam:PermissionsBoundary': 'true' } }),
    open: [...WITHOUT_BOUNDARY, ...POLICIES],
  },
  {
    name: 'with StringLike and a pattern that own policies meet',
    boundary: withCondition({ StringLike: { 'iam:PermissionsBoundary': '*boundary*' } }),
    open: [...ANOTHER_BOUNDARY, ...WEAKER_OF_OWN],
  },
  {
    name: 'with StringLike and the boundaries of all bootstraps',
    boundary: withCondition({
      StringLike: { 'iam:PermissionsBoundary': iam(`policy/cdk-*-workload-boundary-${PLACE}`) },
    }),
    open: [...ANOTHER_BOUNDARY, ...WEAKER_OF_OWN],
  },
  {
    name: 'with StringNotEquals, which refuses one boundary only',
    boundary: withCondition({ StringNotEquals: { 'iam:PermissionsBoundary': EXECUTION } }),
    open: [...WITHOUT_BOUNDARY, ...ANOTHER_BOUNDARY, ...POLICIES, ...WEAKER_OF_OWN],
  },
  {
    name: 'with everything allowed, and a denial of identities without the boundary',
    boundary: [
      allow('Everything', ['iam:CreateRole', 'iam:*RolePolicy', 'lambda:*'], '*'),
      {
        Sid: 'BoundaryOrNothing',
        Effect: 'Deny',
        Action: ['iam:CreateRole', 'iam:*RolePolicy'],
        Resource: '*',
        Condition: { StringNotEquals: { 'iam:PermissionsBoundary': WORKLOAD } },
      },
    ],
    open: [],
  },
  {
    name: 'with NotAction, which allows what nobody thought of',
    boundary: [
      ...SAFE,
      {
        Sid: 'AllButSome',
        Effect: 'Allow',
        NotAction: [
          ...BOUNDED_ACTIONS,
          'iam:PassRole',
          'iam:*Policy',
          'iam:*PolicyVersion',
          'sts:*',
          'iam:*PermissionsBoundary',
          'iam:*Provider*',
        ],
        Resource: '*',
      },
    ],
    open: [
      'put a user into a stronger group',
      'make an access key for a stronger user',
      'set the password of a stronger user',
      'take the second factor from a stronger user',
    ],
  },
  {
    name: 'with NotResource, which allows names that nobody thought of',
    boundary: [
      ...without('PassOwnRoles'),
      {
        Sid: 'PassOthers',
        Effect: 'Allow',
        Action: 'iam:PassRole',
        NotResource: [iam(`role/cdk-*-role-${ACCOUNT}-*`), iam('role/Administrators')],
      },
    ],
    open: PASSED,
  },
  {
    name: 'with a denial by NotResource that spares all roles',
    boundary: [
      ...SAFE,
      allow('Trust', 'iam:UpdateAssumeRolePolicy'),
      { Sid: 'NotPolicies', Effect: 'Deny', Action: 'iam:UpdateAssumeRolePolicy', NotResource: iam('role/*') },
    ],
    open: ['change whom a stronger role trusts'],
  },
  {
    name: 'with trust of all roles open',
    boundary: [...SAFE, allow('Trust', 'iam:UpdateAssumeRolePolicy')],
    open: ['change whom a stronger role trusts'],
  },
  {
    name: 'with groups',
    boundary: [...SAFE, allow('Groups', 'iam:*Group*')],
    open: ['give a policy to a group', 'put a user into a stronger group'],
  },
  {
    name: 'with access keys of all users',
    boundary: [...SAFE, allow('Keys', 'iam:CreateAccessKey')],
    open: ['make an access key for a stronger user'],
  },
  {
    name: 'with access keys of own users, who carry the boundary',
    boundary: [...SAFE, allow('Keys', 'iam:CreateAccessKey', iam('user/app-*'))],
    open: [],
  },
  {
    name: 'with passwords of all users',
    boundary: [...SAFE, allow('Passwords', 'iam:*LoginProfile')],
    open: ['set the password of a stronger user'],
  },
  {
    name: 'with instance profiles and roles of all names for EC2',
    boundary: [
      ...SAFE,
      allow('Profiles', 'iam:*InstanceProfile'),
      {
        ...allow('PassToInstances', 'iam:PassRole'),
        Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
      },
    ],
    open: ['pass a stronger role to ec2.amazonaws.com', 'put a stronger role into an instance profile'],
  },
  {
    name: 'with OIDC providers',
    boundary: [...SAFE, allow('Providers', 'iam:*OpenIDConnectProvider*')],
    open: [
      'change an OIDC provider that stronger roles trust',
      'put another OIDC provider in the place of one that stronger roles trust',
    ],
  },
  {
    name: 'with SAML providers that can be updated',
    boundary: [...SAFE, allow('Providers', 'iam:UpdateSAMLProvider')],
    open: ['change a SAML provider that stronger roles trust'],
  },
  {
    name: 'with stack sets',
    boundary: replaced({ Sid: 'NoOtherAccounts', Action: ['account:*', 'organizations:*'] }),
    open: STACK_SETS,
  },
  {
    name: 'with the organization',
    boundary: [...without('NoOtherAccounts'), allow('Organization', ['organizations:*', 'account:*'])],
    open: [...STACK_SETS, 'change the organization', 'change the settings of the account'],
  },
  {
    name: 'with sts:AssumeRole on everything',
    boundary: [...SAFE, allow('Assume', 'sts:AssumeRole')],
    open: ['take on a stronger role'],
  },
  {
    name: 'with sts:AssumeRole on own names',
    boundary: [...SAFE, allow('Assume', 'sts:AssumeRole', iam('role/app-*'))],
    open: [],
  },
  {
    name: 'with functions of others that can be changed',
    boundary: SAFE,
    account: { holdsOtherPrograms: true },
    open: [
      'change or start a build project of somebody else',
      'change or start a container of somebody else',
      'change or start a function of somebody else',
      'change or start a job of somebody else',
      'change or start a stack with a service role of somebody else',
      'change or start a state machine of somebody else',
      'change or start an instance of somebody else',
    ],
  },
  {
    name: 'with functions of own names only, in an account that holds others',
    boundary: replaced({
      Sid: 'Services',
      Action: 'lambda:*',
      Resource: `arn:aws:lambda:${REGION}:${ACCOUNT}:function:app-*`,
    }),
    account: { holdsOtherPrograms: true },
    open: [],
  },
  {
    name: 'with instances reached by SSM, in an account that holds others',
    boundary: replaced({ Sid: 'Services', Action: ['ssm:SendCommand', 'lambda:CreateFunction'] }),
    account: { holdsOtherPrograms: true },
    open: ['change or start an instance of somebody else'],
  },
  {
    name: 'with assets, images, parameters and stack of the bootstrap open',
    boundary: [
      ...replaced({ Sid: 'BootstrapIsReadOnly', Resource: iam(`role/cdk-*-role-${ACCOUNT}-*`) }),
      allow('Images', 'ecr:*'),
    ],
    open: [
      'exchange assets of other apps',
      'open the bucket of assets',
      'exchange images of other apps',
      'change a parameter of the bootstrap',
      'update the bootstrap stack',
    ],
  },
  {
    name: 'with a safe execution boundary and programs that may change identities',
    boundary: SAFE,
    workload: [...SAFE_WORKLOAD, allow('Identities', ['iam:CreateRole', 'iam:PutRolePolicy'])],
    open: [
      'create a role with another boundary',
      'create a role without boundary',
      'give a policy to a role without boundary',
      'give a policy to a role of the bootstrap',
    ].filter((path) => !path.endsWith('bootstrap')),
  },
];
