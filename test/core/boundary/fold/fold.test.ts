import { actionsIn, madeUpTable } from './made-up-table';
import { highsSolver } from '../../../../src/boundary/cover-solver';
import { fold, FoldRequest } from '../../../../src/core/boundary/fold/fold';
import { newlyMatched } from '../../../../src/core/boundary/fold/newly-matched';

const table = madeUpTable({
  shop: {
    List: 'ListOrders ListCarts',
    Read: 'GetOrder GetCart GetStage',
    Write: 'CreateOrder UpdateOrder DeleteOrder CreateCart DeleteCart',
    Tagging: 'TagOrder UntagOrder',
    PermissionsManagement: 'PutOrderPolicy',
  },
  post: { Read: 'GetLetter', Write: 'SendLetter BurnLetter' },
});

const foldOf = (request: Partial<FoldRequest>) => fold({ actions: [], table, solver: highsSolver, ...request });

test.each<[name: string, actions: readonly string[], patterns: readonly string[]]>([
  ['nothing', [], []],
  ['a name by itself', ['post:BurnLetter'], ['post:Burn*']],
  ['a whole service', ['post:SendLetter', 'post:GetLetter', 'post:BurnLetter'], ['post:*']],
  ['a common beginning', ['shop:ListOrders', 'shop:ListCarts'], ['shop:List*']],
  [
    'a word, whose letters stand in no other name',
    ['shop:TagOrder', 'shop:UntagOrder', 'shop:GetStage'],
    ['shop:*Tag*'],
  ],
  ['a word, whose letters stand in the name of a stage too', ['shop:TagOrder', 'shop:UntagOrder'], ['shop:*TagOrder']],
  ['an action that the table does not have', ['post:GetLetter', 'post:FoldLetter'], ['post:Fold*', 'post:Get*']],
  ['a service that the table does not have', ['bank:GetMoney', 'bank:GetGold'], ['bank:GetGold', 'bank:GetMoney']],
  ['everything', actionsIn(table), ['*']],
])('%s', (_, actions, patterns) => {
  const result = foldOf({ actions });

  expect(result).toMatchObject({ ok: true, value: { patterns, isLossless: true, extra: [] } });
});

test('of patterns that are equally long, the least surprising one is taken', () => {
  const pairs = madeUpTable({ pair: { Write: 'MakeTwin CastSpell' } });

  const result = foldOf({ actions: ['pair:MakeTwin'], table: pairs });

  expect(result).toMatchObject({ value: { patterns: ['pair:Make*'] } });
});

test('actions that the table does not have are told', () => {
  const result = foldOf({ actions: ['post:GetLetter', 'post:LoseLetter', 'bank:GetMoney'] });

  expect(result).toMatchObject({ value: { unknown: ['bank:GetMoney', 'post:LoseLetter'] } });
});

test('patterns may match what is allowed anyway', () => {
  const result = foldOf({ actions: ['post:SendLetter'], free: ['post:GetLetter', 'post:BurnLetter'] });

  expect(result).toMatchObject({ value: { patterns: ['post:*'], isLossless: true } });
});

test('sizes are given by service, and together', () => {
  const result = foldOf({ actions: ['shop:ListOrders', 'shop:ListCarts', 'post:SendLetter'] });

  expect(result).toEqual({
    ok: true,
    value: {
      patterns: ['post:Send*', 'shop:List*'],
      characters: 26,
      lowerBound: 26,
      extra: [],
      isLossless: true,
      unknown: [],
      byService: [
        {
          service: 'post',
          cuts: 'words',
          neededActions: 1,
          patterns: ['post:Send*'],
          characters: 13,
          lowerBound: 13,
          extra: [],
        },
        {
          service: 'shop',
          cuts: 'words',
          neededActions: 2,
          patterns: ['shop:List*'],
          characters: 13,
          lowerBound: 13,
          extra: [],
        },
      ],
    },
  });
});

test('patterns are cut within words only where it is necessary, first where it saves most', () => {
  const actions = ['shop:CreateOrder', 'shop:UpdateOrder', 'shop:DeleteOrder', 'post:SendLetter'];
  const sizes = [undefined, 40, 22].map((budget) => foldOf({ actions, budget }));

  expect(sizes).toMatchObject([
    { value: { isLossless: true, byService: [{ cuts: 'words' }, { cuts: 'words' }] } },
    { value: { isLossless: true, byService: [{ cuts: 'words', patterns: ['post:Send*'] }, { cuts: 'letters' }] } },
    { value: { isLossless: true, byService: [{ cuts: 'letters', patterns: ['post:S*'] }, { cuts: 'letters' }] } },
  ]);
});

const ORDERS = ['shop:GetOrder', 'shop:CreateOrder', 'shop:UpdateOrder', 'shop:DeleteOrder'];

test('what does not fit exactly allows the least harmful besides', () => {
  const exact = foldOf({ actions: ORDERS });
  const tight = foldOf({ actions: ORDERS, budget: 20 });

  expect(exact).toMatchObject({ value: { isLossless: true } });
  expect(tight).toMatchObject({
    value: {
      patterns: ['shop:*Order'],
      extra: [
        { action: 'shop:TagOrder', level: 'Tagging' },
        { action: 'shop:UntagOrder', level: 'Tagging' },
      ],
      isLossless: false,
      overGrant: { weight: 20, lowerBound: 20 },
    },
  });
});

test('an action that manages permissions is never allowed for the sake of size', () => {
  const result = foldOf({ actions: [...ORDERS, 'shop:ListCarts', 'shop:GetStage'], budget: 12 });

  expect(result).toMatchObject({ ok: false, error: { budget: 12 } });
});

test('a budget that nothing fits into gives the sizes of what would', () => {
  const result = foldOf({ actions: ORDERS, budget: 5 });

  expect(result).toEqual({ ok: false, error: { budget: 5, characters: 14, losslessCharacters: expect.any(Number) } });
});

test('patterns tell what they match in a newer table', () => {
  const newer = madeUpTable({ post: { Read: 'GetLetter GetLetterBox', PermissionsManagement: 'GetKeys' } });

  expect(newlyMatched(['post:Get*'], ['post:getletter'], newer)).toEqual([
    { action: 'post:GetKeys', level: 'PermissionsManagement' },
    { action: 'post:GetLetterBox', level: 'Read' },
  ]);
});
