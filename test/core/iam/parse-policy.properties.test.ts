import * as fc from 'fast-check';
import { cpuMilliseconds } from './cpu-time';
import { evaluate } from '../../../src/core/iam/evaluate';
import { parsePolicy } from '../../../src/core/iam/parse-policy';
import type { AccessRequest } from '../../../src/core/iam/request';
import type { Verdict } from '../../../src/core/iam/verdict';
import { propertyRuns } from '../../properties/runs';

const NO_VALUE = { Ref: 'AWS::NoValue' };

/** A value, or one of two that a condition of the template chooses. */
function perhaps<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<unknown> {
  const other = fc.oneof(value, fc.constant(NO_VALUE));
  const choice = fc.tuple(fc.constantFrom('X', 'Y'), value, other).map((ends) => ({ 'Fn::If': ends }));
  return fc.oneof({ weight: 3, arbitrary: value }, { weight: 1, arbitrary: choice });
}

function listOf(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof(value, fc.array(perhaps(value), { minLength: 1, maxLength: 3 }));
}

const resource = fc.constantFrom('*', 'arn:aws:s3:::a', 'arn:aws:s3:::a*', 'arn:aws:s3:::b');
const operator = fc.constantFrom('StringEquals', 'StringNotEquals', 'ForAllValues:StringLike', 'Null');
const condition = fc
  .tuple(operator, listOf(fc.constantFrom('a', 'b', 'true')))
  .map(([name, values]) => ({ [name]: { 'key:one': values } }));

const statement = fc
  .record({
    Effect: perhaps(fc.constantFrom('Allow', 'Allow', 'Deny')),
    action: fc.tuple(
      fc.constantFrom('Action', 'NotAction'),
      perhaps(listOf(fc.constantFrom('s3:Get*', 's3:Put', 'sqs:*'))),
    ),
    resource: fc.tuple(fc.constantFrom('Resource', 'NotResource'), perhaps(listOf(resource))),
    Condition: fc.option(perhaps(condition), { nil: NO_VALUE }),
  })
  .map(({ Effect, action, resource: [name, value], Condition }) => ({
    Effect,
    [action[0]]: action[1],
    [name]: value,
    Condition,
  }));

const document = fc
  .array(perhaps(statement), { minLength: 1, maxLength: 3 })
  .map((Statement) => ({ Version: '2012-10-17', Statement }));

const request: fc.Arbitrary<AccessRequest> = fc.record({
  action: fc.constantFrom('s3:Get', 's3:Put', 'sqs:Send'),
  resource: fc.constantFrom(['arn:aws:s3:::a'], ['arn:aws:s3:::ab'], ['arn:aws:s3:::b']),
  context: fc.constantFrom<AccessRequest['context'][]>(
    { 'key:one': [['a']] },
    { 'key:one': [['b']] },
    { 'key:one': 'absent' },
  ),
  principal: fc.constant({ kind: 'role' as const, id: ['arn:aws:iam::111111111111:role/r'] }),
});

const OUTCOMES = [true, false].flatMap((X) => [true, false].map((Y) => ({ X, Y })));

function decide(value: unknown, asked: AccessRequest, conditions: Readonly<Record<string, boolean>>): Verdict {
  return evaluate(asked, { identity: [parsePolicy(value, 'policy', { conditions }).policy] }).verdict;
}

test('a policy with conditions of the template decides for certain only what all their outcomes decide', () => {
  fc.assert(
    fc.property(document, request, (value, asked) => {
      const verdict = decide(value, asked, {});
      fc.pre(verdict !== 'unknown');

      for (const outcome of OUTCOMES) expect([verdict, 'unknown']).toContain(decide(value, asked, outcome));
    }),
    propertyRuns(),
  );
});

test('whatever a document is, reading it ends with statements, and with a problem where it is no policy', () => {
  fc.assert(
    fc.property(fc.anything({ maxDepth: 4, withNullPrototype: true }), (value) => {
      const { policy, problems } = parsePolicy(value, 'policy');

      expect(policy.statements.length).toBeGreaterThan(0);
      expect(problems.length).toBeGreaterThan(0);
    }),
    propertyRuns(),
  );
});

test('a policy that was damaged anywhere doesn’t decide for certain against what it said, unless a problem is told', () => {
  const damage = fc.constantFrom<unknown[]>(null, 7, [], {}, '', { Ref: 'Parameter' }, { 'Fn::Transform': {} });
  const whole = {
    Effect: 'Allow',
    Action: ['s3:Get*'],
    Resource: 'arn:aws:s3:::a',
    Condition: { StringLike: { 'key:one': 'a' } },
  };
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(whole)), damage, (member, value) => {
      const { policy, problems } = parsePolicy(
        { Version: '2012-10-17', Statement: { ...whole, [member]: value } },
        'policy',
      );
      const asked: AccessRequest = {
        action: 's3:Get',
        resource: ['arn:aws:s3:::a'],
        context: { 'key:one': [['a']] },
        principal: { kind: 'role', id: [] },
      };

      if (problems.length === 0) expect(policy.statements).toHaveLength(1);
      if (problems.length > 0) expect(evaluate(asked, { identity: [policy] }).verdict).toBe('unknown');
    }),
    propertyRuns(),
  );
});

test.each<[string, () => unknown]>([
  [
    '10 MB of resources',
    () => ({
      Effect: 'Allow',
      Action: '*',
      Resource: Array.from({ length: 200_000 }, (_, index) => `arn:aws:s3:::bucket-${index}-${'x'.repeat(20)}`),
    }),
  ],
  [
    'one resource of 10 MB',
    () => ({ Effect: 'Allow', Action: '*', Resource: `arn:aws:s3:::${'a*'.repeat(5_000_000)}` }),
  ],
  [
    '20,000 statements that aren’t understood',
    () => Array.from({ length: 20_000 }, () => ({ Effect: 'Maybe', Action: '*', Resource: '*' })),
  ],
  [
    'an operator of a million letters',
    () => ({ Effect: 'Allow', Action: '*', Resource: '*', Condition: { ['S'.repeat(1_000_000)]: {} } }),
  ],
])('a policy with %s is read in seconds', (_, statements) => {
  const large = { Version: '2012-10-17', Statement: statements() };
  const principal = { kind: 'role' as const, id: ['arn:aws:iam::111111111111:role/r'] };
  const asked: AccessRequest = { action: 's3:Get', resource: ['arn:aws:s3:::b'], context: {}, principal };

  const cost = cpuMilliseconds(() => evaluate(asked, { identity: [parsePolicy(large, 'policy').policy] }));

  expect(cost).toBeLessThan(10_000);
});
