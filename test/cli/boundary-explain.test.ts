import { BoundaryApp } from './boundary-app';
import { readQuestion } from '../../cli/boundary-question';
import { boundaryTables } from '../../src/boundary/tables';

const app = new BoundaryApp();
const BOUNDARIES = ['--boundary', 'all-of-iam.json', '--workload-boundary', 'workload.json'];

function explain(...parameters: string[]) {
  return app.run('explain', 'shop', ...BOUNDARIES, ...parameters);
}

const ORDERS = 'arn:aws:sqs:us-east-1:111111111111:orders';

test('what policies and the boundary allow is allowed, with the statements that do', async () => {
  const { code, out, error } = await explain(
    '--role',
    'Consumer',
    '--action',
    'sqs:receivemessage',
    '--resource',
    ORDERS,
  );

  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out.split('\n')).toEqual([
    '111111111111/us-east-1: yes',
    `  arn:aws:iam::111111111111:role/shop-consumer: sqs:ReceiveMessage on ${ORDERS} is allowed.`,
    expect.stringContaining('"Messages" of the policies of the identity'),
    expect.stringContaining('"Services" of the permissions boundary'),
  ]);
});

test.each<[string, string[], number, string, string]>([
  [
    'what the boundary leaves out',
    ['--role', 'Consumer', '--action', 'sqs:DeleteMessage', '--resource', ORDERS],
    1,
    'no',
    'No statement of the permissions boundary allows sqs:DeleteMessage here.',
  ],
  [
    'what no policy allows',
    ['--role', 'Consumer', '--action', 'sqs:SendMessage', '--resource', ORDERS],
    1,
    'no',
    'No statement of the policies of the identity allows sqs:SendMessage here.',
  ],
  [
    'another resource',
    ['--role', 'Consumer', '--action', 'sqs:ReceiveMessage', '--resource', `${ORDERS}-2`],
    1,
    'no',
    'No statement of the policies of the identity',
  ],
  ['any resource', ['--role', 'Consumer', '--action', 'sqs:ReceiveMessage'], 1, 'depends', '"Messages"'],
  ['what the execution role may do', ['--role', 'execution', '--action', 'iam:CreateRole'], 0, 'yes', '"Services"'],
  [
    'what the execution role may not do',
    ['--role', 'execution', '--action', 's3:CreateBucket'],
    1,
    'no',
    'No statement of the permissions boundary',
  ],
  [
    'a role that only Lambda may take on',
    ['--role', 'execution', '--action', 'sts:AssumeRole', '--resource', '${Consumer.Arn}'],
    1,
    'no',
    'No statement of',
  ],
])('%s is told', async (_, parameters, code, verdict, reason) => {
  const run = await explain(...parameters);

  expect(run).toMatchObject({ code, error: '' });
  expect(run.out).toMatch(new RegExp(`^111111111111/us-east-1: ${verdict}\n`));
  expect(run.out).toContain(reason);
});

test.each([
  'Consumer',
  'Shop/Consumer',
  'Shop/Consumer/Resource',
  'shop-consumer',
  'arn:aws:iam::111111111111:role/shop-consumer',
])('a role may be called %s', async (role) => {
  const question = ['--role', role, '--action', 'sqs:ReceiveMessage', '--resource', '${Orders.Arn}'];

  expect((await explain(...question)).code).toBe(0);
});

test('other programs read JSON', async () => {
  const question = ['--role', 'Consumer', '--action', 'sqs:SendMessage', '--resource', '${Orders.Arn}'];

  expect(await app.json('explain', 'shop', ...BOUNDARIES, ...question)).toMatchObject([
    { place: '111111111111/us-east-1', action: 'sqs:SendMessage', resource: ORDERS, verdict: 'no' },
  ]);
});

test('without the boundary that a role carries it depends on what that says', async () => {
  const question = ['--role', 'Consumer', '--action', 'sqs:ReceiveMessage', '--resource', ORDERS];

  const { code, out } = await app.run('explain', 'shop', '--boundary', 'all-of-sqs.json', ...question);

  expect(code).toBe(1);
  expect(out).toMatch(/: depends\n/);
});

test.each<[string, string[], number, RegExp]>([
  [
    'a role that nobody makes',
    ['--role', 'Consumr', '--action', 'sqs:SendMessage'],
    1,
    /^no template makes a role or user "Consumr": .+; did you mean "Consumer"\?$/,
  ],
  [
    'an action that is misspelled',
    ['--role', 'execution', '--action', 'sqs:SendMesage'],
    2,
    /^--action has "sqs:SendMesage", which IAM did not know on .+; did you mean "sqs:SendMessage"\?$/,
  ],
  [
    'an action without a service',
    ['--role', 'execution', '--action', 'Send'],
    2,
    /write one such as dynamodb:GetItem$/,
  ],
  [
    'a resource that is misspelled',
    ['--role', 'execution', '--action', 'sqs:SendMessage', '--resource', '${Order.Arn}'],
    1,
    /^--resource refers to Order, and no stack has all of them; did you mean "Orders"\?$/,
  ],
  ['no role', ['--action', 'sqs:SendMessage'], 2, /^error: required option '--role <name>' not specified/],
])('%s: told', async (_, parameters, code, error) => {
  const run = await explain(...parameters);

  expect({ code: run.code, out: run.out }).toEqual({ code, out: '' });
  expect(run.error).toMatch(error);
});

describe('a question', () => {
  const { actions } = boundaryTables();
  const asked = { role: 'execution', action: 'iam:createrole' };

  test('has the action as it is written, and condition keys in lower case, with all their values', () => {
    const context = ['aws:CalledVia=a.amazonaws.com', 'aws:calledvia=b=c', 'aws:RequestTag/x='];

    expect(readQuestion({ ...asked, context, without: ['iam:PermissionsBoundary'] }, actions)).toMatchObject({
      action: { name: 'iam:CreateRole' },
      context: {
        'aws:calledvia': [['a.amazonaws.com'], ['b=c']],
        'aws:requesttag/x': [[]],
        'iam:permissionsboundary': 'absent',
      },
    });
  });

  test.each([
    [{ context: ['x', '=y', 'a=b'] }, '--context has "x", "=y": write a condition key and its value'],
    [{ context: ['aws:x=1'], without: ['AWS:X'] }, 'aws:x stands in --context and in --without'],
  ])('%j: told', (given, message) => {
    expect(() => readQuestion({ ...asked, ...given }, actions)).toThrow(message);
  });
});
