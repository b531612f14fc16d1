import { Aws } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BoundaryContent } from '../../src/bootstrap/boundary-content';
import { boundaryTables } from '../../src/boundary/tables';

const PLENTY = 6_144;
const statementsOf = (content: BoundaryContent, characters = PLENTY) => {
  const { execution, workload, ...others } = content._statements;
  return { execution: execution(characters), workload: workload(characters), ...others };
};
const ofResources = (resources: Record<string, unknown>) => BoundaryContent.ofTemplates([{ Resources: resources }]);
const allow = (actions: unknown) => ({ Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] });

const TRUST = {
  AssumeRolePolicyDocument: {
    Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  },
};

/** The actions that content allows, whatever patterns it has them in. */
function actionsIn(statements: readonly { readonly Action?: string | readonly string[] }[]): string[] {
  const { actions } = boundaryTables();
  const patterns = statements.flatMap(({ Action = [] }) => [Action].flat());
  return [...new Set(patterns.flatMap((pattern) => actions.matching(pattern).map(({ name }) => name)))].sort();
}

describe('content of templates', () => {
  test.each([
    ['a queue', { Type: 'AWS::SQS::Queue' }, ['sqs:CreateQueue', 'sqs:DeleteQueue'], 'sqs:SendMessage'],
    ['a network', { Type: 'AWS::EC2::VPC' }, ['ec2:CreateVpc', 'ec2:DeleteVpc'], 'ec2:RunInstances'],
    ['a parameter', { Type: 'AWS::SSM::Parameter' }, ['ssm:PutParameter', 'ssm:DeleteParameter'], 'ssm:SendCommand'],
    [
      'a custom resource',
      { Type: 'Custom::Seed', Properties: { ServiceToken: 'arn:aws:lambda:us-east-1:111111111111:function:seed' } },
      ['lambda:InvokeFunction'],
      'lambda:CreateFunction',
    ],
  ])('allow CloudFormation what %s takes, and no more of the service', (_, resource, needed, other) => {
    const actions = actionsIn(statementsOf(ofResources({ One: resource })).execution);

    expect(actions).toEqual(expect.arrayContaining(needed));
    expect(actions).not.toContain(other);
  });

  test.each(['AWS::CDK::Metadata', 'AWS::CloudFormation::WaitConditionHandle'])('%s needs no content', (type) => {
    expect(statementsOf(ofResources({ One: { Type: type } })).execution).toEqual([]);
  });

  test('which identities are made, and how they are bounded, is no content', () => {
    const { execution, identityActions } = statementsOf(
      ofResources({ One: { Type: 'AWS::IAM::Role', Properties: TRUST } }),
    );

    expect(identityActions).toEqual(expect.arrayContaining(['iam:CreateRole', 'iam:DeleteRole']));
    expect(identityActions).not.toContain('iam:CreateUser');
    expect(actionsIn(execution).filter((action) => !/^iam:(Get|List)/.test(action))).toEqual([]);
  });

  test.each([
    ['a secret', '{{resolve:secretsmanager:name}}', 'secretsmanager:GetSecretValue'],
    ['a parameter', '{{resolve:ssm:name}}', 'ssm:GetParameters'],
    ['a secure parameter', '{{resolve:ssm-secure:name}}', 'ssm:GetParameters'],
  ])('a reference to %s is read', (_, reference, action) => {
    const content = ofResources({ One: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: reference } } });

    expect(actionsIn(statementsOf(content).execution)).toContain(action);
  });

  test('actions are limited to names of the stacks where the templates tell them, unless that is turned off', () => {
    const template = {
      Resources: { One: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'boards-applications' } } },
    };
    const everywhere = statementsOf(BoundaryContent.ofTemplates([template], { scopesToResources: false })).execution;
    const scoped = statementsOf(BoundaryContent.ofTemplates([template])).execution;

    expect(everywhere.map(({ Resource: resource }) => resource)).toEqual(['*']);
    expect(scoped.map(({ Sid: sid }) => sid)).toContain('OwnResources');
    expect(JSON.stringify(scoped)).toContain(':boards-applications"');
    expect(actionsIn(scoped)).toEqual(actionsIn(everywhere));
  });

  test('programs may do what policies in the templates say, whichever way roles are given them', () => {
    const { workload } = statementsOf(
      ofResources({
        Policy: {
          Type: 'AWS::IAM::Policy',
          Properties: { Roles: [{ Ref: 'Role' }], PolicyDocument: allow('sqs:SendMessage') },
        },
        Managed: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: allow(['kms:Dec*']) } },
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: {
            ...TRUST,
            Policies: [
              { 'Fn::If': ['Wanted', { PolicyDocument: allow('events:PutEvents') }, { Ref: 'AWS::NoValue' }] },
              { PolicyDocument: { Statement: { Effect: 'Deny', Action: 's3:*', Resource: '*' } } },
            ],
            ManagedPolicyArns: [
              { 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole' },
              { Ref: 'Managed' },
            ],
          },
        },
      }),
    );

    expect(actionsIn(workload)).toEqual([
      'events:PutEvents',
      'kms:Decrypt',
      'logs:CreateLogGroup',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      'sqs:SendMessage',
    ]);
  });

  test('which roles programs pass and assume is no content', () => {
    const { workload, workloadPassesRoles, workloadAssuming } = statementsOf(
      ofResources({
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: { ...TRUST, Policies: [{ PolicyDocument: allow(['iam:PassRole', 'sts:AssumeRole']) }] },
        },
      }),
    );

    expect({ workload, workloadPassesRoles, workloadAssuming }).toEqual({
      workload: [],
      workloadPassesRoles: true,
      workloadAssuming: ['sts:AssumeRole'],
    });
  });

  test('actions of types that the library does not know can be given', () => {
    const content = BoundaryContent.ofTemplates([{ Resources: { One: { Type: 'Third::Party::Cluster' } } }], {
      typeActions: { 'Third::Party::Cluster': ['kafka:CreateCluster', 'kafka:Delete*'] },
    });

    expect(actionsIn(statementsOf(content).execution)).toEqual(
      expect.arrayContaining(['kafka:CreateCluster', 'kafka:DeleteCluster']),
    );
  });

  test('everything that is not known, or never allowed, is said at once', () => {
    const make = () =>
      ofResources({
        Cluster: { Type: 'Third::Party::Cluster' },
        Key: { Type: 'AWS::IAM::AccessKey', Properties: { UserName: 'somebody' } },
        Admin: {
          Type: 'AWS::IAM::Role',
          Properties: {
            ...TRUST,
            ManagedPolicyArns: ['arn:aws:iam::aws:policy/PowerUserAccess'],
            Policies: [
              { PolicyDocument: { Statement: { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' } } },
              { PolicyDocument: allow('*') },
              { PolicyDocument: allow(['iam:CreateUser', 'nowhere:*']) },
            ],
          },
        },
      });

    expect(make).toThrow(/found "Third::Party::Cluster"|Third::Party::Cluster/);
    expect(make).toThrow(/found "iam:CreateAccessKey", but the boundary never allows it, or else it could be escaped/);
    expect(make).toThrow(
      /found \{"NotAction":\["iam:\*"\]\}, but a boundary can be made of actions of named services only/,
    );
    expect(make).toThrow(/found \["\*"\], but a boundary can be made of actions of named services only/);
    expect(make).toThrow(/PowerUserAccess", but it is not known what this policy allows/);
    expect(make).toThrow(/found "iam:CreateUser", but the boundary never allows it/);
    expect(make).toThrow(/found "nowhere:\*", but no action of AWS that is known matches it/);
  });

  test('what fits into no policy says which stacks cost most, and what two accounts would take', () => {
    const types = ['SQS::Queue', 'SNS::Topic', 'DynamoDB::Table', 'S3::Bucket', 'Lambda::Function', 'KMS::Key'];
    const templates = types.map((type) => ({ Resources: { One: { Type: `AWS::${type}` } } }));

    expect(() => statementsOf(BoundaryContent.ofTemplates(templates), 200)).toThrow(
      /the actions of 6 stacks take .* characters at least, but .* are left for them; without templates\[\d\], which alone needs .*; on two accounts they would take .*; deploy a part of the stacks to another account/,
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
