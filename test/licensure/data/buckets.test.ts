import { Match } from 'aws-cdk-lib/assertions';
import { BucketContract, BucketId, BUCKETS } from '../../../src/core/contracts/buckets';
import { productionSettings, sandboxSettings } from '../backend-settings';
import { ResourceLabels } from '../resource-labels';
import { Resource, resourcesOf, StackJson, synthesize, template } from '../synthesized';

const sandboxStacks = synthesize(sandboxSettings());
const sandbox = sandboxStacks.data;
const production = synthesize(productionSettings()).data;
const labels = new ResourceLabels(sandboxStacks);
const contracts = Object.values<BucketContract>(BUCKETS);

function bucket(stack: StackJson, id: BucketId): [string, Resource] {
  const found = resourcesOf(stack, 'AWS::S3::Bucket').filter(([name]) => name.startsWith(BUCKETS[id].constructId));
  expect(found).toHaveLength(1);
  return found[0];
}

test.each(contracts)('bucket $id is never public, and logs every access', ({ id }) => {
  const [, { Properties }] = bucket(production, id);

  expect(Properties).toMatchObject({
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
  });
  expect(Properties.LoggingConfiguration.DestinationBucketName).toEqual({
    Ref: expect.stringMatching(/^AccessLogsBucket/),
  });
});

/** Written down here, not derived. */
test.each([
  ['bulkUploads', { versioned: false, expires: 15, replaced: undefined, events: true, bucketKey: false }],
  ['providerUsers', { versioned: true, expires: undefined, replaced: undefined, events: true, bucketKey: true }],
  ['transactionReports', { versioned: true, expires: 366, replaced: 30, events: false, bucketKey: true }],
] as const)('bucket %s: %j', (id, expected) => {
  const [, { Properties }] = bucket(production, id);
  const [rule, ...others] = Properties.LifecycleConfiguration.Rules;

  expect(others).toEqual([]);
  expect(rule).toMatchObject({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 }, Status: 'Enabled' });
  expect({
    versioned: Properties.VersioningConfiguration?.Status === 'Enabled',
    expires: rule.ExpirationInDays,
    replaced: rule.NoncurrentVersionExpiration?.NoncurrentDays,
    events: Properties.NotificationConfiguration?.EventBridgeConfiguration.EventBridgeEnabled ?? false,
    bucketKey: Properties.BucketEncryption.ServerSideEncryptionConfiguration[0].BucketKeyEnabled ?? false,
  }).toEqual(expected);
});

test.each([
  ['production', production, ['https://app.boards.example.org']],
  ['a sandbox', sandbox, ['http://localhost:3018']],
])('browsers reach buckets of %s from its web clients only', (_name, stack, AllowedOrigins) => {
  const rules = (id: BucketId) => bucket(stack, id)[1].Properties.CorsConfiguration?.CorsRules;

  const fromWebClients = [{ AllowedOrigins, AllowedMethods: ['GET', 'POST'], AllowedHeaders: ['*'] }];
  expect(rules('bulkUploads')).toEqual(fromWebClients);
  expect(rules('providerUsers')).toEqual(fromWebClients);
  expect(rules('transactionReports')).toBeUndefined();
});

test('events of buckets need no function with rights on all buckets of the account', () => {
  for (const stack of [sandbox, production]) template(stack).resourceCountIs('Custom::S3BucketNotifications', 0);
});

test('buckets of a sandbox are emptied before they go, those of production by nothing', () => {
  const emptied = (stack: StackJson) => resourcesOf(stack, 'Custom::S3AutoDeleteObjects');

  expect(emptied(sandbox)).toHaveLength(contracts.length + 1);
  expect(emptied(production)).toEqual([]);
});

test('what empties buckets writes into a log that exists before and goes after it, so that nothing stays behind', () => {
  const [logId] = resourcesOf(sandbox, 'AWS::Logs::LogGroup')
    .map(([id]) => id)
    .filter((id) => id.includes('AutoDeleteLog'));

  for (const [, { DependsOn }] of resourcesOf(sandbox, 'Custom::S3AutoDeleteObjects')) {
    expect(DependsOn).toContain(logId);
  }
});

test('what empties buckets can list and delete objects, and read none', () => {
  const allowed = resourcesOf(sandbox, 'AWS::S3::BucketPolicy')
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
    .filter(({ Effect, Principal }) => Effect === 'Allow' && JSON.stringify(Principal).includes('AutoDelete'));

  expect(allowed).toHaveLength(contracts.length + 1);
  for (const { Action } of allowed) {
    expect(Action).toEqual(['s3:DeleteObject*', 's3:GetBucket*', 's3:List*', 's3:PutBucketPolicy']);
  }
});

test('whatever lies in the bucket of uploads lies there under the key of social security numbers', () => {
  const [id] = bucket(sandbox, 'bulkUploads');
  const policies = resourcesOf(sandbox, 'AWS::S3::BucketPolicy').filter(
    ([, { Properties }]) => Properties.Bucket.Ref === id,
  );
  const denials = policies
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
    .filter(({ Effect, Action }) => Effect === 'Deny' && Action === 's3:PutObject');

  const objects = { 'Fn::Join': ['', [{ 'Fn::GetAtt': [id, 'Arn'] }, '/*']] };
  const refusal = { Effect: 'Deny', Principal: { AWS: '*' }, Action: 's3:PutObject', Resource: objects };
  expect(denials).toEqual([
    {
      ...refusal,
      Sid: 'KeyOfBucketOnly',
      Condition: {
        Null: { 's3:x-amz-server-side-encryption': 'false' },
        StringNotEquals: { 's3:x-amz-server-side-encryption-aws-kms-key-id': expect.anything() },
      },
    },
    {
      ...refusal,
      Sid: 'NoKeysOfCallers',
      Condition: { Null: { 's3:x-amz-server-side-encryption-customer-algorithm': 'false' } },
    },
  ]);
  const key = denials[0].Condition.StringNotEquals['s3:x-amz-server-side-encryption-aws-kms-key-id'];
  expect(labels.of('data', key)).toBe('key ssn');
});

test('every bucket refuses plain connections', () => {
  const policies = resourcesOf(production, 'AWS::S3::BucketPolicy');

  expect(policies).toHaveLength(contracts.length + 1);
  for (const [, { Properties }] of policies) {
    template({
      Resources: { Policy: { Type: 'AWS::S3::BucketPolicy', Properties } },
      Outputs: {},
    }).hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  }
});
