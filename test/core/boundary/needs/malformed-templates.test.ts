import { MADE_UP_TABLES, PLACE, resources, stack } from './made-up-tables';
import { identitiesOf } from '../../../../src/core/boundary/needs/identities-of';
import { needsOf } from '../../../../src/core/boundary/needs/needs-of';
import { resourcePoliciesOf } from '../../../../src/core/boundary/needs/resource-policies-of';

const NO_POLICIES = { managedPolicies: { find: () => undefined } };

function problemsOf(template: unknown): string[] {
  return needsOf([stack(template)], MADE_UP_TABLES).problems.map(
    ({ place, value, reason, remedy }) => `${place}: found ${value}, but ${reason}; ${remedy}`,
  );
}

test.each<[string, unknown, string[]]>([
  [
    'nothing',
    undefined,
    ['Backend: found nothing, but a template is an object; give the template that CloudFormation gets'],
  ],
  ['a list', [], ['Backend: found a list, but a template is an object; give the template that CloudFormation gets']],
  [
    'a text',
    'Resources',
    ['Backend: found "Resources", but a template is an object; give the template that CloudFormation gets'],
  ],
  [
    'sections that are lists and texts',
    { Resources: [], Parameters: 'a', Outputs: 1, Conditions: true, Mappings: [] },
    [
      'Backend: Resources: found a list, but an object is expected; write its members in braces',
      'Backend: Parameters: found "a", but an object is expected; write its members in braces',
      'Backend: Outputs: found 1, but an object is expected; write its members in braces',
      'Backend: Mappings: found a list, but an object is expected; write its members in braces',
      'Backend: Conditions: found true, but an object is expected; write its members in braces',
    ],
  ],
  [
    'resources without type, and properties that are none',
    {
      Resources: {
        A: null,
        B: {},
        C: { Type: 7 },
        D: { Type: 'AWS::S3::Bucket', Properties: 'BucketName' },
        E: { Type: 'AWS::S3::Bucket', Properties: null },
      },
    },
    [
      'Backend: Resources.A: found nothing, but a resource has a type; add its Type, for example "AWS::S3::Bucket"',
      'Backend: Resources.B: found nothing, but a resource has a type; add its Type, for example "AWS::S3::Bucket"',
      'Backend: Resources.C: found 7, but a resource has a type; add its Type, for example "AWS::S3::Bucket"',
      'Backend: Resources.D.Properties: found "BucketName", but an object is expected; write its members in braces',
    ],
  ],
  [
    'a loop over resources',
    { Resources: { 'Fn::ForEach::Tables': ['Name', ['a'], {}] } },
    [
      'Backend: Resources.Fn::ForEach::Tables: found Fn::ForEach::Tables, but which resources CloudFormation makes of it is not known before the deployment; write the resources out, or give the template after the transform',
    ],
  ],
  [
    'a module',
    { Resources: { It: { Type: 'Company::Storage::Bucket::MODULE' } } },
    [
      'Backend.It: found Company::Storage::Bucket::MODULE, but which resources the module holds is not known before the deployment; write its resources into the template',
    ],
  ],
  [
    'a type of which nothing is known, many times',
    { Resources: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [`A${n}`, { Type: 'Company::Made::Up' }])) },
    [
      'Backend.A1, Backend.A2, Backend.A3, Backend.A4, Backend.A5 and 2 more: found Company::Made::Up, but which actions CloudFormation calls for this resource type is not known here; give its actions as typeActions, for example { "Company::Made::Up": ["service:CreateThing", "service:DeleteThing"] }',
    ],
  ],
  ['names that every object has', { Resources: { constructor: { Type: 'AWS::S3::Bucket' } } }, []],
  [
    'a type that every object has',
    { Resources: { It: { Type: 'constructor' } } },
    [expect.stringContaining('Backend.It: found constructor')],
  ],
])('%s', (_, template, problems) => {
  expect(problemsOf(template)).toEqual(problems);
});

function nested(wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 'x';
  for (let depth = 0; depth < 10_000; depth += 1) value = wrap(value);
  return value;
}

test.each([
  ['objects', (inner: unknown): unknown => ({ a: inner })],
  ['lists', (inner: unknown): unknown => [inner]],
  ['conditions', (inner: unknown): unknown => ({ 'Fn::If': ['X', inner, { Ref: 'AWS::NoValue' }] })],
  ['texts that are put together', (inner: unknown): unknown => ({ 'Fn::Join': ['', [inner, '{{resolve:ssm:/a']] })],
  ['imports', (inner: unknown): unknown => ({ 'Fn::ImportValue': inner })],
  ['negations', (inner: unknown): unknown => ({ 'Fn::Not': [inner] })],
])('%s that are nested 10,000 deep end nothing', (_, wrap) => {
  const value = nested(wrap);
  const templates = [
    stack({
      Conditions: { X: value },
      Outputs: { O: { Value: value, Export: { Name: value } } },
      Parameters: { P: value },
      Resources: {
        Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: value } },
        Custom: { Type: 'Custom::It', Properties: { ServiceToken: value } },
        Function: {
          Type: 'AWS::Lambda::Function',
          Properties: { Role: value, Code: { S3Bucket: value, S3Key: value } },
        },
        Policy: { Type: 'AWS::IAM::Policy', Properties: { Roles: value, PolicyDocument: value } },
        QueuePolicy: { Type: 'AWS::SQS::QueuePolicy', Properties: { Queues: value, PolicyDocument: value } },
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: { Policies: value, AssumeRolePolicyDocument: value, RoleName: value },
        },
        Table: { Type: 'AWS::DynamoDB::Table', Properties: { TimeToLive: value } },
      },
    }),
  ];

  expect(needsOf(templates, MADE_UP_TABLES).needs.map(({ action }) => action)).toContain('s3:CreateBucket');
  expect(identitiesOf(templates, NO_POLICIES).identities).toHaveLength(1);
  expect(() => resourcePoliciesOf(templates)).not.toThrow();
});

test('names that refer to each other in a circle are not known', () => {
  const name = (other: string) => ({
    Type: 'AWS::DynamoDB::Table',
    Properties: { TableName: { 'Fn::Sub': `\${${other}}-x` } },
  });

  const { needs } = needsOf([resources({ A: name('B'), B: name('A') })], MADE_UP_TABLES);

  expect(needs.find(({ action }) => action === 'dynamodb:CreateTable')?.resource).toContainEqual(
    expect.objectContaining({ unknown: expect.any(String) }),
  );
});

test('what the whole grows by is what a template adds', () => {
  const template = (name: string) => ({
    ...PLACE,
    name,
    template: {
      Resources: Object.fromEntries(
        Array.from({ length: 100 }, (_, index) => [`Table${index}`, { Type: 'AWS::DynamoDB::Table' }]),
      ),
    },
  });
  const templates = Array.from({ length: 5 }, (_, index) => template(`Stack${index}`));

  const one = needsOf(templates.slice(0, 1), MADE_UP_TABLES).needs;
  const all = needsOf(templates, MADE_UP_TABLES).needs;

  expect(all).toHaveLength(5 * one.length);
  expect(new Set(all.map(({ operations }) => operations)).size).toBe(
    new Set(one.map(({ operations }) => operations)).size,
  );
});
