import { inShort, needsIn, needsOfResource, resources, stack } from './made-up-tables';
import type { Need } from '../../../../src/core/boundary/need';

const TABLE = 'arn:aws:dynamodb:us-east-1:111111111111:table/Backend-It-{It.name@Backend}';

function withProperty(property: Readonly<Record<string, unknown>>): string[] {
  const always = inShort(needsOfResource('AWS::DynamoDB::Table', {}));
  return inShort(needsOfResource('AWS::DynamoDB::Table', property)).filter((need) => !always.includes(need));
}

test('handlers are called for the resource itself, or for everything where no resource can be named', () => {
  expect(inShort(needsOfResource('AWS::DynamoDB::Table', {}))).toEqual([
    `dynamodb:CreateTable ${TABLE}`,
    `dynamodb:DescribeTable ${TABLE}`,
    `dynamodb:UpdateTable ${TABLE}`,
    `dynamodb:DeleteTable ${TABLE}`,
    `dynamodb:TagResource ${TABLE}`,
  ]);
  expect(inShort(needsOfResource('AWS::KMS::Key', {}))).toEqual(['kms:CreateKey *']);
});

test.each([
  ['dynamodb:CreateTable', ['create', 'update', 'rollback']],
  ['dynamodb:DescribeTable', ['create', 'read', 'update', 'rollback']],
  ['dynamodb:UpdateTable', ['update', 'rollback']],
  ['dynamodb:DeleteTable', ['update', 'delete', 'rollback']],
  ['dynamodb:TagResource', ['create', 'update', 'tag', 'rollback']],
])('%s is called in the operations %p', (action, operations) => {
  const need = needsOfResource('AWS::DynamoDB::Table', {}).find((each) => each.action === action);

  expect(need?.operations).toEqual(operations);
});

const ON = { PointInTimeRecoveryEnabled: true };

test.each<[string, Record<string, unknown>, string[]]>([
  ['a property that is set', { TimeToLive: {} }, [`dynamodb:UpdateTimeToLive ${TABLE}`]],
  ['a property that is taken away', { TimeToLive: { Ref: 'AWS::NoValue' } }, []],
  ['nothing where a value was meant', { TimeToLive: null }, []],
  [
    'a property that a condition decides about',
    { TimeToLive: { 'Fn::If': ['HasEnd', {}, { Ref: 'AWS::NoValue' }] } },
    [`dynamodb:UpdateTimeToLive ${TABLE} ?`],
  ],
  [
    'a property with the value that matters',
    { PointInTimeRecoverySpecification: ON },
    [`dynamodb:UpdateContinuousBackups ${TABLE}`],
  ],
  [
    'a truth value written as a text',
    { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: 'true' } },
    [`dynamodb:UpdateContinuousBackups ${TABLE}`],
  ],
  ['another value', { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false } }, []],
  [
    'a value of a parameter',
    { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: { Ref: 'IsRecoverable' } } },
    [`dynamodb:UpdateContinuousBackups ${TABLE} ?`],
  ],
  [
    'a value that a condition decides about',
    { PointInTimeRecoverySpecification: { 'Fn::If': ['IsProduction', ON, { PointInTimeRecoveryEnabled: false }] } },
    [`dynamodb:UpdateContinuousBackups ${TABLE} ?`],
  ],
  [
    'an object that only the deployment knows',
    { PointInTimeRecoverySpecification: { 'Fn::FindInMap': ['Map', 'a', 'b'] } },
    [`dynamodb:UpdateContinuousBackups ${TABLE} ?`],
  ],
])('%s', (_, properties, needs) => {
  expect(withProperty(properties)).toEqual(needs);
});

test('the property that makes an action necessary is named, and the ARN in it is what the action is called for', () => {
  const template = resources({
    Key: { Type: 'AWS::KMS::Key' },
    Table: {
      Type: 'AWS::DynamoDB::Table',
      Metadata: { 'aws:cdk:path': 'Backend/Table/Resource' },
      Properties: { SSESpecification: { KMSMasterKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
    },
  });

  expect(needsIn([template]).find(({ action }) => action === 'kms:DescribeKey')).toEqual<Need>({
    action: 'kms:DescribeKey',
    operations: ['create', 'update', 'rollback'],
    resource: ['arn:aws:kms:us-east-1:111111111111:key/', { unknown: 'Key.name@Backend' }],
    certainty: 'certain',
    origin: {
      kind: 'encryption',
      stack: 'Backend',
      logicalId: 'Table',
      path: 'Backend/Table/Resource',
      resourceType: 'AWS::DynamoDB::Table',
      property: 'SSESpecification.KMSMasterKeyId',
      source: 'made up',
    },
  });
});

test('members of lists are looked through', () => {
  const template = { Code: {}, VpcConfig: { SubnetIds: [{ Ref: 'AWS::NoValue' }, 'subnet-1'] } };

  expect(inShort(needsOfResource('AWS::Lambda::Function', template))).toContain('ec2:DescribeSubnets *');
  expect(inShort(needsOfResource('AWS::Lambda::Function', { VpcConfig: { SubnetIds: [] } }))).not.toContain(
    'ec2:DescribeSubnets *',
  );
});

test.each([
  ['certainly made', { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] }, ['certain']],
  ['certainly not made', { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] }, []],
  ['made or not', { 'Fn::Equals': [{ Ref: 'Stage' }, 'production'] }, ['conditional']],
  [
    'made or not after a negation',
    { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'Stage' }, 'production'] }] },
    ['conditional'],
  ],
  [
    'made when one of several things holds',
    { 'Fn::Or': [{ 'Fn::Equals': ['a', 'a'] }, { Condition: 'NotThere' }] },
    ['certain'],
  ],
  [
    'not made when one of several things does not hold',
    { 'Fn::And': [{ 'Fn::Equals': ['a', 'b'] }, { 'Fn::Equals': [{ Ref: 'Stage' }, 'x'] }] },
    [],
  ],
  ['made by a condition that refers to itself', { Condition: 'It' }, ['conditional']],
])('a resource that is %s', (_, condition, certainties) => {
  const template = stack({
    Conditions: { It: condition },
    Resources: { Key: { Type: 'AWS::KMS::Key', Condition: 'It' } },
  });

  expect(needsIn([template]).map(({ certainty }) => certainty)).toEqual(certainties);
});
