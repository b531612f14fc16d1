import { resources, shown, stack } from './made-up-tables';
import type { DeployedTemplate } from '../../../../src/core/boundary/deployed-template';
import { identitiesOf, IdentitiesTables } from '../../../../src/core/boundary/needs/identities-of';

const TABLES: IdentitiesTables = {
  managedPolicies: {
    find: (name) =>
      name === 'policy/service-role/AWSLambdaBasicExecutionRole'
        ? { document: policy('logs:PutLogEvents'), source: 'made up' }
        : undefined,
  },
};

function policy(...actions: string[]): object {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] };
}

const TRUST = {
  AssumeRolePolicyDocument: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
  },
};

function identities(...templates: DeployedTemplate[]) {
  const { identities: found, problems } = identitiesOf(templates, TABLES);
  const inShort = found.map(({ policies, unknownPolicies, ...identity }) => ({
    ...identity,
    arn: shown(identity.arn),
    actions: policies.flatMap(({ statements }) => statements.flatMap(({ actions }) => actions.patterns)),
    unknownPolicies: unknownPolicies.map(shown),
  }));
  return { found: inShort, problems };
}

const role = (properties: object = {}) => ({
  Type: 'AWS::IAM::Role',
  Properties: { RoleName: 'reader', ...TRUST, ...properties },
});

test.each<[string, Record<string, unknown>]>([
  ['inline', { Reader: role({ Policies: [{ PolicyName: 'a', PolicyDocument: policy('s3:GetObject') }] }) }],
  [
    'by a policy',
    {
      Reader: role(),
      Policy: {
        Type: 'AWS::IAM::Policy',
        Properties: { Roles: [{ Ref: 'Reader' }], PolicyDocument: policy('s3:GetObject') },
      },
    },
  ],
  [
    'by a policy that names the role as a text',
    {
      Reader: role(),
      Policy: {
        Type: 'AWS::IAM::RolePolicy',
        Properties: { RoleName: 'reader', PolicyDocument: policy('s3:GetObject') },
      },
    },
  ],
  [
    'by a managed policy that names the role',
    {
      Reader: role(),
      Policy: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: { Roles: [{ Ref: 'Reader' }], PolicyDocument: policy('s3:GetObject') },
      },
    },
  ],
  [
    'by a managed policy that the role names',
    {
      Reader: role({ ManagedPolicyArns: [{ Ref: 'Policy' }] }),
      Policy: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: policy('s3:GetObject') } },
    },
  ],
  [
    'by the name of a managed policy of the templates',
    {
      Reader: role({ ManagedPolicyArns: [{ 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/read' }] }),
      Policy: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: { ManagedPolicyName: 'read', PolicyDocument: policy('s3:GetObject') },
      },
    },
  ],
])('a role has what it is given %s', (_, members) => {
  const { found, problems } = identities(resources(members));

  expect(problems).toEqual([]);
  expect(found).toMatchObject([
    { kind: 'role', stack: 'Backend', logicalId: 'Reader', actions: ['s3:GetObject'], unknownPolicies: [] },
  ]);
});

test('policies of AWS are known by their table, others by their ARN only', () => {
  const ManagedPolicyArns = [
    { 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole' },
    'arn:aws:iam::aws:policy/Nobody',
    { Ref: 'Policy' },
  ];
  const template = resources({ Reader: role({ ManagedPolicyArns }) });

  const known = {
    actions: ['logs:PutLogEvents'],
    unknownPolicies: ['arn:aws:iam::aws:policy/Nobody', '{Policy@Backend}'],
  };
  expect(identities(template).found).toMatchObject([known]);
  // Also where nobody knows the partition.
  expect(identities({ ...template, partition: undefined }).found).toMatchObject([known]);
});

test('users have policies, too, and no trust', () => {
  const template = resources({
    Person: {
      Type: 'AWS::IAM::User',
      Metadata: { 'aws:cdk:path': 'Backend/Person' },
      Properties: { UserName: 'person' },
    },
    Policy: {
      Type: 'AWS::IAM::UserPolicy',
      Properties: { UserName: { Ref: 'Person' }, PolicyDocument: policy('s3:GetObject') },
    },
  });

  expect(identities(template).found).toEqual([
    {
      kind: 'user',
      stack: 'Backend',
      logicalId: 'Person',
      path: 'Backend/Person',
      account: '111111111111',
      arn: 'arn:aws:iam::111111111111:user/person',
      actions: ['s3:GetObject'],
      unknownPolicies: [],
    },
  ]);
});

test('who may take on a role and what limits it are told', () => {
  const boundary = 'arn:aws:iam::111111111111:policy/boundary';
  const template = resources({
    Limited: role({ PermissionsBoundary: boundary }),
    Perhaps: role({ PermissionsBoundary: { 'Fn::If': ['X', boundary, 'arn:aws:iam::111111111111:policy/other'] } }),
    Free: role({ PermissionsBoundary: { Ref: 'AWS::NoValue' } }),
  });

  const { identities: found } = identitiesOf([template], TABLES);

  expect(found.map((each) => shown(each.boundary))).toEqual([boundary, '{Perhaps.PermissionsBoundary}', undefined]);
  expect(found[0].trust?.statements[0].actions.patterns).toEqual(['sts:AssumeRole']);
});

test('policies cross stacks: by export, into a nested stack, and out of it', () => {
  const grants = (roles: unknown) => ({
    Type: 'AWS::IAM::Policy',
    Properties: { Roles: [roles], PolicyDocument: policy('s3:GetObject') },
  });
  const data = stack({
    Resources: { Reader: { ...role({ RoleName: undefined }) } },
    Outputs: { Name: { Value: { Ref: 'Reader' }, Export: { Name: 'Reader' } } },
  });
  const byExport = resources({ Policy: grants({ 'Fn::ImportValue': 'Reader' }) }, 'Api');
  const nested = {
    ...resources(
      {
        Inner: {
          Type: 'AWS::CloudFormation::Stack',
          Properties: { Parameters: { Role: { 'Fn::ImportValue': 'Reader' } } },
        },
      },
      'Parent',
    ),
    nested: { Inner: stack({ Resources: { Policy: grants({ Ref: 'Role' }) } }) },
  };

  expect(identities(byExport, data).found[0].actions).toEqual(['s3:GetObject']);
  expect(identities(nested, data).found[0].actions).toEqual(['s3:GetObject']);
});

test('a policy for a role that nobody here makes is a problem', () => {
  const template = resources({
    Policy: { Type: 'AWS::IAM::Policy', Properties: { Roles: ['foreign'], PolicyDocument: policy('s3:GetObject') } },
  });

  expect(identities(template).problems).toMatchObject([
    { place: 'Backend: Resources.Policy.Properties.Roles', value: 'foreign' },
  ]);
});

test('roles of one name in two accounts are two roles', () => {
  const template = resources({
    Reader: role(),
    Policy: { Type: 'AWS::IAM::Policy', Properties: { Roles: ['reader'], PolicyDocument: policy('s3:GetObject') } },
  });
  const other = { ...resources({ Reader: role() }), account: '222222222222' };

  expect(identities(template, other).found.map(({ arn, actions }) => [arn, actions])).toEqual([
    ['arn:aws:iam::111111111111:role/reader', ['s3:GetObject']],
    ['arn:aws:iam::222222222222:role/reader', []],
  ]);
});
