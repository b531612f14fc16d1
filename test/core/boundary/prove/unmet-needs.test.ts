import { accountWith, allow, iam, REGION, SAFE_WORKLOAD, Statement, WORKLOAD } from './boundaries';
import { upstreamTemplate } from '../../../../src/bootstrap/upstream-template';
import { accountModel } from '../../../../src/core/boundary/account/read-account';
import type { Need } from '../../../../src/core/boundary/need';
import { unmetNeeds } from '../../../../src/core/boundary/prove/needs/unmet-needs';
import type { RequestContext } from '../../../../src/core/iam/request';

const QUEUE = `arn:aws:sqs:${REGION}:111122223333:boards-mails`;

const ROLE = [
  'arn:',
  { unknown: 'AWS::Partition' },
  ':iam::',
  { unknown: 'AWS::AccountId' },
  ':role/',
  { unknown: 'Name' },
];

const BOUNDARY: readonly Statement[] = [
  allow('Services', ['sqs:CreateQueue', 'sqs:DeleteQueue', 'dynamodb:*']),
  {
    ...allow('Identities', 'iam:CreateRole', iam('role/app-*')),
    Condition: { StringEquals: { 'iam:PermissionsBoundary': WORKLOAD } },
  },
  { Sid: 'KeepTables', Effect: 'Deny', Action: ['dynamodb:DeleteTable', 'dynamodb:DeleteBackup'], Resource: '*' },
  { Sid: 'ReadOnly', Effect: 'Deny', NotAction: 'sqs:Get*', Resource: `${QUEUE}-kept` },
];

interface NeedOf extends Partial<Omit<Need, 'origin' | 'resource'>> {
  readonly on?: string;
  readonly logicalId?: string;
  readonly property?: string;
}

function need(action: string, { on, logicalId = 'Mails', property, ...more }: NeedOf = {}): Need {
  return {
    action,
    operations: ['create'],
    resource: on === undefined ? undefined : [on],
    certainty: 'certain',
    ...more,
    origin: { kind: 'handler', stack: 'Boards', logicalId, resourceType: 'AWS::SQS::Queue', property, source: 'test' },
  };
}

const account = accountWith(BOUNDARY);
const found = (...needs: Need[]) => unmetNeeds(needs, account);

test('needs that the boundary allows are no findings', () => {
  const table = 'arn:aws:dynamodb:us-east-1:111122223333:table/boards';

  expect(
    found(
      need('sqs:CreateQueue', { on: QUEUE }),
      need('SQS:createqueue', { on: QUEUE }),
      need('dynamodb:CreateTable', { on: table }),
    ),
  ).toEqual([]);
});

test('a need that nothing allows is an error with resource, operation, action, what blocks it and the smallest change', () => {
  expect(found(need('sqs:TagQueue', { on: QUEUE, operations: ['tag'] }))).toEqual([
    {
      rule: 'ExecutionBoundaryAllowsEveryOperation',
      severity: 'error',
      description:
        'tag of Boards/Mails (AWS::SQS::Queue) calls sqs:TagQueue, which is denied: no statement of execution boundary allows sqs:TagQueue',
      stack: 'Boards',
      logicalId: 'Mails',
      path: undefined,
      resourceType: 'AWS::SQS::Queue',
      operations: ['tag'],
      property: undefined,
      action: 'sqs:TagQueue',
      blocking: 'no statement of execution boundary allows sqs:TagQueue',
      change: 'add "sqs:TagQueue" to the statement Services',
    },
  ]);
});

describe('the smallest change', () => {
  const bounded = (arn: string): RequestContext => ({ 'iam:permissionsboundary': [[arn]] });

  test.each<[what: string, need: Need, blocking: string, change: string]>([
    [
      'of a denial of some actions takes the action out',
      need('dynamodb:DeleteTable', { on: 'arn:aws:dynamodb:us-east-1:111122223333:table/boards' }),
      'KeepTables of execution boundary denies dynamodb:DeleteTable',
      'take "dynamodb:DeleteTable" out of the Deny statement KeepTables',
    ],
    [
      'of a denial of all but some actions adds the action to them',
      need('sqs:DeleteQueue', { on: `${QUEUE}-kept` }),
      'ReadOnly of execution boundary denies sqs:DeleteQueue',
      'add "sqs:DeleteQueue" to NotAction of the Deny statement ReadOnly',
    ],
    [
      'of a statement about other resources adds the resource',
      need('iam:CreateRole', { on: iam('role/boards'), context: bounded(WORKLOAD) }),
      `Identities of execution boundary allows iam:CreateRole on other resources than ${iam('role/boards')}`,
      `add the resource ${iam('role/boards')} to the statement Identities`,
    ],
    [
      'of a condition that the call does not meet is to meet it',
      need('iam:CreateRole', { on: iam('role/app-boards'), context: { 'iam:permissionsboundary': 'absent' } }),
      `Identities of execution boundary allows iam:CreateRole only with iam:PermissionsBoundary StringEquals ${WORKLOAD}`,
      `let the call meet the condition of the statement Identities (iam:PermissionsBoundary StringEquals ${WORKLOAD})`,
    ],
    [
      'where no statement of the service is open goes to one that is',
      need('sns:CreateTopic', { on: 'arn:aws:sns:us-east-1:111122223333:boards' }),
      'no statement of execution boundary allows sns:CreateTopic',
      'add "sns:CreateTopic" to the statement Services',
    ],
  ])('%s', (_, miss, blocking, change) => {
    expect(found(miss)).toMatchObject([{ severity: 'error', blocking, change }]);
  });

  test('where there is no statement to add to is a new one', () => {
    const closed = accountWith([{ ...allow('Identities', 'iam:CreateRole', iam('role/app-*')) }]);

    expect(unmetNeeds([need('sqs:CreateQueue', { on: QUEUE })], closed)).toMatchObject([
      { change: `add a statement that allows "sqs:CreateQueue" on ${QUEUE}` },
    ]);
  });
});

describe('what is not certain is a warning', () => {
  test('for a need that depends on a property, which is named', () => {
    expect(
      found(need('sqs:SetQueueAttributes', { on: QUEUE, certainty: 'conditional', property: 'RedrivePolicy' })),
    ).toMatchObject([
      {
        severity: 'warning',
        property: 'RedrivePolicy',
        description: expect.stringContaining('depending on its property RedrivePolicy, calls sqs:SetQueueAttributes'),
      },
    ]);
  });

  test('for a resource that only the deployment names', () => {
    const role = {
      ...need('iam:CreateRole', { context: { 'iam:permissionsboundary': [[WORKLOAD]] } }),
      resource: ROLE,
    };

    expect(found(role)).toMatchObject([
      {
        severity: 'warning',
        description: expect.stringContaining('iam:CreateRole, which is not allowed for certain'),
        change: 'add the resource arn:aws:iam::111122223333:role/${Name} to the statement Identities',
      },
    ]);
  });

  test('but not for a resource of a stack that would be denied if it had just the name that a denial has', () => {
    const queue = {
      ...need('sqs:CreateQueue'),
      resource: [`arn:aws:sqs:${REGION}:111122223333:`, { unknown: 'Name' }],
    };

    expect(found(queue)).toEqual([]);
  });

  test('for a boundary that only has a name', () => {
    const { template } = upstreamTemplate();
    const place = { account: '111122223333', region: REGION };
    const model = accountModel({ ...place, template, parameters: { InputPermissionsBoundary: 'bounds' } });

    expect(unmetNeeds([need('sqs:CreateQueue'), need('sqs:DeleteQueue')], model)).toMatchObject([
      {
        severity: 'warning',
        description: expect.stringContaining(`${iam('policy/bounds')}, the boundary of the execution role`),
      },
    ]);
  });
});

test('an action that several operations of a resource call is one finding with all of them in order', () => {
  const misses = [
    need('sqs:TagQueue', { operations: ['rollback', 'tag'] }),
    need('sqs:TagQueue', { operations: ['create'] }),
  ];

  expect(found(...misses)).toMatchObject([{ operations: ['create', 'tag', 'rollback'] }]);
});

test('each resource with a miss is a finding of its own', () => {
  const misses = ['Mails', 'Letters'].map((logicalId) => need('sqs:TagQueue', { logicalId }));

  expect(found(...misses).map(({ logicalId }) => logicalId)).toEqual(['Mails', 'Letters']);
});

test('an execution role without boundary that is administrator may do everything', () => {
  const model = accountModel({ account: '111122223333', region: REGION, template: upstreamTemplate().template });

  expect(unmetNeeds([need('sqs:CreateQueue'), need('iam:CreateRole')], model)).toEqual([]);
});

test('policies of the execution role count as well as its boundary', () => {
  const executionPolicies = [{ arn: iam('policy/Deploy'), document: { Statement: [allow('Some', 'sqs:*')] } }];
  const model = accountWith([allow('Services', ['sqs:*', 'sns:*'])], SAFE_WORKLOAD, { executionPolicies });

  expect(unmetNeeds([need('sqs:CreateQueue'), need('sns:CreateTopic')], model)).toMatchObject([
    { action: 'sns:CreateTopic', blocking: `no statement of ${iam('policy/Deploy')} allows sns:CreateTopic` },
  ]);
});
