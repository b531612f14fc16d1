import { parsePolicy } from '../../../src/core/iam/parse-policy';
import type { Statement } from '../../../src/core/iam/policy';

const VERSION = '2012-10-17';
const LIST_BUCKETS = { Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' };
const NO_VALUE = { Ref: 'AWS::NoValue' };

function choice(whenTrue: unknown, whenFalse: unknown = NO_VALUE) {
  return { 'Fn::If': ['IsProduction', whenTrue, whenFalse] };
}

function parsed(statement: Record<string, unknown>, { version = VERSION }: { version?: unknown } = {}) {
  const { policy, problems } = parsePolicy({ Version: version, Statement: statement }, 'policy');
  return { statements: policy.statements, problems };
}

/** The statements of a policy that is understood, without name and place. */
function understood(statement: Record<string, unknown>, version?: unknown): Partial<Statement>[] {
  const { statements, problems } = parsed(statement, { version: version ?? VERSION });
  expect(problems).toEqual([]);
  return statements.map(({ name: _, place: __, ...rest }) => rest);
}

describe('the forms of a policy', () => {
  const [expected] = parsePolicy({ Version: VERSION, Statement: [LIST_BUCKETS] }, 'policy').policy.statements;

  test.each<[string, unknown]>([
    ['one statement', { Version: VERSION, Statement: LIST_BUCKETS }],
    [
      'lists with one entry',
      { Version: VERSION, Statement: [{ ...LIST_BUCKETS, Action: ['s3:ListAllMyBuckets'], Resource: ['*'] }] },
    ],
    ['a JSON text', JSON.stringify({ Version: VERSION, Id: 'buckets', Statement: [LIST_BUCKETS] })],
    [
      'members without value',
      { Version: VERSION, Statement: { ...LIST_BUCKETS, Condition: NO_VALUE, NotAction: NO_VALUE } },
    ],
    [
      'a condition that is known',
      { Version: VERSION, Statement: { 'Fn::If': ['IsTest', LIST_BUCKETS, { Effect: 'Deny' }] } },
    ],
  ])('%s', (_, document) => {
    const { policy, problems } = parsePolicy(document, 'policy', { conditions: { IsTest: true } });

    expect(problems).toEqual([]);
    expect(policy.statements).toEqual([{ ...expected, place: expect.stringMatching(/^policy\.Statement/) }]);
  });

  test('statements are called by Sid, else by position, and say where they stand', () => {
    const { policy } = parsePolicy(
      { Version: VERSION, Statement: [LIST_BUCKETS, { Sid: 'Two', ...LIST_BUCKETS }] },
      'a: b',
    );

    expect(policy.place).toBe('a: b');
    expect(policy.statements.map(({ name, place }) => [name, place])).toEqual([
      ['statement 1', 'a: b.Statement[0]'],
      ['Two', 'a: b.Statement[1]'],
    ]);
  });
});

test('all elements are read', () => {
  const [statement] = understood({
    Effect: 'Deny',
    NotAction: ['s3:Get*', 's3:List*'],
    NotResource: { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::${Bucket}/*' },
    NotPrincipal: { AWS: ['111111111111', { 'Fn::GetAtt': ['Role', 'Arn'] }], Service: 'events.amazonaws.com' },
    Condition: {
      'ForAllValues:StringLikeIfExists': { 'aws:TagKeys': ['team', 'cost*'] },
      Bool: { 'aws:SecureTransport': false, 'aws:ViaAWSService': 'true' },
    },
  });

  expect(statement).toEqual({
    effect: 'Deny',
    actions: { not: true, patterns: ['s3:Get*', 's3:List*'] },
    resources: {
      not: true,
      patterns: [['arn:', { unknown: 'AWS::Partition' }, ':s3:::', { unknown: 'Bucket' }, '/*']],
    },
    principals: {
      not: true,
      patterns: [
        { kind: 'AWS', value: ['111111111111'] },
        { kind: 'AWS', value: [{ unknown: 'Role.Arn' }] },
        { kind: 'Service', value: ['events.amazonaws.com'] },
      ],
    },
    conditions: [
      {
        operator: 'StringLike',
        ifExists: true,
        quantifier: 'ForAllValues',
        key: 'aws:TagKeys',
        values: [['team'], ['cost*']],
      },
      { operator: 'Bool', ifExists: false, quantifier: undefined, key: 'aws:SecureTransport', values: [['false']] },
      { operator: 'Bool', ifExists: false, quantifier: undefined, key: 'aws:ViaAWSService', values: [['true']] },
    ],
  });
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
test('policy variables are such since version 2012-10-17', () => {
  const statement = { ...LIST_BUCKETS, Resource: 'arn:aws:s3:::${aws:username}/a${*}b${$}' };

  expect(understood(statement)[0].resources?.patterns).toEqual([
    ['arn:aws:s3:::', { unknown: '${aws:username}' }, '/a', { unknown: '${*}' }, 'b$'],
  ]);
  expect(understood(statement, '2008-10-17')[0].resources?.patterns).toEqual([
    ['arn:aws:s3:::${aws:username}/a${*}b${$}'],
  ]);
});

test('resources of API Gateway may leave out the beginning of the ARN', () => {
  const [statement] = understood({
    Effect: 'Allow',
    Action: 'execute-api:Invoke',
    Principal: '*',
    Resource: 'execute-api:/prod/*',
  });

  expect(statement.resources?.patterns).toEqual([['arn:*:execute-api:*:*:*/prod/*']]);
});

describe('what depends on the deployment becomes a certain and an uncertain statement', () => {
  test.each<[string, Record<string, unknown>, Partial<Statement>[]]>([
    [
      'an action',
      { ...LIST_BUCKETS, Action: ['s3:GetObject', choice('s3:PutObject')] },
      [
        { actions: { not: false, patterns: ['s3:GetObject'] } },
        { actions: { not: false, patterns: ['s3:GetObject', 's3:PutObject'] }, isUncertain: true },
      ],
    ],
    [
      'an exception',
      { Effect: 'Allow', NotAction: ['iam:*', choice('sts:*')], Resource: '*' },
      [
        { actions: { not: true, patterns: ['iam:*', 'sts:*'] } },
        { actions: { not: true, patterns: ['iam:*'] }, isUncertain: true },
      ],
    ],
    [
      'the only resource',
      { ...LIST_BUCKETS, Resource: choice('arn:aws:s3:::a', 'arn:aws:s3:::b') },
      [{ resources: { not: false, patterns: [['arn:aws:s3:::a'], ['arn:aws:s3:::b']] }, isUncertain: true }],
    ],
    [
      'a value of a condition',
      { ...LIST_BUCKETS, Condition: { StringEquals: { 'a:b': ['x', choice('y')] } } },
      [
        { conditions: [expect.objectContaining({ values: [['x']] })] },
        { conditions: [expect.objectContaining({ values: [['x'], ['y']] })], isUncertain: true },
      ],
    ],
    [
      'a value that must not be',
      { ...LIST_BUCKETS, Condition: { StringNotEquals: { 'a:b': ['x', choice('y')] } } },
      [
        { conditions: [expect.objectContaining({ values: [['x'], ['y']] })] },
        { conditions: [expect.objectContaining({ values: [['x']] })], isUncertain: true },
      ],
    ],
    [
      'a whole block of conditions',
      { ...LIST_BUCKETS, Condition: choice({ Bool: { 'a:b': true } }) },
      [{ conditions: [], isUncertain: true }],
    ],
    [
      'the effect',
      { ...LIST_BUCKETS, Effect: choice('Allow', 'Deny') },
      [
        { effect: 'Allow', isUncertain: true },
        { effect: 'Deny', isUncertain: true },
      ],
    ],
  ])('%s', (_, statement, expected) => {
    expect(understood(statement)).toEqual(expected.map((each) => expect.objectContaining(each)));
  });

  test('a statement that may be missing', () => {
    const { policy, problems } = parsePolicy(
      { Version: VERSION, Statement: [LIST_BUCKETS, choice(LIST_BUCKETS)] },
      'policy',
    );

    expect(problems).toEqual([]);
    expect(policy.statements.map(({ name, isUncertain }) => [name, isUncertain])).toEqual([
      ['statement 1', undefined],
      ['statement 2', true],
    ]);
  });
});

const ANYTHING_PERHAPS = [
  expect.objectContaining({ effect: 'Allow', actions: { not: false, patterns: ['*'] }, isUncertain: true }),
  expect.objectContaining({ effect: 'Deny', actions: { not: false, patterns: ['*'] }, isUncertain: true }),
];

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a number', 5],
  ['a list', []],
  ['a text that is no JSON', '{"Version": "2012-10-17", "Statement": ['],
  ['a function that only the deployment computes', { 'Fn::Transform': { Name: 'AWS::Include' } }],
  ['a parameter', { Ref: 'Policy' }],
  ['no value', NO_VALUE],
  ['no statements', { Version: VERSION, Statement: [] }],
  ['a statement that is a text', { Version: VERSION, Statement: 'Allow' }],
  ['a statement in two lists', { Version: VERSION, Statement: [[LIST_BUCKETS]] }],
])('a policy that is %s may allow and deny anything, and that is a problem', (_, document) => {
  const { policy, problems } = parsePolicy(document, 'policy');

  expect(policy.statements).toEqual(ANYTHING_PERHAPS);
  expect(problems).toHaveLength(1);
  expect(problems[0].place).toMatch(/^policy/);
});

const any = { not: false, patterns: ['*'] };

test.each<[string, Record<string, unknown>, string, Partial<Statement>[]]>([
  [
    'an effect in the wrong case',
    { ...LIST_BUCKETS, Effect: 'allow' },
    'Effect: found "allow", but an effect is "Allow" or "Deny"; write one of the two as a literal text',
    [
      { effect: 'Allow', isUncertain: true },
      { effect: 'Deny', isUncertain: true },
    ],
  ],
  [
    'no action',
    { Effect: 'Allow', Resource: '*' },
    ': found {"Effect":"Allow","Resource":"*"}, but it names no action; add Action or NotAction',
    [{ actions: any, isUncertain: true }],
  ],
  [
    'an action without service',
    { ...LIST_BUCKETS, Action: ['s3:GetObject', 'PutObject'] },
    'Action: found "PutObject", but PutObject has no service and action; write "service:Action", for example "s3:GetObject", or "*"',
    [
      { actions: { not: false, patterns: ['s3:GetObject'] } },
      { actions: { not: false, patterns: ['s3:GetObject', '*'] }, isUncertain: true },
    ],
  ],
  [
    'an action that is a number',
    { ...LIST_BUCKETS, Action: [['s3:GetObject']] },
    'Action: found ["s3:GetObject"], but an action is a text; write actions like "s3:GetObject"',
    [{ actions: any, isUncertain: true }],
  ],
  [
    'an action that isn’t known',
    { ...LIST_BUCKETS, Action: { 'Fn::Sub': 's3:${Verb}Object' } },
    'Action: found {"Fn::Sub":"s3:${Verb}Object"}, but only the deployment knows the action s3:${Verb}Object; write the action as a literal text',
    [{ actions: { not: false, patterns: ['s3:*Object'] }, isUncertain: true }],
  ],
  [
    'no entries',
    { ...LIST_BUCKETS, Action: [] },
    'Action: found [], but the list has no entries, and IAM refuses it; name at least one, or leave the statement out',
    [{ actions: any, isUncertain: true }],
  ],
  [
    'both an element and its opposite',
    { ...LIST_BUCKETS, NotResource: 'arn:aws:s3:::a' },
    'NotResource: found "arn:aws:s3:::a", but the statement has both Resource and NotResource, and IAM refuses it; keep one of the two',
    [{ resources: { not: false, patterns: [['*']] }, isUncertain: true }],
  ],
  [
    'no resource',
    { Effect: 'Deny', Action: '*' },
    ': found {"Action":"*","Effect":"Deny"}, but it names neither resource nor principal; add Resource, for example "*"',
    [{ effect: 'Deny', isUncertain: true }],
  ],
  [
    'a resource that is no ARN',
    { ...LIST_BUCKETS, Resource: ['bucket/*', 'arn:aws:s3:::a'] },
    'Resource: found "bucket/*", but it is no ARN, and IAM refuses it; write an ARN like "arn:aws:s3:::bucket/*", or "*"',
    [
      { resources: { not: false, patterns: [['arn:aws:s3:::a']] } },
      { resources: { not: false, patterns: [['*'], ['arn:aws:s3:::a']] }, isUncertain: true },
    ],
  ],
  [
    'a resource that is an object',
    { ...LIST_BUCKETS, Resource: { Bucket: 'a' } },
    'Resource: found {"Bucket":"a"}, but a resource is a text; write an ARN, or "*"',
    [{ resources: { not: false, patterns: [['*']] }, isUncertain: true }],
  ],
  [
    'an element that doesn’t exist',
    { ...LIST_BUCKETS, Conditions: {} },
    'Conditions: found {}, but a statement has no element Conditions, and IAM refuses it; did you mean "Condition"?',
    [{ isUncertain: true }],
  ],
  [
    'a principal that is a text',
    { ...LIST_BUCKETS, Principal: '111111111111' },
    'Principal: found "111111111111", but a principal is "*" or an object with kinds of principals; write for example {"AWS": "arn:…"}',
    [{ principals: { not: false, patterns: [{ kind: '*', value: ['*'] }] }, isUncertain: true }],
  ],
  [
    'a kind of principal that doesn’t exist',
    { ...LIST_BUCKETS, Principal: { Role: 'a' } },
    'Principal.Role: found "a", but Role is no kind of principal; use AWS, Service, Federated, CanonicalUser',
    [{ principals: { not: false, patterns: [{ kind: '*', value: ['*'] }] }, isUncertain: true }],
  ],
  [
    'a principal with a wildcard',
    { ...LIST_BUCKETS, Principal: { AWS: 'arn:aws:iam::111111111111:role/*' } },
    'Principal.AWS: found "arn:aws:iam::111111111111:role/*", but principals of the kind AWS are "*", account ids and whole ARNs; IAM refuses it; name the principal in full, or use a condition on aws:PrincipalArn',
    [{ isUncertain: true }],
  ],
  [
    'a principal that is an object',
    { ...LIST_BUCKETS, Principal: { AWS: {} } },
    'Principal.AWS: found {}, but a principal is a text; write an ARN, an account id or the name of a service',
    [{ principals: { not: false, patterns: [{ kind: '*', value: ['*'] }] }, isUncertain: true }],
  ],
  [
    'conditions that are a text',
    { ...LIST_BUCKETS, Condition: 'never' },
    'Condition: found "never", but conditions are an object by operator; write for example {"StringEquals": {…}}',
    [{ conditions: [], isUncertain: true }],
  ],
  [
    'an operator that doesn’t exist',
    { ...LIST_BUCKETS, Condition: { StringEqual: { 'a:b': 'x' } } },
    'Condition.StringEqual: found "StringEqual", but IAM has no such condition operator; did you mean "StringEquals"?',
    [{ conditions: [], isUncertain: true }],
  ],
  [
    'Null with IfExists',
    { ...LIST_BUCKETS, Condition: { NullIfExists: { 'a:b': true } } },
    'Condition.NullIfExists: found "NullIfExists", but IAM has no such condition operator; did you mean "Null"?',
    [{ conditions: [], isUncertain: true }],
  ],
  [
    'an operator without keys',
    { ...LIST_BUCKETS, Condition: { Bool: true } },
    'Condition.Bool: found true, but an operator has an object of condition keys; write for example {"aws:RequestTag/owner": "…"}',
    [{ conditions: [], isUncertain: true }],
  ],
  [
    'a value of a condition that is an object',
    { ...LIST_BUCKETS, Condition: { Bool: { 'a:b': { c: 1 } } } },
    'Condition.Bool["a:b"]: found {"c":1}, but a value of a condition is a text; write a text, number or boolean',
    [{ conditions: [], isUncertain: true }],
  ],
])('a statement with %s matches perhaps what it might, and that is a problem', (_, statement, message, expected) => {
  const { statements, problems } = parsed(statement);

  expect(
    problems.map(({ place, value, reason, remedy }) => `${place}: found ${value}, but ${reason}; ${remedy}`),
  ).toEqual([`policy.Statement${message.startsWith(':') ? message : `.${message}`}`]);
  expect(statements).toEqual(expected.map((each) => expect.objectContaining(each)));
});

test.each<[string, Record<string, unknown>, string]>([
  ['version', { Version: '2020-01-01', Statement: LIST_BUCKETS }, 'policy.Version'],
  ['element', { Version: VERSION, Statement: LIST_BUCKETS, Comment: 'x' }, 'policy.Comment'],
])('a %s that IAM doesn’t know is a problem', (_, document, place) => {
  expect(parsePolicy(document, 'policy').problems).toEqual([expect.objectContaining({ place })]);
});

test('all problems of a policy are told at once', () => {
  const Statement = [{ Effect: 'Allow' }, { Action: 1, Resource: 'x' }];

  expect(parsePolicy({ Statement }, 'policy').problems.map(({ place }) => place)).toEqual([
    'policy.Statement[0]',
    'policy.Statement[0]',
    'policy.Statement[1].Effect',
    'policy.Statement[1].Action',
    'policy.Statement[1].Resource',
  ]);
});
