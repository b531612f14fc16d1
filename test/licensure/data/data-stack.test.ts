import { Match } from 'aws-cdk-lib/assertions';
import { productionSettings, sandboxSettings } from '../backend-settings';
import { ResourceLabels } from '../resource-labels';
import { resourcesOf, synthesize, template } from '../synthesized';

const sandboxStacks = synthesize(sandboxSettings());
const sandbox = sandboxStacks.data;
const production = synthesize(productionSettings()).data;

const KEPT = ['AWS::DynamoDB::Table', 'AWS::KMS::Key', 'AWS::S3::Bucket'];

test.each(KEPT)('production keeps every %s, a sandbox none', (type) => {
  const policies = (stack: typeof sandbox) => resourcesOf(stack, type).map(([, { DeletionPolicy }]) => DeletionPolicy);

  expect(policies(production).length).toBeGreaterThan(0);
  expect(new Set(policies(production))).toEqual(new Set(['Retain']));
  expect(new Set(policies(sandbox))).toEqual(new Set(['Delete']));
});

test('production protects every table from deletion, and says so', () => {
  const protection = (stack: typeof sandbox) =>
    resourcesOf(stack, 'AWS::DynamoDB::Table').map(([, { Properties }]) => Properties.DeletionProtectionEnabled);

  expect(protection(production)).toEqual([true, true, true]);
  expect(protection(sandbox)).toEqual([false, false, false]);
});

test('every table is billed on demand, encrypted with a key of ours, and restorable to any second', () => {
  template(sandbox).allResourcesProperties('AWS::DynamoDB::Table', {
    BillingMode: 'PAY_PER_REQUEST',
    SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: Match.anyValue() },
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  });
});

test('only the provider table has a stream, with both images', () => {
  const streams = resourcesOf(sandbox, 'AWS::DynamoDB::Table').map(([id, { Properties }]) => [
    id,
    Properties.StreamSpecification?.StreamViewType,
  ]);

  expect(streams.filter(([, view]) => view)).toEqual([[expect.stringMatching(/^ProviderTable/), 'NEW_AND_OLD_IMAGES']]);
});

test('keys rotate; those of a sandbox go as soon as they may', () => {
  template(production).allResourcesProperties('AWS::KMS::Key', {
    EnableKeyRotation: true,
    PendingWindowInDays: Match.absent(),
  });
  template(sandbox).allResourcesProperties('AWS::KMS::Key', { EnableKeyRotation: true, PendingWindowInDays: 7 });
});

test('services use the shared key only for this account', () => {
  const [, { Properties }] = resourcesOf(sandbox, 'AWS::KMS::Key').find(([id]) => id.startsWith('SharedKey'))!;
  const services = Properties.KeyPolicy.Statement.flatMap(({ Principal, Condition }: any) =>
    Principal.Service ? [[Principal.Service, Condition]] : [],
  );

  expect(Object.fromEntries(services)).toEqual({
    'cloudwatch.amazonaws.com': undefined,
    'events.amazonaws.com': { StringEquals: { 'aws:SourceAccount': '111122223333' } },
    'logs.us-east-1.amazonaws.com': {
      ArnLike: { 'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:us-east-1:111122223333:log-group:*' },
    },
  });
});

describe('the key of social security numbers', () => {
  const labels = new ResourceLabels(sandboxStacks);
  const [, { Properties }] = resourcesOf(sandbox, 'AWS::KMS::Key').find(([id]) => id.startsWith('SsnKey'))!;
  const [administration, ...others] = Properties.KeyPolicy.Statement;

  test('lets the account administer it', () => {
    expect(administration).toMatchObject({
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 'kms:*',
    });
  });

  test('shuts out everybody but the named roles and DynamoDB, administrators included', () => {
    expect(others).toHaveLength(1);
    const { Effect, Principal, Action, Condition } = others[0];

    expect({ Effect, Principal, Action }).toEqual({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
    });
    expect(Object.keys(Condition)).toEqual(['StringNotEquals']);
    const { 'aws:PrincipalArn': roles, 'aws:PrincipalServiceName': services } = Condition.StringNotEquals;
    expect(services).toEqual(['dynamodb.amazonaws.com']);
    expect(roles.map((role: unknown) => labels.of('data', role)).sort()).toEqual([
      expect.stringMatching(/^AWS::IAM::Role LicenseIngestRole/),
      expect.stringMatching(/^AWS::IAM::Role LicenseUploadRole/),
    ]);
  });
});

describe('the table of social security numbers', () => {
  const [, { Properties }] = resourcesOf(sandbox, 'AWS::DynamoDB::Table').find(([id]) => id.startsWith('SsnTable'))!;
  const denials: any[] = Properties.ResourcePolicy.PolicyDocument.Statement;

  test('has a name that ends as trails of data events select it', () => {
    expect(Properties.TableName).toBe('boards-ana-ssn-table-DataEventsLog');
  });

  test('denies to everybody, and allows nothing', () => {
    expect(denials.map(({ Effect, Principal }) => [Effect, Principal])).toEqual(
      denials.map(() => ['Deny', { AWS: '*' }]),
    );
    expect(denials).toHaveLength(3);
  });

  test.each([
    ['dynamodb:CreateBackup'],
    [['dynamodb:BatchGetItem', 'dynamodb:BatchWriteItem', 'dynamodb:PartiQL*', 'dynamodb:Scan']],
  ])('denies %j to everybody but the service', (Action) => {
    expect(denials).toContainEqual(
      expect.objectContaining({
        Action,
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:PrincipalServiceName': 'dynamodb.amazonaws.com' } },
      }),
    );
  });

  test('denies single reads of everything but the index by provider id', () => {
    expect(denials).toContainEqual(
      expect.objectContaining({
        Action: ['dynamodb:ConditionCheckItem', 'dynamodb:GetItem', 'dynamodb:Query'],
        NotResource: 'arn:aws:dynamodb:us-east-1:111122223333:table/boards-ana-ssn-table-DataEventsLog/index/ssnIndex',
      }),
    );
    const denial = denials.find(({ NotResource }) => NotResource);
    expect(denial).not.toHaveProperty('Condition');
  });
});

test('alarms reach the people and channels of the settings', () => {
  template(production).hasResourceProperties('AWS::SNS::Subscription', {
    Protocol: 'email',
    Endpoint: 'operators@example.org',
  });
  template(production).hasResourceProperties('AWS::Chatbot::SlackChannelConfiguration', {
    SlackChannelId: 'C0123456789',
    SlackWorkspaceId: 'T0123456789',
    ConfigurationName: 'boards-prod-alarms',
  });
  template(sandbox).resourceCountIs('AWS::SNS::Subscription', 0);
});

test('the alarm topic is encrypted, refuses plain connections, and takes news of this account only', () => {
  template(sandbox).hasResourceProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
  template(sandbox).hasResourceProperties('AWS::SNS::TopicPolicy', {
    PolicyDocument: {
      Statement: [
        Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ...['cloudwatch.amazonaws.com', 's3.amazonaws.com'].map((Service) =>
          Match.objectLike({
            Effect: 'Allow',
            Principal: { Service },
            Action: 'sns:Publish',
            Condition: Match.objectLike({ StringEquals: { 'aws:SourceAccount': '111122223333' } }),
          }),
        ),
      ],
    },
  });
});

test('access logs of production are locked for 90 days', () => {
  template(production).hasResourceProperties('AWS::S3::Bucket', {
    ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 90 } } },
  });
});

test.each([
  ['production', production, undefined],
  ['a sandbox', sandbox, { StringNotEquals: { 'aws:PrincipalArn': Match.anyValue() } }],
])('nobody deletes access logs of %s, except what empties the bucket of a sandbox', (_name, stack, Condition) => {
  template(stack).hasResourceProperties('AWS::S3::BucketPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
          Condition: Condition ?? Match.absent(),
        }),
      ]),
    },
  });
});

test('one setting lets API Gateway write logs, one policy the firewalls of this deployment', () => {
  template(sandbox).resourceCountIs('AWS::ApiGateway::Account', 1);
  const [[, { Properties }]] = resourcesOf(sandbox, 'AWS::Logs::ResourcePolicy');

  const { Statement } = JSON.parse(Properties.PolicyDocument);
  expect(Properties.PolicyName).toBe('boards-ana-firewall-logs');
  expect(Statement[0].Resource).toBe('arn:aws:logs:us-east-1:111122223333:log-group:aws-waf-logs-boards-ana-*:*');
});
