import { conditionHolds, conditionsHold } from '../../../src/core/iam/conditions';
import { parsePolicy } from '../../../src/core/iam/parse-policy';
import type { Condition } from '../../../src/core/iam/policy';
import type { AccessRequest, ContextValue, RequestContext } from '../../../src/core/iam/request';
import type { Verdict } from '../../../src/core/iam/verdict';

const BOUNDARY = 'arn:aws:iam::111111111111:policy/boundary';

function request(context: RequestContext): AccessRequest {
  return {
    action: 'iam:CreateRole',
    resource: ['arn:aws:iam::111111111111:role/a'],
    context,
    principal: { kind: 'role', id: ['arn:aws:iam::111111111111:role/deploy'], account: '111111111111' },
  };
}

function values(...texts: readonly string[]): ContextValue {
  return texts.map((text) => (text === '' ? [] : [text]));
}

/** The conditions of a block as policies write them. */
function block(conditions: Record<string, Record<string, unknown>>): readonly Condition[] {
  const statement = { Effect: 'Allow', Action: '*', Resource: '*', Condition: conditions };
  const { policy, problems } = parsePolicy({ Version: '2012-10-17', Statement: statement }, 'policy');
  expect(problems).toEqual([]);
  return policy.statements[0].conditions;
}

type Case = [operator: string, expected: unknown, found: ContextValue, holds: Verdict];

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
const OF_ONE_VALUE: readonly Case[] = [
  ['StringEquals', 'a*', values('a*'), 'yes'],
  ['StringEquals', 'a*', values('ab'), 'no'],
  ['StringEquals', 'A', values('a'), 'no'],
  ['StringEquals', ['a', 'b'], values('b'), 'yes'],
  ['StringNotEquals', ['a', 'b'], values('b'), 'no'],
  ['StringNotEquals', ['a', 'b'], values('c'), 'yes'],
  ['StringEqualsIgnoreCase', 'A', values('a'), 'yes'],
  ['StringNotEqualsIgnoreCase', 'A', values('a'), 'no'],
  ['StringLike', 'a*', values('ab'), 'yes'],
  ['StringLike', 'a?', values('abc'), 'no'],
  ['StringNotLike', 'a*', values('ab'), 'no'],
  ['StringEquals', '${*}', values('*'), 'yes'],
  ['StringLike', 'a${*}', values('ab'), 'no'],
  ['NumericEquals', '10', values('10.0'), 'yes'],
  ['NumericNotEquals', 10, values('11'), 'yes'],
  ['NumericLessThan', 10, values('9'), 'yes'],
  ['NumericLessThanEquals', '10', values('10'), 'yes'],
  ['NumericGreaterThan', '10', values('9'), 'no'],
  ['NumericGreaterThanEquals', '10', values('-1e1'), 'no'],
  ['NumericLessThan', '10', values('few'), 'no'],
  ['NumericLessThan', '', values('0'), 'no'],
  ['DateEquals', '2024-01-01T00:00:00Z', values('1704067200'), 'yes'],
  ['DateNotEquals', '2024-01-01', values('2024-01-01T00:00:00Z'), 'no'],
  ['DateLessThan', '2024-01-01T02:00:00+01:00', values('2024-01-01T00:59:59Z'), 'yes'],
  ['DateLessThanEquals', '2024-01-01T00:00', values('2024-01-01T00:00:00Z'), 'yes'],
  ['DateGreaterThan', '2024-01-01', values('2023-12-31'), 'no'],
  ['DateGreaterThanEquals', '2024-01-01', values('January'), 'no'],
  ['Bool', true, values('True'), 'yes'],
  ['Bool', 'false', values('true'), 'no'],
  ['BinaryEquals', 'QmluYXJ5', values('QmluYXJ5'), 'yes'],
  ['BinaryEquals', 'QmluYXJ5', values('qmluyxj5'), 'no'],
  ['IpAddress', '203.0.113.0/24', values('203.0.113.7'), 'yes'],
  ['IpAddress', '203.0.113.0/24', values('203.0.114.7'), 'no'],
  ['IpAddress', '203.0.113.7', values('203.0.113.7'), 'yes'],
  ['IpAddress', '2001:db8::/32', values('2001:db8:1::7'), 'yes'],
  ['IpAddress', '2001:db8::/32', values('2001:db9::7'), 'no'],
  ['IpAddress', '0.0.0.0/0', values('2001:db8::1'), 'no'],
  ['IpAddress', '203.0.113.0/33', values('203.0.113.0'), 'no'],
  ['IpAddress', '203.0.113.0/8/8', values('203.0.113.0'), 'no'],
  ['IpAddress', '203.0.256.0/24', values('203.0.256.1'), 'no'],
  ['IpAddress', '1::2::3/8', values('1::2'), 'no'],
  ['IpAddress', '203.0.113.0/x', values('203.0.113.0'), 'no'],
  ['NotIpAddress', '203.0.113.0/24', values('203.0.113.7'), 'no'],
  ['ArnEquals', 'arn:aws:iam::*:policy/b*', values(BOUNDARY), 'yes'],
  ['ArnLike', 'arn:aws:iam::*:policy/c*', values(BOUNDARY), 'no'],
  ['ArnNotEquals', 'arn:aws:iam::*:policy/b*', values(BOUNDARY), 'no'],
  ['ArnNotLike', 'arn:aws:iam::*:policy/c*', values(BOUNDARY), 'yes'],
];

const OF_MISSING_KEYS: readonly Case[] = [
  ['StringEquals', 'a', 'absent', 'no'],
  ['StringNotEquals', 'a', 'absent', 'yes'],
  ['ArnNotLike', 'arn:aws:iam::*:policy/*', 'absent', 'yes'],
  ['NotIpAddress', '10.0.0.0/8', 'absent', 'yes'],
  ['Bool', 'false', 'absent', 'no'],
  ['StringEqualsIfExists', 'a', 'absent', 'yes'],
  ['StringEqualsIfExists', 'a', values('b'), 'no'],
  ['BoolIfExists', 'false', 'absent', 'yes'],
  ['Null', 'true', 'absent', 'yes'],
  ['Null', true, values('a'), 'no'],
  ['Null', 'false', values('a'), 'yes'],
  ['Null', 'false', 'absent', 'no'],
  ['Null', ['true', 'false'], 'absent', 'yes'],
  ['Null', 'true', 'unknown', 'unknown'],
  ['StringEquals', 'a', 'unknown', 'unknown'],
];

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
const OF_SETS: readonly Case[] = [
  ['ForAllValues:StringEquals', ['a', 'b'], values('a', 'b'), 'yes'],
  ['ForAllValues:StringEquals', ['a', 'b'], values('a', 'c'), 'no'],
  ['ForAllValues:StringEquals', ['a'], 'absent', 'yes'],
  ['ForAllValues:StringEquals', ['a'], [], 'yes'],
  ['ForAllValues:StringEquals', ['a'], values(''), 'yes'],
  ['ForAllValues:StringNotLike', ['a*'], values('b', 'ab'), 'no'],
  ['ForAllValues:ArnEquals', BOUNDARY, 'absent', 'yes'],
  ['ForAnyValue:StringEquals', ['a', 'b'], values('c', 'b'), 'yes'],
  ['ForAnyValue:StringEquals', ['a'], values('c', 'b'), 'no'],
  ['ForAnyValue:StringEquals', ['a'], 'absent', 'no'],
  ['ForAnyValue:StringNotEquals', ['a'], 'absent', 'no'],
  ['ForAnyValue:StringNotEquals', ['a'], values('a', 'b'), 'yes'],
  ['ForAnyValue:StringEqualsIfExists', ['a'], 'absent', 'yes'],
  ['ForAllValues:StringEquals', ['a'], [['a'], [{ unknown: 'Tag' }]], 'unknown'],
  ['StringEquals', ['a'], values('a', 'a'), 'yes'],
  ['StringEquals', ['a'], values('a', 'b'), 'unknown'],
];

const OF_UNKNOWN_VALUES: readonly Case[] = [
  ['StringEquals', 'a', [[{ unknown: 'Tag' }]], 'unknown'],
  ['StringLike', 'a*', [['a', { unknown: 'Tag' }]], 'yes'],
  ['StringNotLike', 'b*', [['a', { unknown: 'Tag' }]], 'yes'],
  ['NumericLessThan', '3', [['1', { unknown: 'Digits' }]], 'unknown'],
];

test.each([...OF_ONE_VALUE, ...OF_MISSING_KEYS, ...OF_SETS, ...OF_UNKNOWN_VALUES])(
  '%s %j holds for %j: %s',
  (operator, expected, found, holds) => {
    const conditions = block({ [operator]: { 'service:Key': expected } });

    expect(conditionsHold(conditions, request({ 'service:key': found }))).toBe(holds);
  },
);

test('keys compare without regard to case, values with it', () => {
  const [owner] = block({ StringEquals: { 'AWS:requestTag/Owner': 'Ana' } });

  expect(conditionHolds(owner, request({ 'aws:requesttag/owner': values('Ana') }))).toBe('yes');
  expect(conditionHolds(owner, request({ 'aws:requesttag/owner': values('ana') }))).toBe('no');
});

test('all conditions of a block must hold', () => {
  const conditions = block({
    StringEquals: {
      'iam:PermissionsBoundary': BOUNDARY,
      'iam:PassedToService': ['lambda.amazonaws.com', 'states.amazonaws.com'],
    },
    'ForAnyValue:StringEquals': { 'aws:CalledVia': 'cloudformation.amazonaws.com' },
  });
  const context = {
    'iam:permissionsboundary': values(BOUNDARY),
    'iam:passedtoservice': values('states.amazonaws.com'),
    'aws:calledvia': values('athena.amazonaws.com', 'cloudformation.amazonaws.com'),
  };

  expect(conditionsHold(conditions, request(context))).toBe('yes');
  expect(conditionsHold(conditions, request({ ...context, 'iam:permissionsboundary': 'absent' }))).toBe('no');
  expect(conditionsHold(conditions, request({ ...context, 'aws:calledvia': 'unknown' }))).toBe('unknown');
  expect(conditionsHold([], request({}))).toBe('yes');
});

test.each<[string, string, Verdict]>([
  ['aws:PrincipalArn', 'arn:aws:iam::111111111111:role/deploy', 'yes'],
  ['aws:PrincipalAccount', '222222222222', 'no'],
  ['aws:ResourceAccount', '111111111111', 'yes'],
  ['aws:PrincipalIsAWSService', 'false', 'yes'],
  ['aws:username', 'ana', 'no'],
  ['aws:SourceVpc', 'vpc-1', 'unknown'],
])('the key %s follows from who asks', (key, value, holds) => {
  const [condition] = block({ StringEquals: { [key]: value } });

  expect(conditionHolds(condition, request({}))).toBe(holds);
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
describe('policy variables in values', () => {
  const team = '${aws:PrincipalTag/Team}';

  test.each<[string, ContextValue, Verdict]>([
    [team, values('red'), 'yes'],
    [team, values('r*'), 'no'],
    [team, 'absent', 'unknown'],
    [team, 'unknown', 'unknown'],
    ["${aws:PrincipalTag/Team, 'red'}", 'absent', 'yes'],
    ["${aws:PrincipalTag/Team, 'r*'}", 'absent', 'no'],
    ['${$}', 'absent', 'no'],
  ])('%s, where the tag is %j', (value, tag, holds) => {
    const [condition] = block({ StringLike: { 'aws:ResourceTag/Team': value } });
    const context = { 'aws:resourcetag/team': values('red'), 'aws:principaltag/team': tag };

    expect(conditionHolds(condition, request(context))).toBe(holds);
  });
});

test('an operator that nobody knows holds perhaps', () => {
  const condition: Condition = { operator: 'StringSounds', ifExists: false, key: 'a:b', values: [['x']] };

  expect(conditionHolds(condition, request({ 'a:b': values('x') }))).toBe('unknown');
});
