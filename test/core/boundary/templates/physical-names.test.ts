import { ARN_FORMATS } from '../../../../src/core/boundary/templates/arn-formats';
import { arnOf } from '../../../../src/core/boundary/templates/physical-names';
import { readTemplates } from '../../../../src/core/boundary/templates/read-templates';
import { textsOf } from '../../../../src/core/iam/intrinsic-text';
import { shown, stack, PLACE } from '../needs/made-up-tables';

const HERE = `${PLACE.region}:${PLACE.account}`;

/** The ARN of the resource `It`, and the texts that values of its template have. */
function read(type: string, properties: object, ...values: unknown[]) {
  const [model] = readTemplates([stack({ Resources: { It: { Type: type, Properties: properties } } })]).models;
  const it = model.resources.get('It')!;
  return { arn: shown(arnOf(it)), values: values.map((value) => textsOf(value, model.scope).map(shown)) };
}

test.each<[string, object, string | undefined]>([
  ['AWS::CloudWatch::Alarm', { AlarmName: 'late' }, `arn:aws:cloudwatch:${HERE}:alarm:late`],
  ['AWS::DynamoDB::Table', { TableName: 'licenses' }, `arn:aws:dynamodb:${HERE}:table/licenses`],
  ['AWS::Events::EventBus', { Name: 'bus' }, `arn:aws:events:${HERE}:event-bus/bus`],
  ['AWS::Events::Rule', { Name: 'daily' }, `arn:aws:events:${HERE}:rule/daily`],
  ['AWS::Events::Rule', { Name: 'daily', EventBusName: 'bus' }, `arn:aws:events:${HERE}:rule/bus/daily`],
  [
    'AWS::Events::Rule',
    { Name: 'daily', EventBusName: `arn:aws:events:${HERE}:event-bus/bus` },
    `arn:aws:events:${HERE}:rule/{It.EventBusName@Backend}daily`,
  ],
  ['AWS::IAM::ManagedPolicy', { ManagedPolicyName: 'read' }, `arn:aws:iam::${PLACE.account}:policy/read`],
  ['AWS::IAM::Role', { RoleName: 'reader' }, `arn:aws:iam::${PLACE.account}:role/reader`],
  ['AWS::IAM::Role', { RoleName: 'reader', Path: '/a/' }, `arn:aws:iam::${PLACE.account}:role/a/reader`],
  ['AWS::KMS::Alias', { AliasName: 'alias/data' }, `arn:aws:kms:${HERE}:alias/data`],
  ['AWS::KMS::Key', {}, `arn:aws:kms:${HERE}:key/{It.name@Backend}`],
  ['AWS::Lambda::Function', { FunctionName: 'handler' }, `arn:aws:lambda:${HERE}:function:handler`],
  ['AWS::Logs::LogGroup', { LogGroupName: '/log' }, `arn:aws:logs:${HERE}:log-group:/log`],
  ['AWS::S3::Bucket', { BucketName: 'uploads' }, 'arn:aws:s3:::uploads'],
  ['AWS::SNS::Topic', { TopicName: 'alarms' }, `arn:aws:sns:${HERE}:alarms`],
  ['AWS::SQS::Queue', { QueueName: 'work' }, `arn:aws:sqs:${HERE}:work`],
  ['AWS::SSM::Parameter', { Name: '/app/name' }, `arn:aws:ssm:${HERE}:parameter/app/name`],
  ['AWS::SSM::Parameter', { Name: 'name' }, `arn:aws:ssm:${HERE}:parameter/name`],
  [
    'AWS::SecretsManager::Secret',
    { Name: 'key' },
    `arn:aws:secretsmanager:${HERE}:secret:key-{It.end of the ARN@Backend}`,
  ],
  ['AWS::StepFunctions::StateMachine', { StateMachineName: 'flow' }, `arn:aws:states:${HERE}:stateMachine:flow`],
  [
    'AWS::DynamoDB::Table',
    { TableName: { 'Fn::Sub': 'a-${Stage}' } },
    `arn:aws:dynamodb:${HERE}:table/a-{Stage@Backend}`,
  ],
  [
    'AWS::DynamoDB::Table',
    { TableName: { 'Fn::If': ['X', 'a', 'b'] } },
    `arn:aws:dynamodb:${HERE}:table/{It.TableName@Backend}`,
  ],
  ['AWS::Made::Up', { Name: 'x' }, undefined],
])('%s with %j is %s', (type, properties, arn) => {
  expect(read(type, properties).arn).toBe(arn);
});

test.each<[string, object, unknown, string]>([
  ['AWS::DynamoDB::Table', { TableName: 'a' }, { Ref: 'It' }, 'a'],
  ['AWS::DynamoDB::Table', { TableName: 'a' }, { 'Fn::GetAtt': ['It', 'Arn'] }, `arn:aws:dynamodb:${HERE}:table/a`],
  ['AWS::DynamoDB::Table', { TableName: 'a' }, { 'Fn::GetAtt': 'It.StreamArn' }, '{It.StreamArn@Backend}'],
  [
    'AWS::DynamoDB::Table',
    { TableName: 'a' },
    { 'Fn::Sub': '${It.Arn}/index/*' },
    `arn:aws:dynamodb:${HERE}:table/a/index/*`,
  ],
  ['AWS::Logs::LogGroup', { LogGroupName: 'a' }, { 'Fn::GetAtt': ['It', 'Arn'] }, `arn:aws:logs:${HERE}:log-group:a:*`],
  ['AWS::SNS::Topic', { TopicName: 'a' }, { Ref: 'It' }, `arn:aws:sns:${HERE}:a`],
  ['AWS::SNS::Topic', { TopicName: 'a' }, { 'Fn::GetAtt': ['It', 'TopicName'] }, 'a'],
  ['AWS::SQS::Queue', { QueueName: 'a' }, { Ref: 'It' }, '{It@Backend}'],
  ['AWS::SQS::Queue', { QueueName: 'a' }, { 'Fn::GetAtt': ['It', 'QueueName'] }, 'a'],
  [
    'AWS::Backup::BackupVault',
    { BackupVaultName: 'a' },
    { 'Fn::GetAtt': ['It', 'BackupVaultArn'] },
    `arn:aws:backup:${HERE}:backup-vault:a`,
  ],
])('a reference to %s with %j', (type, properties, reference, text) => {
  expect(read(type, properties, reference).values).toEqual([[text]]);
});

test.each([
  ['AWS::IAM::Role', `arn:aws:iam::${PLACE.account}:role/Backend-It-{It.name@Backend}`],
  ['AWS::S3::Bucket', 'arn:aws:s3:::backend-it-{It.name@Backend}'],
  ['AWS::SQS::Queue', `arn:aws:sqs:${HERE}:Backend-It-{It.name@Backend}`],
  // How CloudFormation names these isn't documented, and differs.
  ['AWS::SSM::Parameter', `arn:aws:ssm:${HERE}:parameter/{It.name@Backend}`],
  ['AWS::StepFunctions::StateMachine', `arn:aws:states:${HERE}:stateMachine:{It.name@Backend}`],
])('CloudFormation makes a name for %s', (type, arn) => {
  expect(read(type, {}).arn).toBe(arn);
});

test('of a name that is cut, or in a nested stack, only the beginning is known: that of the stack', () => {
  const role = { Resources: { [`Role${'x'.repeat(60)}`]: { Type: 'AWS::IAM::Role' } } };
  const parent = {
    ...stack({ Resources: { Inner: { Type: 'AWS::CloudFormation::Stack' } } }),
    nested: { Inner: stack(role) },
  };
  const { models } = readTemplates([stack(role, 'a-stack-with-a-long-name'), parent]);
  const arns = models.flatMap(({ resources }) => [...resources.values()].map((resource) => shown(arnOf(resource))));

  expect(arns[0]).toMatch(new RegExp(`^arn:aws:iam::${PLACE.account}:role/a-stack-with-a-l\\{`));
  expect(arns[2]).toMatch(new RegExp(`^arn:aws:iam::${PLACE.account}:role/Backend\\{Rolex+\\.name@Backend/Inner\\}$`));
});

test('values of two stacks of one name are never the same', () => {
  const { models } = readTemplates([stack({}), stack({}), stack({}, 'Other')]);

  expect(models.map(({ scope }) => scope.stack)).toEqual(['Backend', 'Backend (2)', 'Other']);
});

test.each(Object.entries(ARN_FORMATS))('the format of %s has service, region and account', (_, { beginning }) => {
  expect(beginning).toMatch(/^[a-z0-9-]+:R?:A?:/);
});
