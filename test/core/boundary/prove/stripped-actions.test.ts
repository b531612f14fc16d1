import {
  accountWith,
  allow,
  EXECUTION,
  iam,
  policyDocument,
  SAFE,
  SAFE_WORKLOAD,
  Statement,
  WORKLOAD,
  without,
} from './boundaries';
import { boundaryTables } from '../../../../src/boundary/tables';
import type { DeployedIdentity } from '../../../../src/core/boundary/deployed-identity';
import { strippedActions } from '../../../../src/core/boundary/prove/workload/stripped-actions';
import { parsePolicy } from '../../../../src/core/iam/parse-policy';
import type { PartialText } from '../../../../src/core/iam/partial-text';

const { actions } = boundaryTables();
const TABLE = 'arn:aws:dynamodb:us-east-1:111122223333:table/boards';

const MAIL = [allow('Mail', 'sqs:SendMessage')];

interface RoleOf extends Partial<Omit<DeployedIdentity, 'boundary'>> {
  readonly boundary?: PartialText | null;
}

function role(statements: readonly Statement[], { boundary = [WORKLOAD], ...more }: RoleOf = {}): DeployedIdentity {
  return {
    kind: 'role',
    stack: 'Boards',
    logicalId: 'MailerRole',
    arn: [iam('role/app-mailer')],
    policies: [parsePolicy(policyDocument(statements), 'MailerRole.Policies[0]').policy],
    unknownPolicies: [],
    boundary: boundary ?? undefined,
    ...more,
  };
}

const account = accountWith(SAFE);
const found = (...identities: DeployedIdentity[]) => strippedActions(identities, account, actions);

describe('a role whose statements lie inside its boundary', () => {
  test.each<[what: string, statement: Statement]>([
    ['with an action on a resource', allow('Mail', 'sqs:SendMessage', 'arn:aws:sqs:us-east-1:111122223333:boards')],
    ['with a pattern of actions', allow('Items', 'dynamodb:*Item', TABLE)],
    ['with actions in other letter case', allow('Items', 'DynamoDB:getitem', TABLE)],
    ['with a denial of more', { Sid: 'No', Effect: 'Deny', Action: 'iam:*', Resource: '*' }],
  ])('%s is no finding', (_, statement) => {
    expect(found(role([statement]))).toEqual([]);
  });
});

describe('what a boundary strips', () => {
  test('certainly is an error with the statement, what blocks it and the smallest change', () => {
    expect(found(role([allow('Topics', ['sqs:SendMessage', 'sns:Publish'])]))).toEqual([
      {
        rule: 'WorkloadBoundaryAllowsWhatRolesUse',
        severity: 'error',
        description: `${WORKLOAD} strips what the role Boards/MailerRole may do (Topics in MailerRole.Policies[0].Statement[0]): sns:Publish`,
        stack: 'Boards',
        logicalId: 'MailerRole',
        path: undefined,
        resourceType: 'AWS::IAM::Role',
        action: 'sns:Publish',
        blocking: 'no statement of workload boundary allows sns:Publish',
        change: 'add "sns:Publish" to the statement Data',
      },
    ]);
  });

  test('of a user is told of the user', () => {
    expect(found(role([allow('Topics', 'sns:Publish')], { kind: 'user', logicalId: 'Mailer' }))).toMatchObject([
      { resourceType: 'AWS::IAM::User', description: expect.stringContaining('the user Boards/Mailer') },
    ]);
  });

  test('of a pattern that is left in part is a warning', () => {
    expect(found(role([allow('Queues', 'sqs:*', 'arn:aws:sqs:us-east-1:111122223333:boards')]))).toMatchObject([
      { severity: 'warning', description: expect.stringMatching(/sqs:AddPermission, .* and \d+ more$/) },
    ]);
  });

  test('of a pattern of which nothing is left is an error', () => {
    expect(found(role([allow('Topics', 'sns:*')]))).toMatchObject([{ severity: 'error' }]);
  });

  test('on some of the resources only is a warning', () => {
    const workload = [allow('Data', 'dynamodb:GetItem', TABLE)];
    const identity = role([allow('Items', 'dynamodb:GetItem', 'arn:aws:dynamodb:us-east-1:111122223333:table/*')]);

    expect(strippedActions([identity], accountWith(SAFE, workload), actions)).toMatchObject([
      { severity: 'warning', action: 'dynamodb:GetItem', change: expect.stringContaining('to the statement Data') },
    ]);
  });

  test('of everything but some actions is a warning', () => {
    expect(found(role([{ Sid: 'Most', Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }]))).toMatchObject([
      { severity: 'warning', description: expect.stringContaining('may do all but iam:*') },
    ]);
  });

  test('is nothing where a denial is about things that the action is never for', () => {
    const workload: Statement[] = [
      allow('Data', 'logs:PutLogEvents'),
      { Sid: 'ReadOnly', Effect: 'Deny', NotAction: 's3:Get*', Resource: ['arn:aws:s3:::assets', iam('*')] },
    ];

    expect(strippedActions([role([allow('Logs', 'logs:PutLogEvents')])], accountWith(SAFE, workload), actions)).toEqual(
      [],
    );
  });

  test('is decided with the conditions of the statement', () => {
    const inVpc = (vpc: string) => ({ StringEquals: { 'aws:SourceVpc': vpc } });
    const workload = [{ ...allow('Data', 'sqs:SendMessage'), Condition: inVpc('vpc-1') }];
    const model = accountWith(SAFE, workload);
    const severities = (vpc: string) =>
      strippedActions([role([{ ...allow('Mail', 'sqs:SendMessage'), Condition: inVpc(vpc) }])], model, actions).map(
        ({ severity }) => severity,
      );

    expect(severities('vpc-1')).toEqual([]);
    expect(severities('vpc-2')).toEqual(['error']);
  });

  test('of a policy that nobody knows is a warning', () => {
    const identity = role([], { policies: [], unknownPolicies: [[iam('policy/Elsewhere')]] });

    expect(found(identity)).toMatchObject([
      {
        severity: 'warning',
        property: 'ManagedPolicyArns',
        description: expect.stringContaining(iam('policy/Elsewhere')),
      },
    ]);
  });
});

describe('the boundary of a role', () => {
  test('must be there where the execution boundary demands one', () => {
    expect(found(role(MAIL, { boundary: null }))).toEqual([
      {
        rule: 'RolesCarryWorkloadBoundary',
        severity: 'error',
        description: `the role Boards/MailerRole has no permissions boundary, but the execution role makes a role only with ${WORKLOAD}: its creation would fail`,
        stack: 'Boards',
        logicalId: 'MailerRole',
        path: undefined,
        resourceType: 'AWS::IAM::Role',
        property: 'PermissionsBoundary',
        change: `set PermissionsBoundary to ${WORKLOAD}`,
      },
    ]);
  });

  test('need not be there where none is demanded', () => {
    const open = accountWith([...without('BoundedIdentities'), allow('Roles', 'iam:CreateRole')], undefined, {
      workloadBoundary: undefined,
    });

    expect(strippedActions([role([allow('Topics', 'sns:Publish')], { boundary: null })], open, actions)).toEqual([]);
  });

  test('must be the one that is demanded', () => {
    expect(found(role([allow('Items', 'dynamodb:GetItem')], { boundary: [EXECUTION] }))).toMatchObject([
      {
        rule: 'RolesCarryWorkloadBoundary',
        severity: 'error',
        description: expect.stringContaining(`has the permissions boundary ${EXECUTION}`),
      },
    ]);
  });

  test('is the demanded one where the template names it by account, partition and region', () => {
    const boundary: PartialText = [
      'arn:',
      { unknown: 'AWS::Partition' },
      ':iam::',
      { unknown: 'AWS::AccountId' },
      ':policy/cdk-hnb659fds-workload-boundary-',
      { unknown: 'AWS::AccountId' },
      '-',
      { unknown: 'AWS::Region' },
    ];

    expect(found(role([allow('Mail', 'sqs:SendMessage')], { boundary }))).toEqual([]);
    expect(found(role([allow('Topics', 'sns:Publish')], { boundary }))).toMatchObject([
      { severity: 'error', action: 'sns:Publish' },
    ]);
  });

  test('that only the deployment knows is a warning', () => {
    expect(found(role(MAIL, { boundary: [{ unknown: 'Boundary' }] }))).toMatchObject([
      { rule: 'RolesCarryWorkloadBoundary', severity: 'warning', description: expect.stringContaining('is not known') },
    ]);
  });
});

test('what stays inside stays inside however many roles there are', () => {
  const roles = Array.from({ length: 50 }, (_, index) =>
    role([allow('Mail', SAFE_WORKLOAD[0].Action ?? '')], { logicalId: `Role${index}` }),
  );

  expect(found(...roles)).toEqual([]);
});
