import { madeUpTable } from './made-up-table';
import { usesOfPolicies } from '../../../../src/core/boundary/fold/action-use';
import type { PartialText } from '../../../../src/core/iam/partial-text';
import type { Patterns, Statement } from '../../../../src/core/iam/policy';

const table = madeUpTable({
  shop: { Read: 'GetOrder GetCart', Write: 'PutOrder' },
  post: { Write: 'SendLetter' },
});

function statement(actions: readonly string[], changes: Partial<Statement> = {}): Statement {
  return {
    name: 'statement 1',
    place: 'Role.Policies[0]',
    effect: 'Allow',
    actions: { not: false, patterns: actions },
    resources: named('*'),
    conditions: [],
    ...changes,
  };
}

function named(...resources: string[]): Patterns<PartialText> {
  return { not: false, patterns: resources.map((resource) => [resource]) };
}

const usesOf = (...statements: Statement[]) => usesOfPolicies([{ place: 'Role', statements }], table);

test('patterns stand for the actions that they match', () => {
  expect(usesOf(statement(['shop:get*'], { resources: named('arn:x') })).uses).toEqual([
    { action: 'shop:GetCart', resources: [['arn:x']] },
    { action: 'shop:GetOrder', resources: [['arn:x']] },
  ]);
});

test('NotAction stands for all others', () => {
  const others = statement([], { actions: { not: true, patterns: ['shop:*'] } });

  expect(usesOf(others).uses).toEqual([{ action: 'post:SendLetter', resources: [['*']] }]);
});

test('resources of several statements come together', () => {
  const { uses } = usesOf(
    statement(['shop:PutOrder'], { resources: named('arn:x') }),
    statement(['shop:PutOrder'], { resources: named('arn:y') }),
  );

  expect(uses).toEqual([{ action: 'shop:PutOrder', resources: [['arn:x'], ['arn:y']] }]);
});

test.each<[name: string, resources: Statement['resources']]>([
  ['NotResource', { not: true, patterns: [['arn:x']] }],
  ['no resources', undefined],
])('%s means any resource, whatever other statements say', (_, resources) => {
  const any = statement(['shop:PutOrder'], { resources });
  const some = statement(['shop:PutOrder'], { resources: named('arn:y') });

  expect(usesOf(any, some).uses).toEqual([{ action: 'shop:PutOrder', resources: 'any' }]);
  expect(usesOf(some, any).uses).toEqual([{ action: 'shop:PutOrder', resources: 'any' }]);
});

test('what a policy denies is no use', () => {
  expect(usesOf(statement(['shop:*'], { effect: 'Deny' })).uses).toEqual([]);
});

test('an action that the table does not have is taken as it is; a pattern that matches none is told', () => {
  const { uses, unmatched } = usesOf(statement(['shop:BurnOrder', 'bank:*']));

  expect(uses).toEqual([{ action: 'shop:BurnOrder', resources: [['*']] }]);
  expect(unmatched).toEqual([{ pattern: 'bank:*', place: 'Role.Policies[0]' }]);
});
