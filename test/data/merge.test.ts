import { merged } from '../../scripts/data/merge';
import { Review, has, set, words } from '../../scripts/data/review';
import { REVIEWS } from '../../scripts/data/reviewed';
import { boundaryTables } from '../../src/boundary/tables';
import type { Handler } from '../../src/core/handler-permissions/type-needs';

const { actions, types } = boundaryTables();

const schema = new Map<string, Set<Handler>>([
  ['sqs:CreateQueue', new Set(['create'])],
  ['sqs:TagQueue', new Set(['create', 'update'])],
  ['sqs:GetQueueUrl', new Set(['read'])],
]);

const problemsOf = (review: Review) => merged('Demo::A::B', schema, review, actions).problems;

const COMPLETE: Review = {
  always: 'sqs:CreateQueue sqs:GetQueueUrl',
  when: [{ when: set('Tags'), actions: 'sqs:TagQueue' }],
};

test('a review puts conditions on what the schema lists, and adds to it', () => {
  const review: Review = {
    always: 'sqs:Create*',
    when: [{ when: has('Tags.On', true, 'yes'), actions: 'sqs:TagQueue' }],
    never: [{ actions: 'sqs:GetQueueUrl', reason: 'made up' }],
    adds: [{ actions: { cd: 'kms:Decrypt' }, when: set('Key'), source: 'a page' }],
  };

  expect(merged('Demo::A::B', schema, review, actions)).toEqual({
    needed: [
      { action: 'sqs:CreateQueue', handlers: new Set(['create']) },
      {
        action: 'sqs:TagQueue',
        handlers: new Set(['create', 'update']),
        when: [{ property: 'Tags.On', equals: ['true', '"yes"'] }],
      },
      {
        action: 'kms:Decrypt',
        handlers: new Set(['create', 'delete']),
        when: [{ property: 'Key' }],
        source: 'a page',
      },
    ],
    problems: [],
  });
});

test.each<[string, Review, string]>([
  ['forgets an action', { ...COMPLETE, when: [] }, 'the review has no place for sqs:TagQueue: say when it is needed'],
  [
    'names an action twice',
    { ...COMPLETE, never: [{ actions: 'sqs:TagQueue', reason: 'made up' }] },
    'sqs:TagQueue has two places in the review: leave it in one',
  ],
  [
    'names an action that the schema does not have',
    { ...COMPLETE, always: `${COMPLETE.always} sqs:PurgeQueue` },
    "the schema doesn't list sqs:PurgeQueue: remove it, or move it to what the review adds",
  ],
  [
    'adds what the schema has',
    { ...COMPLETE, adds: [{ actions: { c: 'sqs:CreateQueue' } }] },
    'the schema lists sqs:CreateQueue for a handler that the review adds it for: remove that handler',
  ],
  [
    'adds what is no action',
    { ...COMPLETE, adds: [{ actions: { c: 'sqs:createqueue' } }] },
    'sqs:createqueue is no action',
  ],
])('a review that %s is refused', (_, review, problem) => {
  expect(problemsOf(review)).toEqual([`Demo::A::B: ${problem}`]);
});

test('a role that is passed on has its place in the passed roles, not among the actions', () => {
  const passing = new Map<string, Set<Handler>>([['iam:PassRole', new Set(['create'])]]);
  const review: Review = { passedRoles: [{ property: 'RoleArn', service: 'vault.amazonaws.com' }] };

  expect(merged('Demo::A::B', passing, review, actions)).toEqual({ needed: [], problems: [] });
  expect(merged('Demo::A::B', passing, {}, actions).problems).toEqual([
    'Demo::A::B: the review has no place for iam:PassRole: say when it is needed',
  ]);
});

test('a type without permissions in its schema needs a source', () => {
  const review: Review = { adds: [{ actions: { c: 'sqs:CreateQueue' } }] };

  expect(merged('Demo::A::B', new Map(), review, actions).problems).toEqual([
    'Demo::A::B: no schema tells its actions, so a source must',
  ]);
});

test('letters that stand for no handler are refused', () => {
  expect(() => problemsOf({ ...COMPLETE, adds: [{ actions: { cx: 'kms:Decrypt' } }] })).toThrow(
    '"cx" are not first letters of create, read, update, delete, list, tag',
  );
});

test('every review is in the table', () => {
  const reviewed = types.types.filter((type) => types.find(type)?.reviewed);

  expect(reviewed).toEqual(Object.keys(REVIEWS).sort());
});

test('whatever is said never to be needed has a reason', () => {
  const never = Object.values(REVIEWS).flatMap((review) => review.never ?? []);

  expect(never.length).toBeGreaterThan(0);
  expect(never.filter(({ actions: names, reason }) => words(names).length === 0 || reason.length < 20)).toEqual([]);
});
