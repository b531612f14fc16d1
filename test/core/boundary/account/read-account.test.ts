import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { upstreamTemplate } from '../../../../src/bootstrap/upstream-template';
import { accountModel } from '../../../../src/core/boundary/account/read-account';

const PLACE = { account: '111122223333', region: 'us-east-1' };
const FOLDER = join(__dirname, '..', '..', '..', '..', 'bootstrap-templates');
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));

const iam = (resource: string) => `arn:aws:iam::111122223333:${resource}`;
const ofFile = (file: string) => parse(readFileSync(join(FOLDER, file), 'utf8'), { schema: 'yaml-1.1' });

describe.each(FILES)('the template %s', (file) => {
  const model = accountModel({ ...PLACE, template: ofFile(file) });

  test('has an execution role that is administrator within its boundary', () => {
    const { executionRole } = model;

    expect(executionRole.name).toBe('cdk-hnb659fds-cfn-exec-role-111122223333-us-east-1');
    expect(executionRole.identity.map(({ place }) => place)).toEqual(['AdministratorAccess']);
    expect(executionRole.boundary?.arn).toBe(iam('policy/cdk-hnb659fds-execution-boundary-111122223333-us-east-1'));
    expect(executionRole.boundary?.policy?.place).toBe('ExecutionBoundary');
  });

  test('demands the workload boundary of roles and users', () => {
    const arn = iam('policy/cdk-hnb659fds-workload-boundary-111122223333-us-east-1');

    // The stacks of the account for backups make no roles, so nothing is said about theirs.
    expect(model.demandedBoundaries).toEqual(file.startsWith('secondary') ? [] : [arn]);
    expect(model.workloadBoundary?.arn).toBe(arn);
    expect(model.workloadBoundary?.policy?.place).toBe('WorkloadBoundary');
  });

  test('bounds the roles that deploy', () => {
    expect(
      model.deploymentRoles.map(({ name, boundary }) => [name.replace('-111122223333-us-east-1', ''), boundary?.arn]),
    ).toEqual([
      ['cdk-hnb659fds-file-publishing-role', iam('policy/cdk-hnb659fds-deployment-boundary-111122223333-us-east-1')],
      ['cdk-hnb659fds-image-publishing-role', iam('policy/cdk-hnb659fds-deployment-boundary-111122223333-us-east-1')],
      ['cdk-hnb659fds-lookup-role', 'arn:aws:iam::aws:policy/ReadOnlyAccess'],
      ['cdk-hnb659fds-deploy-role', iam('policy/cdk-hnb659fds-deployment-boundary-111122223333-us-east-1')],
    ]);
  });

  test('is read without a problem', () => {
    expect(model.problems).toEqual([]);
  });
});

test('what the bootstrap made has the names of the template', () => {
  const { resources } = accountModel({
    ...PLACE,
    template: ofFile('prod.yaml'),
    parameters: { TrustedAccounts: '444455556666' },
  });

  expect(resources).toEqual({
    stack: 'arn:aws:cloudformation:us-east-1:111122223333:stack/CDKToolkit/00000000-0000-0000-0000-000000000000',
    bucket: 'arn:aws:s3:::cdk-hnb659fds-assets-111122223333-us-east-1',
    key: 'arn:aws:kms:us-east-1:111122223333:key/CDKToolkit-FileAssetsBucketEncryptionKey',
    repository: 'arn:aws:ecr:us-east-1:111122223333:repository/cdk-hnb659fds-container-assets-111122223333-us-east-1',
    parameters: [
      'arn:aws:ssm:us-east-1:111122223333:parameter/cdk-bootstrap/hnb659fds/version',
      'arn:aws:ssm:us-east-1:111122223333:parameter/cdk-bootstrap/hnb659fds/trusted-roles',
    ],
  });
});

test('roles of trusted accounts come from the parameters', () => {
  const { deploymentRoles } = accountModel({
    ...PLACE,
    template: ofFile('prod.yaml'),
    parameters: { TrustedAccounts: '444455556666' },
  });
  const deploy = deploymentRoles.find(({ name }) => name.includes('deploy-role'));
  const principals = deploy?.trust?.statements.flatMap((statement) => statement.principals?.patterns ?? []);

  expect(principals?.map(({ value }) => value.join(''))).toContain(
    'arn:aws:iam::444455556666:role/CompactConnect-prod-Backend-CrossAccountRole',
  );
});

describe('the template of the CDK', () => {
  const { template } = upstreamTemplate();

  test('has an execution role without boundary', () => {
    const { executionRole, workloadBoundary, demandedBoundaries } = accountModel({ ...PLACE, template });

    expect(executionRole.boundary).toBeUndefined();
    expect(workloadBoundary).toBeUndefined();
    expect(demandedBoundaries).toEqual([]);
  });

  test('takes a boundary that is given by name, of which nobody knows what it allows', () => {
    const { executionRole } = accountModel({ ...PLACE, template, parameters: { InputPermissionsBoundary: 'bounds' } });

    expect(executionRole.boundary).toEqual({ arn: iam('policy/bounds'), policy: undefined });
  });

  test('takes its example boundary, which bounds the roles that it lets be made', () => {
    const parameters = {
      UseExamplePermissionsBoundary: 'true',
      InputPermissionsBoundary: 'cdk-hnb659fds-permissions-boundary',
    };
    const { policies } = accountModel({ ...PLACE, template, parameters });

    expect(policies.map(({ arn }) => arn)).toEqual([
      iam('policy/cdk-hnb659fds-permissions-boundary-111122223333-us-east-1'),
    ]);
  });

  test('takes the policies of the execution role, the qualifier and the partition that are given', () => {
    const { executionRole } = accountModel({
      ...PLACE,
      template,
      partition: 'aws-us-gov',
      qualifier: 'boards',
      executionPolicies: [
        {
          arn: 'arn:aws-us-gov:iam::111122223333:policy/Deploy',
          document: { Statement: { Sid: 'Some', Effect: 'Allow', Action: 's3:*', Resource: '*' } },
        },
        { arn: 'arn:aws-us-gov:iam::111122223333:policy/Unknown' },
      ],
    });

    expect(executionRole.arn).toBe(
      'arn:aws-us-gov:iam::111122223333:role/cdk-boards-cfn-exec-role-111122223333-us-east-1',
    );
    expect(executionRole.identity.flatMap(({ statements }) => statements.map(({ name }) => name))).toEqual(['Some']);
    expect(executionRole.unknownPolicies).toEqual(['arn:aws-us-gov:iam::111122223333:policy/Unknown']);
  });
});

describe('a boundary by itself', () => {
  const boundary = (condition: unknown, Effect = 'Allow') => ({
    Version: '2012-10-17',
    Statement: [{ Sid: 'Identities', Effect, Action: 'iam:Create*', Resource: '*', Condition: condition }],
  });

  test('is the one of an execution role with the names of the CDK', () => {
    const { executionRole } = accountModel({ ...PLACE, boundary: boundary({}) });

    expect(executionRole.arn).toBe(iam('role/cdk-hnb659fds-cfn-exec-role-111122223333-us-east-1'));
    expect(executionRole.boundary?.policy?.statements.map(({ name }) => name)).toEqual(['Identities']);
    expect(executionRole.identity).toHaveLength(1);
  });

  test.each([
    ['a condition', boundary({ StringEquals: { 'iam:PermissionsBoundary': iam('policy/a') } }), [iam('policy/a')]],
    ['a condition on ARNs', boundary({ ArnLike: { 'iam:PermissionsBoundary': iam('policy/a') } }), [iam('policy/a')]],
    [
      'a denial',
      boundary({ StringNotEquals: { 'iam:PermissionsBoundary': iam('policy/a') } }, 'Deny'),
      [iam('policy/a')],
    ],
    [
      'several',
      boundary({ StringEquals: { 'iam:PermissionsBoundary': [iam('policy/a'), iam('policy/b')] } }),
      [iam('policy/a'), iam('policy/b')],
    ],
    [
      'a pattern, which demands none in particular',
      boundary({ StringLike: { 'iam:PermissionsBoundary': iam('policy/x*') } }),
      [],
    ],
    [
      'what it allows with any other one',
      boundary({ StringNotEquals: { 'iam:PermissionsBoundary': iam('policy/a') } }),
      [],
    ],
    ['another key', boundary({ StringEquals: { 'iam:PolicyARN': iam('policy/a') } }), []],
  ])('demands the boundaries of %s', (_, document, demanded) => {
    expect(accountModel({ ...PLACE, boundary: document }).demandedBoundaries).toEqual(demanded);
  });

  test('demands a boundary of which only the name is known', () => {
    const model = accountModel({
      ...PLACE,
      boundary: boundary({ StringEquals: { 'iam:PermissionsBoundary': iam('policy/a') } }),
    });

    expect(model.workloadBoundary).toEqual({ arn: iam('policy/a'), policy: undefined });
  });

  test('goes with a workload boundary that is given', () => {
    const demanding = boundary({ StringEquals: { 'iam:PermissionsBoundary': iam('policy/a') } });
    const workload = { Statement: { Effect: 'Allow', Action: 'sqs:*', Resource: '*' } };

    expect(accountModel({ ...PLACE, boundary: demanding, workloadBoundary: workload }).workloadBoundary).toMatchObject({
      arn: iam('policy/a'),
      policy: { statements: [{ name: 'statement 1' }] },
    });
  });
});

describe("a template of one's own", () => {
  const own = {
    Parameters: { Qualifier: { Type: 'String', Default: 'boards' } },
    Resources: {
      Execution: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: {
            'Fn::Join': [
              '-',
              ['cdk', { Ref: 'Qualifier' }, 'cfn-exec-role', { Ref: 'AWS::AccountId' }, { Ref: 'AWS::Region' }],
            ],
          },
          PermissionsBoundary: { Ref: 'Bounds' },
          Policies: [
            {
              PolicyName: 'a',
              PolicyDocument: { Statement: { Sid: 'Inline', Effect: 'Allow', Action: '*', Resource: '*' } },
            },
          ],
        },
      },
      Bounds: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: {
          ManagedPolicyName: 'bounds',
          PolicyDocument: {
            Statement: {
              Effect: 'Allow',
              Action: 'iam:CreateRole',
              Resource: '*',
              Condition: {
                StringEquals: {
                  'iam:PermissionsBoundary': {
                    'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/bounds',
                  },
                },
              },
            },
          },
        },
      },
      Attached: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: {
          Roles: [{ Ref: 'Execution' }],
          PolicyDocument: { Statement: { Sid: 'Attached', Effect: 'Deny', Action: 'a:*', Resource: '*' } },
        },
      },
      Beside: {
        Type: 'AWS::IAM::RolePolicy',
        Properties: {
          RoleName: { Ref: 'Execution' },
          PolicyDocument: { Statement: { Sid: 'Beside', Effect: 'Deny', Action: 'b:*', Resource: '*' } },
        },
      },
    },
  };

  test('is read with its qualifier, its intrinsic functions, and a boundary that is also that of roles', () => {
    const { executionRole, workloadBoundary, qualifier } = accountModel({ ...PLACE, template: own });

    expect(qualifier).toBe('boards');
    expect(executionRole.arn).toBe(iam('role/cdk-boards-cfn-exec-role-111122223333-us-east-1'));
    expect(executionRole.boundary?.arn).toBe(iam('policy/bounds'));
    expect(workloadBoundary?.arn).toBe(iam('policy/bounds'));
  });

  test('gives the execution role its policies, whichever way they are attached', () => {
    const { executionRole } = accountModel({ ...PLACE, template: own });

    expect(executionRole.identity.flatMap(({ statements }) => statements.map(({ name }) => name))).toEqual([
      'Inline',
      'Beside',
      'Attached',
    ]);
  });
});

describe('a damaged template', () => {
  const circle = {
    Resources: {
      A: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::GetAtt': ['B', 'Value'] } } },
      B: { Type: 'AWS::SSM::Parameter', Properties: { Value: { 'Fn::GetAtt': ['A', 'Arn'] } } },
    },
  };
  const deep = Array.from({ length: 5_000 }).reduce<unknown>((inner) => ({ 'Fn::Join': ['', [inner]] }), 'end');
  // Each resource names the next one twice: worked out anew each time it would take 2^40 steps.
  const wide = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => {
      const next = { 'Fn::GetAtt': [`P${index + 1}`, 'Value'] };
      return [`P${index}`, { Type: 'AWS::SSM::Parameter', Properties: { Value: { 'Fn::Select': [0, [next, next]] } } }];
    }),
  );

  test.each<[what: string, template: unknown]>([
    ['that is no object', 'text'],
    ['that is a list', []],
    ['without resources', {}],
    ['with resources of no kind', { Resources: { A: null, B: 7, C: [], D: {} } }],
    [
      'with a role of no shape',
      { Resources: { CloudFormationExecutionRole: { Type: 'AWS::IAM::Role', Properties: 'x' } } },
    ],
    ['with a circle of references', circle],
    [
      'with a circle of conditions',
      {
        Conditions: { A: { Condition: 'B' }, B: { 'Fn::Not': [{ Condition: 'A' }] } },
        Resources: { A: { Type: 'T', Condition: 'A' } },
      },
    ],
    [
      'with functions of the wrong shape',
      {
        Resources: {
          A: {
            Type: 'AWS::S3::Bucket',
            Properties: {
              BucketName: { 'Fn::Sub': [] },
              Other: { 'Fn::Join': 1 },
              Third: { 'Fn::If': 'x' },
              Fourth: { 'Fn::Select': ['x', 'y'] },
            },
          },
        },
      },
    ],
    ['of great depth', { Resources: { A: { Type: 'T', Properties: deep } } }],
    ['of great width', { Resources: wide }],
  ])('%s is read, and what is missing is said', (_, template) => {
    const { problems, executionRole } = accountModel({ ...PLACE, template });

    expect(executionRole.boundary).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
  });
});
