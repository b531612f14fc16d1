import { Aws } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BoundaryContent } from '../../src/bootstrap/boundary-content';

const statementsOf = (content: BoundaryContent) => content._statements;
const ofResources = (resources: Record<string, unknown>) => BoundaryContent.ofTemplates([{ Resources: resources }]);
const allow = (actions: unknown) => ({ Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] });

describe('content of templates', () => {
  test.each([
    ['a service', 'AWS::DynamoDB::Table', ['dynamodb:*']],
    ['a service with two prefixes', 'AWS::Backup::BackupVault', ['backup-storage:*', 'backup:*']],
    ['a network, but no machines in it', 'AWS::EC2::VPC', expect.not.arrayContaining(['ec2:*'])],
    ['parameters, but no commands', 'AWS::SSM::Parameter', expect.not.arrayContaining(['ssm:*'])],
    [
      'nested stacks, but no sets of stacks',
      'AWS::CloudFormation::Stack',
      expect.arrayContaining(['cloudformation:*Stack']),
    ],
    ["resource types of one's own", 'Custom::Seed', ['lambda:InvokeFunction']],
  ])('allow CloudFormation %s', (_, type, actions) => {
    expect(statementsOf(ofResources({ One: { Type: type } })).execution).toEqual([
      { Sid: 'Services', Effect: 'Allow', Action: actions, Resource: '*' },
    ]);
  });

  test.each(['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::CDK::Metadata', 'AWS::CloudFormation::WaitConditionHandle'])(
    '%s needs no content',
    (type) => {
      expect(statementsOf(ofResources({ One: { Type: type } })).execution).toEqual([]);
    },
  );

  test.each([
    ['a secret', '{{resolve:secretsmanager:name}}', 'secretsmanager:GetSecretValue'],
    ['a parameter', '{{resolve:ssm:name}}', 'ssm:GetParameter*'],
    ['a secure parameter', '{{resolve:ssm-secure:name}}', 'ssm:GetParameter*'],
  ])('a reference to %s is read', (_, reference, action) => {
    const content = ofResources({ One: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: reference } } });

    expect(statementsOf(content).execution[0].Action).toContain(action);
  });

  test('a template with a parameter that stands in the parameter store reads it', () => {
    const content = BoundaryContent.ofTemplates([
      { Parameters: { Version: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/version' } } },
    ]);

    expect(statementsOf(content).execution[0].Action).toEqual(['ssm:GetParameter*']);
  });

  test('programs may do what policies in the templates say, whichever way roles are given them', () => {
    const { workload } = statementsOf(
      ofResources({
        Policy: { Type: 'AWS::IAM::Policy', Properties: { PolicyDocument: allow('sqs:SendMessage') } },
        Managed: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: allow(['kms:*', 'kms:Decrypt']) } },
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: {
            Policies: [
              { 'Fn::If': ['Wanted', { PolicyDocument: allow('events:PutEvents') }, { Ref: 'AWS::NoValue' }] },
            ],
            ManagedPolicyArns: [
              { 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole' },
              { Ref: 'Managed' },
            ],
          },
        },
        Denial: {
          Type: 'AWS::IAM::Policy',
          Properties: { PolicyDocument: { Statement: { Effect: 'Deny', Action: 's3:*', Resource: '*' } } },
        },
      }),
    );

    expect(workload).toEqual([
      {
        Sid: 'Data',
        Effect: 'Allow',
        Action: [
          'events:PutEvents',
          'kms:*',
          'logs:CreateLogGroup',
          'logs:CreateLogStream',
          'logs:PutLogEvents',
          'sqs:SendMessage',
        ],
        Resource: '*',
      },
    ]);
  });

  test('which roles programs pass and assume is no content', () => {
    const { workload, workloadPassesRoles, workloadAssumesRoles } = statementsOf(
      ofResources({
        Policy: {
          Type: 'AWS::IAM::Policy',
          Properties: { PolicyDocument: allow(['iam:PassRole', 'sts:AssumeRole']) },
        },
      }),
    );

    expect({ workload, workloadPassesRoles, workloadAssumesRoles }).toEqual({
      workload: [],
      workloadPassesRoles: true,
      workloadAssumesRoles: true,
    });
  });

  test('actions of types that the library does not know can be given', () => {
    const content = BoundaryContent.ofTemplates([{ Resources: { One: { Type: 'AWS::MSK::Cluster' } } }], {
      typeActions: { 'AWS::MSK::Cluster': ['kafka:*'] },
    });

    expect(statementsOf(content).execution[0].Action).toEqual(['kafka:*']);
  });

  test('everything that is not known is said at once', () => {
    const make = () =>
      ofResources({
        Cluster: { Type: 'AWS::MSK::Cluster' },
        Machine: { Type: 'AWS::EC2::Instance' },
        Key: { Type: 'AWS::IAM::AccessKey' },
        Admin: {
          Type: 'AWS::IAM::Role',
          Properties: {
            ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
            Policies: [{ PolicyDocument: { Statement: { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' } } }],
          },
        },
        Everything: { Type: 'AWS::IAM::Policy', Properties: { PolicyDocument: allow('*') } },
      });
    const unknown = (id: string, type: string) =>
      `boundary content templates[0].Resources.${id}.Type: found "${type}", but it is not known which IAM actions CloudFormation needs for this type, or the boundary never allows them; give its actions as typeActions, or give the statements with BoundaryContent.ofStatements`;

    expect(make).toThrow(
      [
        'the configuration has 6 problems:',
        `  ${unknown('Cluster', 'AWS::MSK::Cluster')}`,
        `  ${unknown('Machine', 'AWS::EC2::Instance')}`,
        `  ${unknown('Key', 'AWS::IAM::AccessKey')}`,
        '  boundary content templates[0].Resources.Admin: found {"NotAction":"iam:*"}, but a boundary can be made of named actions only; list the actions that the role needs',
        '  boundary content templates[0].Resources.Everything: found "*", but a boundary can be made of named actions only; list the actions that the role needs',
        '  boundary content templates[0].Resources.Admin.ManagedPolicyArns: found "AdministratorAccess", but it is not known what roles need of this policy of AWS; give the role a policy with the actions that it needs',
      ].join('\n'),
    );
  });
});

describe('content of statements', () => {
  const statement = (...actions: string[]) => new PolicyStatement({ actions, resources: ['*'] });

  test('keeps resources, conditions and denials, with references to the account', () => {
    const table = new PolicyStatement({
      actions: ['dynamodb:CreateTable'],
      resources: [`arn:${Aws.PARTITION}:dynamodb:*:${Aws.ACCOUNT_ID}:table/*`],
    });
    const denial = new PolicyStatement({ effect: Effect.DENY, actions: ['iam:*'], resources: ['*'] });

    const { execution, workload } = statementsOf(
      BoundaryContent.ofStatements([table], [denial, statement('s3:GetObject')]),
    );

    expect(execution[0].Resource).toEqual({
      'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':dynamodb:*:', { Ref: 'AWS::AccountId' }, ':table/*']],
    });
    expect(workload.map(({ Effect: effect, Action }) => [effect, Action])).toEqual([
      ['Deny', 'iam:*'],
      ['Allow', ['s3:GetObject']],
    ]);
  });

  test.each([
    ['everything', statement('*'), 'found "*", but a boundary is made of named services only'],
    ['roles', statement('iam:CreateRole'), 'found "iam:CreateRole", but only the bootstrap itself allows'],
    ['roles, in other letters', statement('IAM:Put*'), 'found "IAM:Put*", but only the bootstrap itself allows'],
    ['all of IAM', statement('iam:*'), 'found "iam:*", but only the bootstrap itself allows'],
    ['assuming roles', statement('sts:AssumeRole'), 'found "sts:AssumeRole", but only the bootstrap itself allows'],
    ['other accounts', statement('organizations:ListAccounts'), 'found "organizations:ListAccounts", but only'],
    [
      'all but something',
      new PolicyStatement({ notActions: ['s3:*'], resources: ['*'] }),
      'found {"NotAction":"s3:*"}, but it allows all that it does not name',
    ],
    ['nothing in particular', new PolicyStatement({ actions: ['s3:GetObject'] }), 'must specify at least one resource'],
  ])('never allows %s', (_, bad, message) => {
    expect(() => BoundaryContent.ofStatements([bad], [])).toThrow(`boundary content execution[0]: `);
    expect(() => BoundaryContent.ofStatements([bad], [])).toThrow(message);
  });

  test('reading IAM and asking who one is are harmless', () => {
    const harmless = statement('iam:GetRole', 'iam:List*', 'sts:GetCallerIdentity');

    expect(() => BoundaryContent.ofStatements([harmless], [harmless])).not.toThrow();
  });
});
