import { madeUpTable } from './made-up-table';
import { highsSolver } from '../../../../src/boundary/cover-solver';
import { breakdownSentences, foldBreakdown } from '../../../../src/core/boundary/fold/fold-breakdown';

const table = madeUpTable({
  shop: { Write: 'CreateOrder PayInvoice', PermissionsManagement: 'ShareOrder' },
  post: { Write: 'SendLetter BurnParcel', PermissionsManagement: 'LendKeys' },
  bank: { Write: 'OpenAccount', PermissionsManagement: 'TrustStranger' },
});

const shop = { stack: 'Shop', actions: ['shop:CreateOrder', 'shop:PayInvoice', 'bank:OpenAccount'] };
const post = { stack: 'Post', actions: ['post:SendLetter', 'post:BurnParcel'] };
const bank = { stack: 'Bank', actions: ['bank:OpenAccount'] };

test('each stack costs what only it needs', () => {
  const { characters, stacks } = foldBreakdown([bank, shop, post], table, highsSolver);

  expect(characters).toBe('"bank:O*","post:*r*","shop:*a*",'.length);
  expect(stacks).toEqual([
    { stack: 'Post', ownActions: 2, saved: '"post:*r*",'.length },
    { stack: 'Shop', ownActions: 2, saved: '"shop:*e*",'.length },
    { stack: 'Bank', ownActions: 0, saved: 0 },
  ]);
});

test('the split keeps together what is needed twice, and balances the rest', () => {
  const { split } = foldBreakdown([bank, shop, post], table, highsSolver);

  expect(split).toEqual([
    { stacks: ['Bank', 'Shop'], characters: 21 },
    { stacks: ['Post'], characters: 11 },
  ]);
});

test('one stack can not be split', () => {
  expect(foldBreakdown([shop], table, highsSolver).split).toBeUndefined();
});

test('the sentences name the stacks that cost something, and the way out', () => {
  expect(breakdownSentences(foldBreakdown([bank, shop, post], table, highsSolver), 30)).toEqual([
    'the actions of 3 stacks take 32 characters at least, but 30 are left for them',
    'without Post, which alone needs 2 actions, they would take 11 characters less',
    'without Shop, which alone needs 2 actions, they would take 11 characters less',
    'on two accounts they would take 21 characters (Bank, Shop) and 11 characters (Post)',
  ]);
});
