import { madeUpTable } from './made-up-table';
import { highsSolver } from '../../../../src/boundary/cover-solver';
import type { ActionUse } from '../../../../src/core/boundary/fold/action-use';
import { ScopeRequest, scopeResources } from '../../../../src/core/boundary/fold/scope-resources';
import type { PartialText } from '../../../../src/core/iam/partial-text';

const table = madeUpTable({
  shop: {
    List: 'ListOrders',
    Read: 'GetOrder',
    Write: 'CreateOrder DeleteOrder',
    PermissionsManagement: 'PutOrderPolicy',
    resources: [
      'arn:${Partition}:shop:${Region}:${Account}:order/${OrderName}',
      'arn:${Partition}:shop:::${Bucket}/${Object}',
    ],
  },
  post: { Write: 'SendLetter', Read: 'GetLetter' },
});

const own: PartialText = [
  'arn:',
  { unknown: 'AWS::Partition' },
  ':shop:',
  { unknown: 'AWS::Region' },
  ':',
  { unknown: 'AWS::AccountId' },
  ':',
];
const order = (...name: PartialText): PartialText => [...own.slice(0, -1), ':order/', ...name];
const STEM = 'arn:${AWS::Partition}:shop:${AWS::Region}:${AWS::AccountId}:order/';

const use = (action: string, ...resources: PartialText[]): ActionUse => ({ action, resources });
const scopeOf = (uses: readonly ActionUse[], changes: Partial<ScopeRequest> = {}) =>
  scopeResources({ uses, table, solver: highsSolver, budget: 6144, ...changes });

test('actions are allowed for what their resources have in common, others for everything', () => {
  const result = scopeOf([
    use('shop:CreateOrder', order('compact-a'), order('compact-b-', { unknown: 'Name@Stack' })),
    use('shop:GetOrder', order('compact-c')),
    { action: 'shop:ListOrders', resources: 'any' },
    use('post:SendLetter', order('compact-a')),
  ]);

  expect(result).toEqual({
    statements: [
      { resources: ['*'], patterns: ['post:Send*', 'shop:List*'] },
      { resources: [`${STEM}compact-*`], patterns: ['shop:Create*', 'shop:Get*'] },
    ],
    characters: expect.any(Number),
    scoped: ['shop:CreateOrder', 'shop:GetOrder'],
  });
});

test.each<[name: string, resources: readonly PartialText[], patterns: readonly string[]]>([
  ['one name', [order('orders')], [`${STEM}orders`]],
  ['one name, twice', [order('orders'), order('orders')], [`${STEM}orders`]],
  [
    'names of two kinds',
    [order('carts-a'), order('carts-b'), order('orders-1')],
    [`${STEM}carts-*`, `${STEM}orders-1`],
  ],
  ['a pattern of a policy', [order('orders-*')], [`${STEM}orders-*`]],
  ['a policy variable', [order('orders-${aws:username}')], [`${STEM}orders-*`]],
  [
    'literal account and region of the stack',
    [['arn:aws:shop:eu-west-1:111122223333:order/orders']],
    [`${STEM}orders`],
  ],
  [
    'another account',
    [['arn:aws:shop:eu-west-1:444455556666:order/orders']],
    ['arn:${AWS::Partition}:shop:${AWS::Region}:444455556666:order/orders'],
  ],
  [
    'every region',
    [['arn:aws:shop:*:111122223333:order/orders']],
    ['arn:${AWS::Partition}:shop:*:${AWS::AccountId}:order/orders'],
  ],
  ['names without account', [['arn:aws:shop:::compact-bucket/*']], ['arn:${AWS::Partition}:shop:::compact-bucket/*']],
])('%s', (_, resources, patterns) => {
  const { statements } = scopeOf([use('shop:CreateOrder', ...resources)], {
    own: { account: '111122223333', region: 'eu-west-1' },
  });

  expect(statements).toEqual([{ resources: patterns, patterns: ['shop:Create*'] }]);
});

test.each<[name: string, uses: readonly ActionUse[]]>([
  ['an ARN that is not known', [use('shop:CreateOrder', [{ unknown: 'Order.Arn@Stack' }])]],
  ['a name that is not known', [use('shop:CreateOrder', order({ unknown: 'Name@Stack' }))]],
  ['a name that says too little', [use('shop:CreateOrder', order('abc*'))]],
  [
    'names that have nothing in common',
    [use('shop:CreateOrder', ...['alpha', 'bravo', 'chair', 'delta'].map((name) => order(name)))],
  ],
  [
    'an account that is not known',
    [use('shop:CreateOrder', ['arn:aws:shop:eu-west-1:', { unknown: 'Other' }, ':order/orders'])],
  ],
  ['everything', [use('shop:CreateOrder', ['*'])]],
  ['an ARN of another service', [use('shop:CreateOrder', ['arn:aws:post:eu-west-1:111122223333:order/orders'])]],
  ['one of two ARNs that is not known', [use('shop:CreateOrder', order('orders'), [{ unknown: 'Order.Arn@Stack' }])]],
  ['no ARN at all', [use('shop:CreateOrder')]],
  ['an action that the table does not have', [use('shop:BurnOrder', order('orders'))]],
  [
    'an action that is also needed for any',
    [use('shop:CreateOrder', order('orders')), { action: 'shop:CreateOrder', resources: 'any' }],
  ],
])('%s is not scoped', (_, uses) => {
  expect(scopeOf(uses)).toMatchObject({ scoped: [], statements: [{ resources: ['*'] }] });
});

test('patterns for some resources may match what is allowed for all', () => {
  const scoped = ['shop:GetOrder', 'shop:CreateOrder', 'shop:DeleteOrder', 'shop:PutOrderPolicy'];

  const { statements } = scopeOf([
    ...scoped.map((action) => use(action, order('orders'))),
    { action: 'shop:ListOrders', resources: 'any' },
  ]);

  expect(statements).toEqual([
    { resources: ['*'], patterns: ['shop:List*'] },
    { resources: [`${STEM}orders`], patterns: ['shop:*'] },
  ]);
});

describe('with little room', () => {
  const uses = [
    use('shop:PutOrderPolicy', order('orders')),
    use('shop:CreateOrder', order('orders')),
    use('shop:GetOrder', order('orders')),
    use('shop:ListOrders', order('orders')),
  ];
  const full = scopeOf(uses).characters;

  test('nothing is scoped when there is none', () => {
    const none = scopeOf(uses, { budget: 10 });

    expect(none.scoped).toEqual([]);
  });

  test('never more than the budget without its margin is used', () => {
    const least = scopeOf(uses, { budget: 0 }).characters;
    const budgets = Array.from({ length: 30 }, (_, step) => least + step * 10);

    for (const budget of budgets) {
      expect(scopeOf(uses, { budget }).characters).toBeLessThanOrEqual(budget);
      expect(scopeOf(uses, { budget: budget + 25, margin: 25 })).toEqual(scopeOf(uses, { budget }));
    }
    expect(scopeOf(uses, { budget: full }).scoped).toHaveLength(4);
  });

  test('what manages permissions comes first', () => {
    const [scoped] = Array.from({ length: 300 }, (_, budget) => scopeOf(uses, { budget }).scoped).filter(
      ({ length }) => length > 0,
    );

    expect(scoped).toContain('shop:PutOrderPolicy');
  });
});

test('characters are those of the statements with the longest values', () => {
  const { statements, characters } = scopeOf([
    use('shop:CreateOrder', order('orders')),
    { action: 'shop:ListOrders', resources: 'any' },
  ]);

  const written = JSON.stringify(
    statements.map(({ resources, patterns }) => ({ Effect: 'Allow', Action: patterns, Resource: resources })),
  )
    .replaceAll('${AWS::Partition}', 'aws-us-gov')
    .replaceAll('${AWS::Region}', 'ap-northeast-1')
    .replaceAll('${AWS::AccountId}', '000000000000');
  expect(characters).toBeGreaterThanOrEqual(written.length - '[]'.length);
  expect(characters).toBeLessThanOrEqual(written.length + 5);
});
