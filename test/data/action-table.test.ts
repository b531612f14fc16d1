import { boundaryTables } from '../../src/boundary/tables';
import { actionMatches } from '../../src/core/iam/action-matching';
import { ACCESS_LEVELS } from '../../src/core/iam/action-table';
import { readActionTable } from '../../src/core/iam/read-action-table';

const { actions } = boundaryTables();
const all = actions.services.flatMap((service) => actions.actionsOf(service));

const SMALL = readActionTable({
  provenance: { source: 'made up', version: '1', date: '2026-01-01', license: 'none' },
  services: {
    vault: {
      resources: ['arn:${Partition}:vault:${Region}:${Account}:box/${Box}', 'arn:${Partition}:vault:::shelf/${Shelf}'],
      keys: ['vault:Colour'],
      actions: { 'Write 0,1 0': 'MoveBox FillBox', 'List - -': 'ListBoxes', 'PermissionsManagement 0 -': 'ShareBox' },
    },
    vaultage: { resources: [], keys: [], actions: { 'Read - -': 'GetBox' } },
  },
});

test('an action is found in any letter case, with its level, ARNs and keys', () => {
  expect(SMALL.find('VAULT:fillbox')).toEqual({
    name: 'vault:FillBox',
    level: 'Write',
    resources: ['arn:${Partition}:vault:${Region}:${Account}:box/${Box}', 'arn:${Partition}:vault:::shelf/${Shelf}'],
    conditionKeys: ['vault:Colour'],
  });
});

test.each(['vault:Fill', 'vault', '', ':', 'shelf:FillBox', 'constructor:toString', '__proto__:x', 'vault:*'])(
  '"%s" is no action',
  (name) => {
    expect(SMALL.find(name)).toBeUndefined();
  },
);

test.each([
  ['vault:*', ['vault:FillBox', 'vault:ListBoxes', 'vault:MoveBox', 'vault:ShareBox']],
  ['vault:*box', ['vault:FillBox', 'vault:MoveBox', 'vault:ShareBox']],
  ['VAULT:?ill*', ['vault:FillBox']],
  ['vault:FillBox', ['vault:FillBox']],
  ['vault:Unknown', []],
  ['nothing:*', []],
  ['vault*:*Box', ['vault:FillBox', 'vault:MoveBox', 'vault:ShareBox', 'vaultage:GetBox']],
  ['*', ['vault:FillBox', 'vault:ListBoxes', 'vault:MoveBox', 'vault:ShareBox', 'vaultage:GetBox']],
])('%s matches %j', (pattern, expected) => {
  expect(SMALL.matching(pattern).map(({ name }) => name)).toEqual(expected);
});

test('actions of a service are sorted, and a service that is not there has none', () => {
  expect(SMALL.actionsOf('vault').map(({ name }) => name)).toEqual([
    'vault:FillBox',
    'vault:ListBoxes',
    'vault:MoveBox',
    'vault:ShareBox',
  ]);
  expect(SMALL.actionsOf('toString')).toEqual([]);
});

test('the table has the actions of all services', () => {
  expect(actions.services.length).toBeGreaterThan(450);
  expect(all.length).toBeGreaterThan(22_000);
  expect(actions.matching('*')).toHaveLength(all.length);
});

test('every action has a level of the reference, and is found by its own name', () => {
  expect(new Set(all.map(({ level }) => level))).toEqual(new Set(ACCESS_LEVELS));
  expect(all.filter((action) => actions.find(action.name) !== action)).toEqual([]);
});

test.each([
  ['s3:GetObject', 'Read', 'arn:${Partition}:s3:::${BucketName}/${ObjectName}'],
  ['iam:CreateRole', 'Write', 'arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}'],
  ['iam:PutRolePolicy', 'PermissionsManagement', 'arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}'],
  ['sqs:TagQueue', 'Tagging', 'arn:${Partition}:sqs:${Region}:${Account}:${QueueName}'],
])('%s is an action of level %s on %s', (name, level, arn) => {
  expect(actions.find(name)).toMatchObject({ level, resources: expect.arrayContaining([arn]) });
});

test.each([
  ['iam:CreateRole', 'iam:PermissionsBoundary'],
  ['iam:PassRole', 'iam:PassedToService'],
  ['dynamodb:GetItem', 'dynamodb:LeadingKeys'],
])('%s knows the condition key %s, and no global key', (name, key) => {
  const { conditionKeys } = actions.find(name)!;

  expect(conditionKeys).toContain(key);
  expect(conditionKeys.filter((known) => known.startsWith('aws:'))).toEqual([]);
});

test.each(['s3:Get*', '*:Tag*', 'iam:*Role*', 'ec2:?escribe*', 'dynamodb:*Item'])(
  '%s matches what a search through all actions finds',
  (pattern) => {
    const slow = all.filter(({ name }) => actionMatches(pattern, name)).map(({ name }) => name);

    expect(slow.length).toBeGreaterThan(0);
    expect(actions.matching(pattern).map(({ name }) => name)).toEqual(slow);
  },
);
