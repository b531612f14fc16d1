import { Match } from 'aws-cdk-lib/assertions';
import { TableContract, TABLES } from '../../../src/core/contracts/tables';
import { productionSettings, sandboxSettings } from '../backend-settings';
import { resourcesOf, synthesize, template } from '../synthesized';

const sandbox = synthesize(sandboxSettings()).data;
const production = synthesize(productionSettings()).data;

const KEPT = ['AWS::DynamoDB::Table', 'AWS::KMS::Key', 'AWS::S3::Bucket'];

test.each(KEPT)('production keeps every %s, a sandbox none', (type) => {
  const policies = (stack: typeof sandbox) => resourcesOf(stack, type).map(([, { DeletionPolicy }]) => DeletionPolicy);

  expect(policies(production).length).toBeGreaterThan(0);
  expect(new Set(policies(production))).toEqual(new Set(['Retain']));
  expect(new Set(policies(sandbox))).toEqual(new Set(['Delete']));
});

test('production protects tables from deletion as their contracts say, a sandbox none', () => {
  const protection = (stack: typeof sandbox) =>
    resourcesOf(stack, 'AWS::DynamoDB::Table').map(([, { Properties }]) => Properties.DeletionProtectionEnabled);

  const contracts = Object.values<TableContract>(TABLES);
  expect(protection(production)).toEqual(contracts.map(({ deletionProtection }) => deletionProtection));
  expect(protection(sandbox)).toEqual(contracts.map(() => false));
});

test('every table is billed on demand and encrypted with a key of ours', () => {
  template(sandbox).allResourcesProperties('AWS::DynamoDB::Table', {
    BillingMode: 'PAY_PER_REQUEST',
    SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: Match.anyValue() },
  });
});

/** Written down here, not derived: what is lost by a mistake, kept for ever, or seen by others. */
test.each([
  ['ssn', { recovery: true, stream: undefined, ttl: undefined }],
  ['provider', { recovery: true, stream: 'NEW_AND_OLD_IMAGES', ttl: undefined }],
  ['staffUsers', { recovery: true, stream: undefined, ttl: undefined }],
  ['compactConfiguration', { recovery: true, stream: undefined, ttl: undefined }],
  ['dataEvents', { recovery: true, stream: undefined, ttl: 'eventExpiry' }],
  ['transactionHistory', { recovery: true, stream: undefined, ttl: undefined }],
  ['rateLimiting', { recovery: false, stream: undefined, ttl: 'ttl' }],
  ['eventState', { recovery: true, stream: undefined, ttl: 'ttl' }],
  ['eventOutbox', { recovery: true, stream: 'NEW_IMAGE', ttl: undefined }],
] as const)('table %s: recovery, stream and expiry %j', (id, expected) => {
  const made = resourcesOf(production, 'AWS::DynamoDB::Table').filter(([name]) =>
    name.startsWith(TABLES[id].constructId),
  );

  expect(made).toHaveLength(1);
  const [[, { Properties }]] = made;
  expect({
    recovery: Properties.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled,
    stream: Properties.StreamSpecification?.StreamViewType,
    ttl: Properties.TimeToLiveSpecification?.AttributeName,
  }).toEqual(expected);
});

test('only the table whose name a trail selects has a name of its own', () => {
  const names = resourcesOf(production, 'AWS::DynamoDB::Table').flatMap(
    ([, { Properties }]) => Properties.TableName ?? [],
  );

  expect(names).toEqual(['boards-prod-ssn-table-DataEventsLog']);
});

test('keys rotate; those of a sandbox go as soon as they may', () => {
  template(production).allResourcesProperties('AWS::KMS::Key', {
    EnableKeyRotation: true,
    PendingWindowInDays: Match.absent(),
  });
  template(sandbox).allResourcesProperties('AWS::KMS::Key', { EnableKeyRotation: true, PendingWindowInDays: 7 });
});

test('services use the shared key only for this account; for CloudWatch, the alarm topic sees to that', () => {
  const [, { Properties }] = resourcesOf(sandbox, 'AWS::KMS::Key').find(([id]) => id.startsWith('SharedKey'))!;
  const services = Properties.KeyPolicy.Statement.flatMap(({ Principal, Condition }: any) =>
    Principal.Service ? [[Principal.Service, Condition]] : [],
  );

  expect(Object.fromEntries(services)).toStrictEqual({
    'cloudwatch.amazonaws.com': undefined,
    'events.amazonaws.com': { StringEquals: { 'aws:SourceAccount': '111122223333' } },
    'logs.us-east-1.amazonaws.com': {
      ArnLike: { 'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:us-east-1:111122223333:log-group:*' },
    },
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

test('the alarm topic is encrypted, refuses plain connections, and takes alarms of this account only', () => {
  template(sandbox).hasResourceProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
  template(sandbox).hasResourceProperties('AWS::SNS::TopicPolicy', {
    PolicyDocument: {
      Statement: [
        Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        Match.objectLike({
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: 'sns:Publish',
          Condition: Match.objectLike({ StringEquals: { 'aws:SourceAccount': '111122223333' } }),
        }),
      ],
    },
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

test.each([
  ['production', production],
  ['a sandbox', sandbox],
])('%s keeps the setting of the account for logs of gateways, and its role, whose name is free', (_name, stack) => {
  const [[, { Properties, ...setting }]] = resourcesOf(stack, 'AWS::ApiGateway::Account');
  const [roleId] = Properties.CloudWatchRoleArn['Fn::GetAtt'];

  expect(setting).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  expect(stack.Resources[roleId]).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  expect(stack.Resources[roleId].Properties.RoleName).toBeUndefined();
});

test('one setting lets API Gateway write logs, one policy the firewalls of this deployment', () => {
  template(sandbox).resourceCountIs('AWS::ApiGateway::Account', 1);
  const [[, { Properties }]] = resourcesOf(sandbox, 'AWS::Logs::ResourcePolicy');

  const { Statement } = JSON.parse(Properties.PolicyDocument);
  expect(Properties.PolicyName).toBe('boards-ana-firewall-logs');
  expect(Statement[0].Resource).toBe('arn:aws:logs:us-east-1:111122223333:log-group:aws-waf-logs-boards-ana-*:*');
});
