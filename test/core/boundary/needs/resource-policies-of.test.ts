import { resources, shown } from './made-up-tables';
import { resourcePoliciesOf } from '../../../../src/core/boundary/needs/resource-policies-of';

const DOCUMENT = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: '222222222222' }, Action: 'made:Up', Resource: '*' }],
};

const ACCOUNT = 'us-east-1:111111111111';

test.each<[string, object, string | undefined]>([
  ['AWS::S3::BucketPolicy', { Bucket: 'uploads', PolicyDocument: DOCUMENT }, 'arn:aws:s3:::uploads'],
  ['AWS::S3::BucketPolicy', { Bucket: { Ref: 'Bucket' }, PolicyDocument: DOCUMENT }, 'arn:aws:s3:::of-the-template'],
  ['AWS::SQS::QueuePolicy', { Queues: [{ Ref: 'Queue' }], PolicyDocument: DOCUMENT }, `arn:aws:sqs:${ACCOUNT}:work`],
  [
    'AWS::SQS::QueuePolicy',
    { Queues: ['https://sqs.us-east-1.amazonaws.com/1/x'], PolicyDocument: DOCUMENT },
    undefined,
  ],
  ['AWS::SNS::TopicPolicy', { Topics: [{ Ref: 'Topic' }], PolicyDocument: DOCUMENT }, `arn:aws:sns:${ACCOUNT}:alarms`],
  [
    'AWS::SecretsManager::ResourcePolicy',
    { SecretId: { Ref: 'Secret' }, ResourcePolicy: DOCUMENT },
    `arn:aws:secretsmanager:${ACCOUNT}:secret:key-{Secret.end of the ARN@Backend}`,
  ],
  ['AWS::KMS::Key', { KeyPolicy: DOCUMENT }, `arn:aws:kms:${ACCOUNT}:key/{It.name@Backend}`],
  [
    'AWS::DynamoDB::Table',
    { TableName: 'licenses', ResourcePolicy: { PolicyDocument: DOCUMENT } },
    `arn:aws:dynamodb:${ACCOUNT}:table/licenses`,
  ],
])('%s with %j belongs to %s', (type, properties, arn) => {
  const template = resources({
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'of-the-template' } },
    Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'work' } },
    Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'key' } },
    Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'alarms' } },
    It: { Type: type, Properties: properties },
  });

  const { policies, problems } = resourcePoliciesOf([template]);

  expect(problems).toEqual([]);
  expect(policies.map(({ logicalId, resource }) => [logicalId, shown(resource)])).toEqual([['It', arn]]);
  expect(policies[0].policy.statements[0].actions.patterns).toEqual(['made:Up']);
});

test('a permission of a function is a statement of its policy', () => {
  const template = resources({
    Handler: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'handler' } },
    Permission: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName: { 'Fn::GetAtt': ['Handler', 'Arn'] },
        Principal: 'events.amazonaws.com',
        SourceAccount: { Ref: 'AWS::AccountId' },
        SourceArn: 'arn:aws:events:us-east-1:111111111111:rule/daily',
      },
    },
  });

  const [{ resource, policy }] = resourcePoliciesOf([template]).policies;

  expect(shown(resource)).toBe(`arn:aws:lambda:${ACCOUNT}:function:handler`);
  expect(policy.statements).toMatchObject([
    {
      effect: 'Allow',
      actions: { not: false, patterns: ['lambda:InvokeFunction'] },
      principals: { not: false, patterns: [{ kind: 'Service', value: ['events.amazonaws.com'] }] },
      conditions: [
        { operator: 'ArnLike', key: 'AWS:SourceArn', values: [['arn:aws:events:us-east-1:111111111111:rule/daily']] },
        { operator: 'StringEquals', key: 'AWS:SourceAccount', values: [['111111111111']] },
      ],
    },
  ]);
});

test.each([
  ['*', '*'],
  ['222222222222', 'AWS'],
])('a permission for the principal %s', (Principal, kind) => {
  const permission = { Action: 'lambda:InvokeFunction', FunctionName: 'handler', Principal };
  const template = resources({ It: { Type: 'AWS::Lambda::Permission', Properties: permission } });

  const [{ resource, policy }] = resourcePoliciesOf([template]).policies;

  expect(shown(resource)).toBe(`arn:aws:lambda:${ACCOUNT}:function:handler`);
  expect(policy.statements[0].principals?.patterns[0].kind).toBe(kind);
});

test('resources without a policy have none', () => {
  const template = resources({ Key: { Type: 'AWS::ECR::Repository' }, Table: { Type: 'AWS::DynamoDB::Table' } });

  expect(resourcePoliciesOf([template]).policies).toEqual([]);
});
