import { inShort, needsIn, needsOfResource, resources, shown } from './made-up-tables';
import type { DeployedTemplate } from '../../../../src/core/boundary/deployed-template';

const BOUNDARY = 'arn:aws:iam::111111111111:policy/boundary';
const TRUST = { AssumeRolePolicyDocument: {} };

function role(properties: object = {}): object {
  return { Type: 'AWS::IAM::Role', Properties: { RoleName: 'reader', ...TRUST, ...properties } };
}

/** Resource and boundary of each need for the action. */
function callsOf(action: string, ...templates: DeployedTemplate[]): unknown[] {
  return needsIn(templates)
    .filter((need) => need.action === action)
    .map(({ resource, context }) => {
      const boundary = context?.['iam:permissionsboundary'];
      return [shown(resource), typeof boundary === 'object' ? boundary.map(shown) : boundary];
    });
}

test.each([
  ['no boundary', {}, 'absent'],
  ['a boundary', { PermissionsBoundary: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:policy/boundary' } }, [BOUNDARY]],
  ['a boundary that is taken away', { PermissionsBoundary: { Ref: 'AWS::NoValue' } }, 'absent'],
  [
    'a boundary that a condition decides about',
    { PermissionsBoundary: { 'Fn::If': ['X', BOUNDARY, { Ref: 'AWS::NoValue' }] } },
    undefined,
  ],
])('creating a role with %s says so', (_, properties, boundary) => {
  const template = resources({ Reader: role(properties) });

  expect(callsOf('iam:CreateRole', template)).toEqual([['arn:aws:iam::111111111111:role/reader', boundary]]);
});

test('a policy is put on each of its roles, with what is known of the boundary of each', () => {
  const template = resources({
    Reader: role({ Path: '/service/', PermissionsBoundary: BOUNDARY }),
    Writer: { Type: 'AWS::IAM::Role', Properties: TRUST },
    Policy: { Type: 'AWS::IAM::Policy', Properties: { Roles: [{ Ref: 'Reader' }, { Ref: 'Writer' }, 'foreign'] } },
  });

  const roles = [
    ['arn:aws:iam::111111111111:role/service/reader', [BOUNDARY]],
    ['arn:aws:iam::111111111111:role/Backend-Writer-{Writer.name@Backend}', 'absent'],
    ['arn:aws:iam::111111111111:role/{path of role ["foreign"]}foreign', undefined],
  ];
  expect(callsOf('iam:PutRolePolicy', template)).toEqual(roles);
  expect(callsOf('iam:DeleteRolePolicy', template)).toEqual(roles);
});

test('a policy for users and a managed policy name whom they are put on', () => {
  const template = resources({
    Person: { Type: 'AWS::IAM::User', Properties: { UserName: 'person' } },
    Reader: role(),
    Policy: { Type: 'AWS::IAM::Policy', Properties: { Users: [{ Ref: 'Person' }] } },
    Managed: { Type: 'AWS::IAM::ManagedPolicy', Properties: { ManagedPolicyName: 'managed', Roles: ['reader'] } },
  });

  expect(callsOf('iam:PutUserPolicy', template)).toEqual([['arn:aws:iam::111111111111:user/person', 'absent']]);
  expect(callsOf('iam:AttachRolePolicy', template)).toEqual([['arn:aws:iam::111111111111:role/reader', 'absent']]);
  expect(callsOf('iam:CreatePolicy', template)).toEqual([['arn:aws:iam::111111111111:policy/managed', undefined]]);
});

test('a role of another stack is known by its export', () => {
  const data = {
    ...resources({ Reader: role({ PermissionsBoundary: BOUNDARY }) }, 'Data'),
  };
  const withExport = {
    ...data,
    template: {
      ...(data.template as object),
      Outputs: { Name: { Value: { Ref: 'Reader' }, Export: { Name: { 'Fn::Sub': '${AWS::StackName}:Reader' } } } },
    },
  };
  const api = resources(
    { Policy: { Type: 'AWS::IAM::Policy', Properties: { Roles: [{ 'Fn::ImportValue': 'Data:Reader' }] } } },
    'Api',
  );

  const calls = [['arn:aws:iam::111111111111:role/reader', [BOUNDARY]]];
  expect(callsOf('iam:PutRolePolicy', withExport, api)).toEqual(calls);
  expect(callsOf('iam:PutRolePolicy', api, withExport)).toEqual(calls);
});

test.each([
  ['an ARN', 'arn:aws:iam::111111111111:role/x', 'arn:aws:iam::111111111111:role/x'],
  ['a role of the template', { 'Fn::GetAtt': ['Reader', 'Arn'] }, 'arn:aws:iam::111111111111:role/reader'],
  ['the name of a role of the template', { Ref: 'Reader' }, 'arn:aws:iam::111111111111:role/reader'],
  ['a parameter', { Ref: 'RoleArn' }, '{RoleArn@Backend}'],
])('a role that is passed as %s', (_, value, arn) => {
  const template = resources({
    Reader: role(),
    Function: { Type: 'AWS::Lambda::Function', Properties: { Role: value } },
  });

  const [need] = needsIn([template]).filter(({ action }) => action === 'iam:PassRole');

  expect(need).toMatchObject({
    certainty: 'certain',
    context: { 'iam:passedtoservice': [['lambda.amazonaws.com']] },
    origin: { kind: 'pass-role', property: 'Role', logicalId: 'Function' },
  });
  expect(shown(need.resource)).toBe(arn);
});

test('every role in a list is passed, and one that a condition decides about perhaps', () => {
  const Targets = [
    { RoleArn: 'arn:aws:iam::111111111111:role/a' },
    { 'Fn::If': ['X', { RoleArn: 'arn:aws:iam::111111111111:role/b' }, { Ref: 'AWS::NoValue' }] },
    {},
  ];

  expect(inShort(needsOfResource('AWS::Events::Rule', { Targets }))).toEqual([
    'iam:PassRole arn:aws:iam::111111111111:role/a',
    'iam:PassRole arn:aws:iam::111111111111:role/b ?',
  ]);
});

test('a service-linked role is made for the service that needs it', () => {
  const [need] = needsOfResource('AWS::OpenSearchService::Domain', { VPCOptions: { SubnetIds: ['a'] } });

  expect(need).toMatchObject({
    action: 'iam:CreateServiceLinkedRole',
    context: { 'iam:awsservicename': [['opensearchservice.amazonaws.com']] },
    origin: { kind: 'service-linked-role', property: 'VPCOptions' },
  });
  expect(shown(need.resource)).toMatch(
    /^arn:aws:iam::111111111111:role\/aws-service-role\/opensearchservice\.amazonaws\.com\/\{/,
  );
  expect(needsOfResource('AWS::OpenSearchService::Domain', {})).toEqual([]);
});
