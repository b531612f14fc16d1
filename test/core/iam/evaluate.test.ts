import { policyOf } from './policies';
import { resourceOf } from '../../../src/core/iam/arn-matching';
import { evaluate } from '../../../src/core/iam/evaluate';
import type { AccessRequest, PoliciesInForce, RequestPrincipal } from '../../../src/core/iam/request';
import type { Verdict } from '../../../src/core/iam/verdict';

const ACCOUNT = '111111111111';
const OTHER = '222222222222';
const ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/service/app`;
const SESSION_ARN = `arn:aws:sts::${ACCOUNT}:assumed-role/app/run`;
const USER_ARN = `arn:aws:iam::${ACCOUNT}:user/ana`;

const role: RequestPrincipal = { kind: 'role', id: [ROLE_ARN], account: ACCOUNT, session: [SESSION_ARN] };
const user: RequestPrincipal = { kind: 'user', id: [USER_ARN], account: ACCOUNT };
const service: RequestPrincipal = { kind: 'service', id: ['events.amazonaws.com'] };

const all = policyOf({});
const nothing = policyOf({ Action: 'other:*' });

function request(changes: Partial<AccessRequest> = {}): AccessRequest {
  return {
    action: 'sqs:SendMessage',
    resource: [`arn:aws:sqs:us-east-1:${ACCOUNT}:queue`],
    context: {},
    principal: role,
    ...changes,
  };
}

function granting(principal: unknown, more: Record<string, unknown> = {}) {
  return policyOf({ Principal: principal, ...more });
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
describe('in one account', () => {
  test.each<[string, PoliciesInForce, Verdict]>([
    ['nothing allows by itself', { identity: [] }, 'no'],
    ['an identity policy allows', { identity: [nothing, all] }, 'yes'],
    ['a boundary by itself allows nothing', { identity: [], boundary: all }, 'no'],
    ['a boundary limits', { identity: [all], boundary: nothing }, 'no'],
    ['what both allow is allowed', { identity: [all], boundary: all }, 'yes'],
    ['a session policy limits', { identity: [all], boundary: all, session: [nothing] }, 'no'],
    ['session policies add to each other', { identity: [all], session: [nothing, all] }, 'yes'],
    ['a resource policy that names the role allows', { identity: [], resource: granting({ AWS: ROLE_ARN }) }, 'yes'],
    ['but within the boundary', { identity: [], boundary: nothing, resource: granting({ AWS: ROLE_ARN }) }, 'no'],
    [
      'and within the session policy',
      { identity: [], session: [nothing], resource: granting({ AWS: ROLE_ARN }) },
      'no',
    ],
    [
      'one that names the session does beyond it',
      { identity: [], boundary: nothing, session: [nothing], resource: granting({ AWS: SESSION_ARN }) },
      'yes',
    ],
    [
      'but not against a denial',
      { identity: [policyOf({ Effect: 'Deny' })], resource: granting({ AWS: SESSION_ARN }) },
      'no',
    ],
    [
      'one that names everyone does within the boundary',
      { identity: [], boundary: nothing, resource: granting('*') },
      'no',
    ],
    [
      'one that names the account leaves it to its policies',
      { identity: [], resource: granting({ AWS: ACCOUNT }) },
      'no',
    ],
    ['and they may', { identity: [all], resource: granting({ AWS: ACCOUNT }) }, 'yes'],
    ['one that names others doesn’t take away', { identity: [all], resource: granting({ AWS: OTHER }) }, 'yes'],
    ['one that denies does', { identity: [all], resource: granting('*', { Effect: 'Deny' }) }, 'no'],
  ])('%s', (_, policies, verdict) => {
    expect(evaluate(request(), policies).verdict).toBe(verdict);
  });

  test('a resource policy that names a user allows beyond the boundary', () => {
    const policies = { identity: [], boundary: nothing, resource: granting({ AWS: USER_ARN }) };

    expect(evaluate(request({ principal: user }), policies).verdict).toBe('yes');
  });

  test('a session that isn’t known may be the one that is named', () => {
    const { session: _, ...unnamed } = role;
    const policies = { identity: [], resource: granting({ AWS: SESSION_ARN }) };
    const stranger = { identity: [], resource: granting({ AWS: SESSION_ARN.replace('app', 'other') }) };

    expect(evaluate(request({ principal: unnamed }), policies).verdict).toBe('unknown');
    expect(evaluate(request({ principal: unnamed }), stranger).verdict).toBe('no');
  });
});

// https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
test.each<[string, unknown, Verdict]>([
  ['the account', { AWS: `arn:aws:iam::${ACCOUNT}:root` }, 'yes'],
  ['the role', { AWS: ROLE_ARN }, 'yes'],
  ['another role', { AWS: `arn:aws:iam::${ACCOUNT}:role/other` }, 'no'],
])('where the resource policy is required and names %s', (_, principal, verdict) => {
  const policies = { identity: [all], resource: granting(principal), resourcePolicyIsRequired: true };

  expect(evaluate(request({ action: 'kms:Decrypt' }), policies).verdict).toBe(verdict);
});

test('where the resource policy is required and there is none, nothing is allowed', () => {
  expect(evaluate(request(), { identity: [all], resourcePolicyIsRequired: true }).verdict).toBe('no');
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
describe('between accounts', () => {
  test.each<[string, PoliciesInForce, Verdict]>([
    ['the identity policy alone is not enough', { identity: [all] }, 'no'],
    ['the resource policy alone is not enough', { identity: [], resource: granting({ AWS: ROLE_ARN }) }, 'no'],
    ['both are, by role', { identity: [all], resource: granting({ AWS: ROLE_ARN }) }, 'yes'],
    ['both are, by account', { identity: [all], resource: granting({ AWS: ACCOUNT }) }, 'yes'],
    [
      'the boundary limits even who is named by session',
      { identity: [all], boundary: nothing, resource: granting({ AWS: SESSION_ARN }) },
      'no',
    ],
    ['a denial of either decides', { identity: [all], resource: granting({ AWS: ACCOUNT }, { Effect: 'Deny' }) }, 'no'],
  ])('%s', (_, policies, verdict) => {
    expect(evaluate(request({ resourceAccount: OTHER }), policies).verdict).toBe(verdict);
  });

  test('whether they are two may not be known', () => {
    const principal: RequestPrincipal = {
      kind: 'role',
      id: ['arn:aws:iam::', { unknown: 'AWS::AccountId' }, ':role/a'],
    };
    const asks = request({ principal, resourceAccount: OTHER });

    expect(evaluate(asks, { identity: [all] }).verdict).toBe('unknown');
    expect(evaluate(asks, { identity: [all], resource: granting('*') }).verdict).toBe('yes');
    expect(evaluate(asks, { identity: [] }).verdict).toBe('no');
  });
});

describe('services', () => {
  const asks = request({ principal: service });

  test('may do what the resource policy says', () => {
    const resource = granting({ Service: 'events.amazonaws.com' });

    expect(evaluate(asks, { identity: [], resource }).verdict).toBe('yes');
    expect(evaluate(asks, { identity: [], resource: granting({ Service: 'sns.amazonaws.com' }) }).verdict).toBe('no');
    expect(evaluate(asks, { identity: [] }).verdict).toBe('no');
  });

  test('may so only under its conditions', () => {
    const Condition = { ArnLike: { 'aws:SourceArn': `arn:aws:events:*:${ACCOUNT}:rule/*` } };
    const resource = granting({ Service: 'events.amazonaws.com' }, { Condition });
    const from = (rule: string) => ({ ...asks, context: { 'aws:sourcearn': [[rule]] } });

    expect(evaluate(from(`arn:aws:events:us-east-1:${ACCOUNT}:rule/a`), { identity: [], resource }).verdict).toBe(
      'yes',
    );
    expect(evaluate(from(`arn:aws:events:us-east-1:${OTHER}:rule/a`), { identity: [], resource }).verdict).toBe('no');
    expect(evaluate(asks, { identity: [], resource }).verdict).toBe('unknown');
  });
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
test.each<[string, RequestPrincipal, readonly string[], boolean, Verdict]>([
  ['account, role and session of the role', role, [ACCOUNT, ROLE_ARN, SESSION_ARN], false, 'yes'],
  ['the role only', role, [ROLE_ARN], false, 'unknown'],
  ['others', role, [OTHER], false, 'no'],
  ['account, role and session, of a role with a boundary', role, [ACCOUNT, ROLE_ARN, SESSION_ARN], true, 'no'],
  ['account and user', user, [ACCOUNT, USER_ARN], false, 'yes'],
  ['the user only', user, [USER_ARN], false, 'unknown'],
])('a denial for all but %s', (_, principal, spared, hasBoundary, verdict) => {
  const { NotPrincipal, ...denial } = { Effect: 'Deny', NotPrincipal: { AWS: spared } };
  const policies = {
    identity: [all],
    boundary: hasBoundary ? all : undefined,
    resource: policyOf({ ...denial, NotPrincipal }),
  };

  expect(evaluate(request({ principal }), policies).verdict).toBe(verdict);
});

describe('an Allow for all but some', () => {
  const resource = granting({ AWS: OTHER });
  const [statement] = resource.statements;
  const inverted = { ...resource, statements: [{ ...statement, principals: { ...statement.principals!, not: true } }] };

  test('allows everyone else', () => {
    expect(evaluate(request(), { identity: [], resource: inverted }).verdict).toBe('yes');
    expect(evaluate(request({ principal: service }), { identity: [], resource: inverted }).verdict).toBe('yes');
  });
});

describe('resources', () => {
  const tables = policyOf({
    Action: 'dynamodb:*',
    Resource: ['arn:aws:dynamodb:*:*:table/app-*', 'arn:aws:dynamodb:*:*:table/app-*/index/*'],
  });
  const asks = (resource: AccessRequest['resource']) =>
    evaluate(request({ action: 'dynamodb:Query', resource }), { identity: [tables] }).verdict;

  test('are asked about one by one, all together, or as far as they are known', () => {
    expect(asks(['arn:aws:dynamodb:us-east-1:1:table/app-a/index/b'])).toBe('yes');
    expect(asks(['arn:aws:dynamodb:us-east-1:1:table/App-a'])).toBe('no');
    expect(asks(resourceOf(['arn:aws:dynamodb:*:*:table/app-x*']))).toBe('yes');
    expect(asks(resourceOf(['arn:aws:dynamodb:*:*:table/*']))).toBe('unknown');
    expect(asks(resourceOf(['arn:aws:dynamodb:*:*:table/b*']))).toBe('no');
    expect(asks([{ unknown: 'Table.Arn' }])).toBe('unknown');
  });

  test('of a NotResource are all the others', () => {
    const others = policyOf({ NotResource: ['arn:aws:sqs:*:*:a*', 'arn:aws:sqs:*:*:b*'] });
    const send = (queue: string) =>
      evaluate(request({ resource: [`arn:aws:sqs:us-east-1:1:${queue}`] }), { identity: [others] }).verdict;

    expect([send('a1'), send('b1'), send('c1')]).toEqual(['no', 'no', 'yes']);
  });

  test('can depend on who asks', () => {
    const own = policyOf({ Resource: 'arn:aws:s3:::home/${aws:username}/*' });
    const asksFor = (name: string, context: AccessRequest['context']) =>
      evaluate(request({ principal: user, resource: [`arn:aws:s3:::home/${name}/a`], context }), { identity: [own] })
        .verdict;

    expect(asksFor('ana', { 'aws:username': [['ana']] })).toBe('yes');
    expect(asksFor('bob', { 'aws:username': [['ana']] })).toBe('no');
    expect(asksFor('bob', { 'aws:username': [['*']] })).toBe('no');
    expect(asksFor('ana', {})).toBe('unknown');
  });
});

describe('the decision names what decided', () => {
  const denial = { Sid: 'NoSend', Effect: 'Deny', Action: 'sqs:Send*' };

  function deciding(policies: PoliciesInForce, changes: Partial<AccessRequest> = {}) {
    const { layers } = evaluate(request(changes), policies);
    return layers.map(({ layer, effect, verdict, statements }) => [
      layer,
      effect,
      verdict,
      ...statements.map(({ name }) => name),
    ]);
  }

  test('all layers that allow', () => {
    expect(deciding({ identity: [all], boundary: policyOf({ Sid: 'Queues', Action: 'sqs:*' }) })).toEqual([
      ['identity', 'allow', 'yes', 'statement 1'],
      ['boundary', 'allow', 'yes', 'Queues'],
    ]);
  });

  test('the layer that denies', () => {
    expect(deciding({ identity: [all], boundary: policyOf({}, denial) })).toEqual([
      ['boundary', 'explicit deny', 'yes', 'NoSend'],
    ]);
  });

  test('the layers that don’t allow', () => {
    expect(deciding({ identity: [all], boundary: nothing, session: [nothing] })).toEqual([
      ['boundary', 'implicit deny', 'yes'],
      ['session', 'implicit deny', 'yes'],
    ]);
    expect(deciding({ identity: [nothing], boundary: nothing, resource: granting({ AWS: ROLE_ARN }) })).toEqual([
      ['boundary', 'implicit deny', 'yes'],
    ]);
    expect(deciding({ identity: [all] }, { resourceAccount: OTHER })).toEqual([['resource', 'implicit deny', 'yes']]);
  });

  test('what perhaps denies', () => {
    const Condition = { StringEquals: { 'aws:SourceVpc': 'vpc-1' } };

    expect(deciding({ identity: [policyOf({}, { ...denial, Condition })] })).toEqual([
      ['identity', 'explicit deny', 'unknown', 'NoSend'],
      ['identity', 'allow', 'yes', 'statement 1'],
    ]);
  });

  test('what perhaps allows, and nothing that does so too where something allows for certain', () => {
    const perhaps = { Sid: 'Perhaps', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };

    expect(deciding({ identity: [policyOf(perhaps)] })).toEqual([['identity', 'allow', 'unknown', 'Perhaps']]);
    expect(deciding({ identity: [policyOf(perhaps, { Sid: 'Surely' })] })).toEqual([
      ['identity', 'allow', 'yes', 'Surely'],
    ]);
  });
});

test('policies in the wrong place match perhaps', () => {
  const principals = granting('*');

  expect(evaluate(request(), { identity: [principals] }).verdict).toBe('unknown');
  expect(evaluate(request({ principal: service }), { identity: [], resource: all }).verdict).toBe('unknown');
  expect(evaluate(request(), { identity: [all], resource: policyOf({ Effect: 'Deny' }) }).verdict).toBe('unknown');
});

test('a trust policy is about the role that it belongs to', () => {
  const trust = policyOf({
    Action: 'sts:AssumeRole',
    Principal: { Service: 'events.amazonaws.com' },
    Resource: undefined,
  });
  const asks = request({ action: 'sts:AssumeRole', principal: service, resource: [ROLE_ARN] });

  expect(trust.statements[0].resources).toBeUndefined();
  expect(evaluate(asks, { identity: [], resource: trust, resourcePolicyIsRequired: true }).verdict).toBe('yes');
  expect(evaluate({ ...asks, action: 'sts:TagSession' }, { identity: [], resource: trust }).verdict).toBe('no');
});
