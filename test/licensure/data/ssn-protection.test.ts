import { sandboxSettings } from '../backend-settings';
import { ResourceLabels } from '../resource-labels';
import { resourcesOf, synthesize } from '../synthesized';

const stacks = synthesize(sandboxSettings());
const sandbox = stacks.data;
const labels = new ResourceLabels(stacks);

describe('the key of social security numbers', () => {
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
      expect.stringMatching(/^AWS::IAM::Role BulkUploadParserRole/),
      expect.stringMatching(/^AWS::IAM::Role BulkUploadUrlRole/),
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
    expect(denials).toHaveLength(4);
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

  test('denies single reads and writes to everybody but the one function that stores numbers', () => {
    const denial = denials.find(({ Sid }) => Sid === 'NamedRolesOnly');

    expect(denial).toMatchObject({
      Action: ['ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'].map(
        (action) => `dynamodb:${action}`,
      ),
      Resource: '*',
    });
    const { 'aws:PrincipalArn': role, 'aws:PrincipalServiceName': service } = denial.Condition.StringNotEquals;
    expect(service).toEqual(['dynamodb.amazonaws.com']);
    expect(role.map((one: unknown) => labels.of('data', one))).toEqual([
      expect.stringMatching(/^AWS::IAM::Role LicenseIngestRole/),
    ]);
  });
});
