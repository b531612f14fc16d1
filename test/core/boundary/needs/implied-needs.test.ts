import { inShort, MADE_UP_TABLES, needsIn, needsOfResource, PLACE, resources, stack } from './made-up-tables';
import { needsOf } from '../../../../src/core/boundary/needs/needs-of';

const ROLE = 'arn:aws:iam::111111111111:role/deployer';

describe('nested stacks', () => {
  const nested = stack({ Resources: { Key: { Type: 'AWS::KMS::Key' } } }, 'ignored');
  const url = { 'Fn::Sub': 'https://s3.${AWS::Region}.${AWS::URLSuffix}/assets-${AWS::AccountId}/template.json' };
  const parent = {
    ...resources({ Inner: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: url } } }),
    nested: { Inner: nested },
  };

  test('need the execution role passed to itself, their template, and what their own resources need', () => {
    const needs = needsIn([parent], { executionRole: 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/deployer' });

    expect(inShort(needs)).toEqual([
      `iam:PassRole ${ROLE}`,
      's3:GetObject arn:aws:s3:::assets-111111111111/template.json',
      'kms:Decrypt ?',
      expect.stringMatching(
        /^cloudformation:CreateStack arn:aws:cloudformation:us-east-1:111111111111:stack\/Backend-Inner-/,
      ),
      'kms:CreateKey *',
    ]);
    expect(needs[0].context).toEqual({ 'iam:passedtoservice': [['cloudformation.amazonaws.com']] });
    expect(needs.map(({ origin }) => `${origin.kind} ${origin.stack}`)).toEqual([
      'pass-role Backend',
      'asset Backend',
      'asset Backend',
      'nested-stack Backend',
      'handler Backend/Inner',
    ]);
  });

  test('take the role that their assembly names', () => {
    const needs = needsIn([{ ...parent, executionRole: ROLE }], { executionRole: 'arn:aws:iam::1:role/other' });

    expect(inShort(needs)[0]).toBe(`iam:PassRole ${ROLE}`);
  });

  test('get values from their parents, and parents from them', () => {
    const child = stack({
      Resources: {
        Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: { Ref: 'Name' } } },
      },
      Outputs: { Role: { Value: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/${Name}' } } },
    });
    const template = {
      ...resources({
        Inner: { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: { Name: 'licenses' } } },
        Function: {
          Type: 'AWS::Lambda::Function',
          Properties: { Role: { 'Fn::GetAtt': ['Inner', 'Outputs.Role'] } },
        },
      }),
      nested: { Inner: child },
    };

    const needs = inShort(needsIn([template]));

    expect(needs).toContain('dynamodb:CreateTable arn:aws:dynamodb:us-east-1:111111111111:table/licenses');
    expect(needs).toContain('iam:PassRole arn:aws:iam::111111111111:role/licenses');
  });

  test('without a template are a problem', () => {
    const { problems } = needsOf([{ ...parent, nested: {} }], MADE_UP_TABLES);

    expect(problems).toMatchObject([
      { place: 'Backend: Resources.Inner', value: 'a nested stack without its template' },
    ]);
  });

  test('that nest each other many times over end somewhere', () => {
    const level = (inner?: object) => ({
      name: 'Level',
      template: {
        Resources: Object.fromEntries(
          Array.from({ length: 10 }, (_, index) => [`S${index}`, { Type: 'AWS::CloudFormation::Stack' }]),
        ),
      },
      ...(inner && { nested: Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`S${index}`, inner])) }),
    });
    let template: any = level();
    for (let depth = 0; depth < 12; depth += 1) template = level(template);

    const { problems } = needsOf([template], MADE_UP_TABLES);

    expect(problems.map(({ value }) => value)).toContain('more than 2500 nested stacks');
  });
});

test.each<[string, unknown, string[]]>([
  [
    'a function',
    'arn:aws:lambda:us-east-1:111111111111:function:provider',
    ['lambda:InvokeFunction arn:aws:lambda:us-east-1:111111111111:function:provider'],
  ],
  [
    'a function of the template',
    { 'Fn::GetAtt': ['Provider', 'Arn'] },
    [expect.stringMatching(/^lambda:InvokeFunction arn:aws:lambda:us-east-1:111111111111:function:Backend-Provider-/)],
  ],
  [
    'a topic',
    'arn:aws:sns:us-east-1:111111111111:requests',
    ['sns:Publish arn:aws:sns:us-east-1:111111111111:requests'],
  ],
  [
    'something that only the deployment knows',
    { Ref: 'Token' },
    ['lambda:InvokeFunction {Token@Backend} ?', 'sns:Publish {Token@Backend} ?'],
  ],
])('the provider of a custom resource is called: %s', (_, ServiceToken, needs) => {
  for (const type of ['Custom::Thing', 'AWS::CloudFormation::CustomResource']) {
    const template = resources({
      Provider: { Type: 'AWS::Lambda::Function' },
      Thing: { Type: type, Properties: { ServiceToken } },
    });

    expect(inShort(needsIn([template]).filter(({ origin }) => origin.kind === 'custom-resource'))).toEqual(needs);
  }
});

test('code is read from its bucket, an image from its repository', () => {
  const Code = { S3Bucket: { 'Fn::Sub': 'assets-${AWS::AccountId}' }, S3Key: 'code.zip', S3ObjectVersion: '1' };
  const ImageUri = {
    'Fn::Sub': '${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/images/${AWS::Region}:tag',
  };
  const assets = (code: object) =>
    inShort(needsOfResource('AWS::Lambda::Function', { Code: code })).filter((need) => !need.startsWith('lambda:'));

  expect(assets(Code)).toEqual([
    's3:GetObject arn:aws:s3:::assets-111111111111/code.zip',
    's3:GetObjectVersion arn:aws:s3:::assets-111111111111/code.zip',
    'kms:Decrypt ?',
  ]);
  const repository = 'arn:aws:ecr:us-east-1:111111111111:repository/images/us-east-1';
  expect(assets({ ImageUri })).toEqual([
    `ecr:BatchGetImage ${repository}`,
    `ecr:GetDownloadUrlForLayer ${repository}`,
    `ecr:GetRepositoryPolicy ${repository}`,
    `ecr:SetRepositoryPolicy ${repository}`,
  ]);
  expect(assets({ ZipFile: 'return 1' })).toEqual([]);
});

const PARAMETER = 'arn:aws:ssm:us-east-1:111111111111:parameter';
const SECRET = 'arn:aws:secretsmanager:us-east-1:111111111111:secret';

test.each<[string, unknown, string[]]>([
  ['a parameter', '{{resolve:ssm:/app/name:3}}', [`ssm:GetParameters ${PARAMETER}/app/name`]],
  ['a parameter without path', 'a-{{resolve:ssm:name}}-b', [`ssm:GetParameters ${PARAMETER}/name`]],
  [
    'an encrypted parameter',
    '{{resolve:ssm-secure:/app/password}}',
    [`ssm:GetParameters ${PARAMETER}/app/password`, 'kms:Decrypt ?'],
  ],
  [
    'a secret by its name',
    '{{resolve:secretsmanager:payments:SecretString:key}}',
    [expect.stringMatching(`^secretsmanager:GetSecretValue ${SECRET}:payments-`), 'kms:Decrypt ?'],
  ],
  [
    'a secret by its ARN',
    `{{resolve:secretsmanager:${SECRET}:payments-AbCdEf:SecretString:key}}`,
    [`secretsmanager:GetSecretValue ${SECRET}:payments-AbCdEf`, 'kms:Decrypt ?'],
  ],
  [
    'a reference that is put together',
    { 'Fn::Join': ['', ['{{resolve:ssm:/app/', { Ref: 'AWS::Region' }, '}}']] },
    [`ssm:GetParameters ${PARAMETER}/app/us-east-1`],
  ],
  [
    'a reference in a substitution',
    { 'Fn::Sub': '{{resolve:ssm:/app/${AWS::Region}/${Stage}:1}}' },
    [`ssm:GetParameters ${PARAMETER}/app/us-east-1/{Stage@Backend}`],
  ],
  [
    'a reference in a substitution with values of its own',
    { 'Fn::Sub': ['{{resolve:ssm:/app/${Name}}}', { Name: 'x' }] },
    [`ssm:GetParameters ${PARAMETER}/app/x`],
  ],
  [
    'a secret of the template',
    { 'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'Named' }, ':SecretString:password::}}']] },
    [expect.stringMatching(`^secretsmanager:GetSecretValue ${SECRET}:payments-`), 'kms:Decrypt ?'],
  ],
  [
    'two references in one text',
    '{{resolve:ssm:a}}/{{resolve:ssm:b}}',
    [`ssm:GetParameters ${PARAMETER}/a`, `ssm:GetParameters ${PARAMETER}/b`],
  ],
  ['a reference that never ends', '{{resolve:ssm:/app', []],
])('dynamic references: %s', (_, value, needs) => {
  const template = stack({
    Resources: {
      It: { Type: 'AWS::S3::Bucket', Properties: { Tags: [{ Value: value }] } },
      Named: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'payments' } },
    },
  });
  const { needs: found } = needsOf([template], MADE_UP_TABLES);

  expect(inShort(found.filter(({ origin }) => origin.kind === 'dynamic-reference'))).toEqual(needs);
});

test('parameters of Systems Manager are read before the deployment', () => {
  const template = stack({
    Parameters: {
      BootstrapVersion: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/cdk-bootstrap/hnb659fds/version' },
      Images: { Type: 'AWS::SSM::Parameter::Value<List<String>>' },
      Plain: { Type: 'String', Default: 'a' },
    },
    Outputs: { Address: { Value: '{{resolve:ssm:address}}' } },
  });

  expect(inShort(needsIn([template]))).toEqual([
    `ssm:GetParameters ${PARAMETER}/cdk-bootstrap/hnb659fds/version`,
    'ssm:GetParameters',
    `ssm:GetParameters ${PARAMETER}/address`,
  ]);
});

test.each<[string, object, string]>([
  [
    'with the role that deploys',
    { StackName: 'Data', OutputName: 'Name' },
    'cloudformation:DescribeStacks arn:aws:cloudformation:us-east-1:111111111111:stack/Data/{id of Data}',
  ],
  [
    'in another region',
    { StackName: 'Data', OutputName: 'Name', Region: 'eu-west-1' },
    'cloudformation:DescribeStacks arn:aws:cloudformation:eu-west-1:111111111111:stack/Data/{id of Data}',
  ],
  ['with a role that is named', { StackName: 'Data', OutputName: 'Name', RoleArn: ROLE }, `sts:AssumeRole ${ROLE}`],
])('an output of another stack is read %s, and known', (_, argument, need) => {
  const region = 'Region' in argument ? 'eu-west-1' : 'us-east-1';
  const data = { ...stack({ Outputs: { Name: { Value: 'licenses' } } }, 'Data'), region };
  const api = resources({
    Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: { 'Fn::GetStackOutput': argument } } },
  });

  const needs = inShort(needsIn([api, data]));

  expect(needs).toContain(need);
  expect(needs).toContain('dynamodb:CreateTable arn:aws:dynamodb:us-east-1:111111111111:table/licenses');
});

test.each<[string, unknown, string[], string[]]>([
  [
    'of AWS',
    'AWS::Serverless-2016-10-31',
    ['cloudformation:CreateChangeSet arn:aws:cloudformation:us-east-1:aws:transform/Serverless-2016-10-31'],
    ['AWS::Serverless-2016-10-31'],
  ],
  [
    'that makes no resources',
    ['AWS::LanguageExtensions'],
    ['cloudformation:CreateChangeSet arn:aws:cloudformation:us-east-1:aws:transform/LanguageExtensions'],
    [],
  ],
  [
    "of one's own",
    { Name: 'Own' },
    [
      'cloudformation:CreateChangeSet arn:aws:cloudformation:us-east-1:111111111111:transform/Own',
      'lambda:InvokeFunction arn:aws:lambda:us-east-1:111111111111:function:own-macro',
    ],
    ['Own'],
  ],
])('a macro %s needs rights, and what it makes is a problem', (_, Transform, needs, problems) => {
  const macros = resources({
    Macro: {
      Type: 'AWS::CloudFormation::Macro',
      Properties: { Name: 'Own', FunctionName: { 'Fn::GetAtt': ['Handler', 'Arn'] } },
    },
    Handler: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'own-macro' } },
  });
  const found = needsOf([stack({ Transform }), { ...macros, name: 'Macros' }], MADE_UP_TABLES);

  expect(inShort(found.needs.filter(({ origin }) => origin.kind === 'macro'))).toEqual(needs);
  expect(found.problems.filter(({ place }) => place === 'Backend: Transform').map(({ value }) => value)).toEqual(
    problems,
  );
});

test('a macro within a resource is a problem, too', () => {
  const template = resources({
    It: { Type: 'AWS::S3::Bucket', Properties: { 'Fn::Transform': { Name: 'AWS::Include', Parameters: {} } } },
  });

  expect(needsOf([template], MADE_UP_TABLES).problems).toMatchObject([{ value: 'AWS::Include' }]);
});

test('needs of templates without a place have the place as unknown parts', () => {
  const { needs } = needsOf(
    [
      {
        ...resources({ It: { Type: 'AWS::DynamoDB::Table' } }),
        account: undefined,
        region: undefined,
        partition: undefined,
      },
    ],
    MADE_UP_TABLES,
  );

  expect(inShort(needs)[0]).toBe(
    'dynamodb:CreateTable arn:{AWS::Partition}:dynamodb:{AWS::Region}:{AWS::AccountId}:table/Backend-It-{It.name@Backend}',
  );
  expect(PLACE.partition).toBe('aws');
});
