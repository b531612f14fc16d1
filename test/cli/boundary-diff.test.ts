import { BoundaryApp } from './boundary-app';
import { BoundaryDifference, gainsFrom } from '../../cli/boundary-difference';
import { differenceMarkdown, differenceText } from '../../cli/boundary-difference-text';

const app = new BoundaryApp();

test('an app that is the same needs nothing more or less', async () => {
  expect(await app.run('diff', 'shop', 'shop')).toEqual({
    code: 0,
    error: '',
    out: '111111111111/us-east-1: nothing is needed more or less',
  });
});

test('what a change needs more is told by account and access level, also for an account that is new', async () => {
  const { code, out, error } = await app.run('diff', 'shop', 'two');

  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out).toMatch(
    /^111111111111\/us-east-1\n  execution boundary \(control plane\): \d+ actions gained, 0 lost\n    \+ /,
  );
  expect(out).toMatch(/^    \+ Write: .*sns:CreateTopic/m);
  expect(out).toMatch(/^222222222222\/us-east-1\n/m);
  expect(out).toMatch(/^    \+ Write: .*s3:CreateBucket/m);
});

test('what a change needs less is told too, also of the data plane', async () => {
  const differences = await app.json('diff', 'shop', 'queue.yaml');

  const [, before] = differences;
  expect(before.place).toBe('111111111111/us-east-1');
  expect(before.workload).toEqual({
    gained: [],
    lost: [
      { level: 'Write', actions: ['sqs:DeleteMessage'] },
      { level: 'Read', actions: ['sqs:ReceiveMessage'] },
    ],
  });
});

test('--account leaves the others out', async () => {
  const differences = await app.json('diff', 'shop', 'two', '--account', '222222222222');

  expect(differences.map(({ place }: any) => place)).toEqual(['222222222222/us-east-1']);
});

test.each([
  ['write', 'shop', 'two', 1],
  ['permissions', 'shop', 'two', 1],
  ['write', 'two', 'shop', 0],
  ['permissions', 'shop', 'shop', 0],
])('--fail-on %s, from %s to %s: exit code %i', async (level, old, present, code) => {
  expect((await app.run('diff', old, present, '--fail-on', level)).code).toBe(code);
});

test('what is not understood after the change is an error', async () => {
  const { code, out, error } = await app.run('diff', 'queue.yaml', 'strange.json');

  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(error).toMatch(/^the templates have 2 problems:\n  .*Acme::Made::Up.*\n  .*Acme::Other::Thing/);
});

test('what was not understood before the change is said, and does not hide what is gained', async () => {
  const { code, out, error } = await app.run('diff', 'strange.json', 'queue.yaml', '--fail-on', 'write');

  expect(code).toBe(1);
  expect(out).toContain('sqs:CreateQueue');
  expect(error).toMatch(/^not understood before the change.+\n  .*Acme::Made::Up/);
});

const NOTHING = { gained: [], lost: [] };

const DIFFERENCE: BoundaryDifference = {
  place: '111111111111/us-east-1',
  execution: {
    gained: [
      { level: 'PermissionsManagement', actions: ['s3:PutBucketPolicy'] },
      { level: 'Write', actions: ['s3:CreateBucket', 's3:DeleteBucket'] },
    ],
    lost: [{ level: 'Read', actions: ['sqs:GetQueueAttributes'] }],
  },
  workload: NOTHING,
  serviceLinkedRoles: { gained: ['es.amazonaws.com'], lost: [] },
};

const UNCHANGED = { place: 'unknown account', execution: NOTHING, workload: NOTHING, serviceLinkedRoles: NOTHING };

test('a terminal shows what comes with a plus and what goes with a minus', () => {
  expect(differenceText([DIFFERENCE, UNCHANGED])).toEqual([
    '111111111111/us-east-1',
    '  execution boundary (control plane): 3 actions gained, 1 lost',
    '    + PermissionsManagement: s3:PutBucketPolicy',
    '    + Write: s3:CreateBucket, s3:DeleteBucket',
    '    - Read: sqs:GetQueueAttributes',
    '  service-linked roles:',
    '    + es.amazonaws.com',
    '',
    'unknown account: nothing is needed more or less',
  ]);
});

test('a pull request shows tables', () => {
  expect(differenceMarkdown([DIFFERENCE, UNCHANGED])).toEqual([
    '### 111111111111/us-east-1',
    '',
    '| for | change | access level | actions |',
    '|---|---|---|---|',
    '| execution boundary (control plane) | gained | PermissionsManagement | `s3:PutBucketPolicy` |',
    '| execution boundary (control plane) | gained | Write | `s3:CreateBucket` `s3:DeleteBucket` |',
    '| execution boundary (control plane) | lost | Read | `sqs:GetQueueAttributes` |',
    '| service-linked roles | gained | | `es.amazonaws.com` |',
    '',
    '### unknown account',
    '',
    'Nothing is needed more or less.',
  ]);
});

test('a table stays readable, whatever a template says and however much is gained', () => {
  const actions = Array.from({ length: 45 }, (_, index) => `ec2:Describe${index}`);
  const [, , , , row, services] = differenceMarkdown([
    {
      ...UNCHANGED,
      workload: { gained: [{ level: 'List', actions }], lost: [] },
      serviceLinkedRoles: { gained: ['a`|\nb'], lost: [] },
    },
  ]);

  expect(row).toMatch(/`ec2:Describe39` and 5 more \(all: --format json\) \|$/);
  expect(services).toBe('| service-linked roles | gained | | `a???b` |');
});

test.each([
  ['List', true],
  ['Write', true],
  ['PermissionsManagement', false],
] as const)('actions that write are gained, from the level %s on: %p', (level, isGained) => {
  const workload = { gained: [{ level: 'Write' as const, actions: ['sqs:SendMessage'] }], lost: [] };

  expect(gainsFrom([{ ...UNCHANGED, workload }], level)).toBe(isGained);
});
