import { ACTIONS, facts, policy, report, role, statement } from './made-up-report';
import type { DeployedIdentity } from '../../src/core/boundary/deployed-identity';
import type { Statement } from '../../src/core/iam/policy';
import { rightsOf } from '../../src/report/build/role-rights';
import { reportedRole } from '../../src/report/build/roles';
import type { ReportedRole } from '../../src/report/model-roles';

function roleWith(members: Partial<DeployedIdentity>): ReportedRole {
  return reportedRole(rightsOf(role('Reader', members), ACTIONS), ACTIONS);
}

function roleThatMay(...statements: readonly Statement[]): ReportedRole {
  return roleWith({ policies: statements.map((each) => policy(each)) });
}

const onTable = { not: false, patterns: [['arn:table']] };

test('actions of all policies are counted once, by access level', () => {
  const { levels } = roleThatMay(statement({ allow: ['dynamodb:*'] }), statement({ allow: ['dynamodb:GetItem'] }));

  expect(levels).toEqual({ List: 1, Read: 2, Tagging: 1, Write: 2, PermissionsManagement: 1 });
});

test('actions are told by service and access level, with how many are for every resource', () => {
  const { services } = roleThatMay(
    statement({ allow: ['dynamodb:getitem', 'dynamodb:Query'], resources: onTable }),
    statement({ allow: ['dynamodb:Query', 'sts:AssumeRole'] }),
  );

  expect(services).toEqual([
    {
      service: 'dynamodb',
      cells: [{ level: 'Read', count: 2, actions: ['dynamodb:GetItem', 'dynamodb:Query'], unrestricted: 1 }],
    },
    { service: 'sts', cells: [{ level: 'Write', count: 1, actions: ['sts:AssumeRole'], unrestricted: 1 }] },
  ]);
});

test('what is allowed on condition is not for every resource in every situation', () => {
  const conditions = [{ operator: 'Bool', ifExists: false, key: 'aws:MultiFactorAuthPresent', values: [['true']] }];

  expect(roleThatMay(statement({ allow: ['sts:AssumeRole'], conditions })).services[0].cells[0]).toMatchObject({
    count: 1,
    unrestricted: 0,
  });
});

test('what is denied everywhere does not count, what is denied somewhere does', () => {
  const deny = (name: string, resources = statement().resources) =>
    statement({ effect: 'Deny', allow: [name], resources });

  const { levels } = roleThatMay(
    statement({ allow: ['dynamodb:*'] }),
    deny('dynamodb:PutResourcePolicy'),
    deny('dynamodb:GetItem', onTable),
  );

  expect(levels).toMatchObject({ PermissionsManagement: 0, Read: 2 });
});

test('very many actions of a cell are told by the patterns that allow them', () => {
  const [{ cells }] = roleThatMay(statement({ allow: ['big:Get*', 'sts:*'] })).services;

  expect(cells).toEqual([{ level: 'Read', count: 60, actions: ['big:Get*'], unrestricted: 60 }]);
});

test('what is allowed by exclusion is told so', () => {
  const actions = { not: true, patterns: ['dynamodb:*', 'sts:*'] };
  const [{ service, cells }] = roleThatMay(statement({ actions })).services;

  expect({ service, cells }).toMatchObject({
    service: 'big',
    cells: [{ count: 60, actions: ['all but dynamodb:*, sts:*'] }],
  });
});

test('names that are no action are told', () => {
  expect(roleThatMay(statement({ allow: ['dynamodb:GetItm', 'dynamodb:Get*'] })).unknownActions).toEqual([
    'dynamodb:GetItm',
  ]);
});

test('boundary and policies that nobody knows are told as they stand', () => {
  expect(
    roleWith({
      boundary: ['arn:aws:iam::', { unknown: 'AWS::AccountId' }, ':policy/b'],
      unknownPolicies: [['arn:aws:iam::aws:policy/New']],
    }),
  ).toMatchObject({
    boundary: 'arn:aws:iam::${AWS::AccountId}:policy/b',
    unknownPolicies: ['arn:aws:iam::aws:policy/New'],
  });
});

test('roles of a report are in the order of their ids', () => {
  const identities = ['B', 'C', 'A'].map((id) => role(id));

  expect(report({ assembly: { facts: facts(), identities } }).roles.map(({ id }) => id)).toEqual([
    'Prod-Data/A',
    'Prod-Data/B',
    'Prod-Data/C',
  ]);
});
