import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CloudFormationClient, CreateStackCommand, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import {
  AttachRolePolicyCommand,
  CreateAccessKeyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteRolePermissionsBoundaryCommand,
  GetRoleCommand,
  IAMClient,
  ListRolesCommand,
  PutRolePolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { PutBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { App } from 'aws-cdk-lib';
import { ACCOUNT, Credentials, EmulatedAccount, policy, REGION, rootOf } from './bootstrap-account';
import { CompactConnectContext, EnvironmentPurpose, LicensureCompactBackend } from '../../src';

// The first run on a machine installs the emulator; each template is bootstrapped and deployed with the real CLI.
jest.setTimeout(300_000);

const root = resolve(__dirname, '..', '..');
const DEPLOY_ACCOUNT = '222222222222';
const OTHER_ACCOUNT = '333333333333';
const PLACE = `${ACCOUNT}-${REGION}`;
const WORKLOAD_BOUNDARY = `arn:aws:iam::${ACCOUNT}:policy/cdk-hnb659fds-workload-boundary-${PLACE}`;
const EXECUTION_BOUNDARY = `arn:aws:iam::${ACCOUNT}:policy/cdk-hnb659fds-execution-boundary-${PLACE}`;
const BOOTSTRAP_ROLES = ['deploy', 'file-publishing', 'image-publishing', 'lookup'] as const;

const roleArn = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;
const bootstrapRole = (role: string) => `cdk-hnb659fds-${role}-role-${PLACE}`;

/** Begins every name of the installation that the templates are rendered for: their boundaries hold to these names. */
const APPLICATION = 'compact-connect';

/** The sandbox app under the names of an environment of that installation, with the workload boundary. */
function synthesizeSandbox(folder: string, name: string): string {
  const app = join(root, 'apps', 'sandbox');
  const cdkJson = join(app, 'cdk.json');
  const settings = CompactConnectContext.load({
    cdkJson,
    environmentFile: join(app, 'environments', 'local.json'),
  });
  const outdir = join(folder, name);
  const context = JSON.parse(readFileSync(cdkJson, 'utf8')).context;
  const sandbox = new App({ context, outdir });
  new LicensureCompactBackend(sandbox, 'Backend', {
    settings: {
      ...settings,
      applicationName: APPLICATION,
      environment: {
        ...settings.environment,
        name,
        purpose: EnvironmentPurpose.DEVELOPMENT,
        workloadBoundary: true,
      },
    },
  });
  sandbox.synth();
  return outdir;
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bootstrap-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ENVIRONMENTS = ['test', 'beta', 'prod'];

const DENIED = { name: 'AccessDenied' };

describe.each([...ENVIRONMENTS, 'deploy-account', 'secondary-account'])('an account bootstrapped with %s', (name) => {
  const trusts = ENVIRONMENTS.includes(name);
  const pipelineRole = (part: string) => `CompactConnect-${name}-${part}-CrossAccountRole`;
  let account: EmulatedAccount;
  let pipeline: Credentials;
  let execution: Credentials;

  const bootstrap = (...options: string[]) =>
    account.cdk(
      folder,
      'bootstrap',
      `aws://${ACCOUNT}/${REGION}`,
      '--template',
      join(root, 'bootstrap-templates', `${name}.yaml`),
      '--cloudformation-execution-policies',
      'arn:aws:iam::aws:policy/AdministratorAccess',
      ...options,
    );

  beforeAll(async () => {
    account = await EmulatedAccount.start(synthesizeSandbox(folder, name));
    pipeline = await account.administrator(DEPLOY_ACCOUNT, pipelineRole('Backend'));
    await account.administrator(DEPLOY_ACCOUNT, pipelineRole('Frontend'));
    expect(await bootstrap(...(trusts ? ['--trust', DEPLOY_ACCOUNT] : []))).toMatchObject({ code: 0 });
    // The service assumes the role; here the emulator lets the root user stand in for it.
    execution = await account.assume(rootOf(ACCOUNT), roleArn(bootstrapRole('cfn-exec')));
  });

  afterAll(async () => account?.stop());

  test('every role of the bootstrap is bounded', async () => {
    const iam = new IAMClient(account.as(rootOf(ACCOUNT)));
    const boundaries = await Promise.all(
      [...BOOTSTRAP_ROLES, 'cfn-exec'].map(async (role) => {
        const { Role } = await iam.send(new GetRoleCommand({ RoleName: bootstrapRole(role) }));
        return Role?.PermissionsBoundary?.PermissionsBoundaryArn;
      }),
    );

    const deployment = `arn:aws:iam::${ACCOUNT}:policy/cdk-hnb659fds-deployment-boundary-${PLACE}`;
    const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
    expect(boundaries).toEqual([deployment, deployment, deployment, readOnly, EXECUTION_BOUNDARY]);
  });

  const deploySandbox = () =>
    account.cdk(folder, 'deploy', '--all', '--app', account.assembly, '--require-approval', 'never');

  if (trusts) {
    test('the sandbox app is deployed through its roles, and every role of the app carries the workload boundary', async () => {
      const { code, output } = await deploySandbox();
      // What the command wrote says why it failed.
      expect(code === 0 ? '' : output).toBe('');

      const { Stacks: stacks = [] } = await new CloudFormationClient(account.as(rootOf(ACCOUNT))).send(
        new DescribeStacksCommand({}),
      );
      expect(stacks.filter(({ StackName }) => StackName !== 'CDKToolkit').length).toBeGreaterThan(5);
      const iam = new IAMClient(account.as(rootOf(ACCOUNT)));
      const { Roles: roles = [] } = await iam.send(new ListRolesCommand({}));
      const own = roles.filter(({ RoleName }) => RoleName!.startsWith(`${APPLICATION}-`));
      expect(own.length).toBeGreaterThan(3);
      for (const { RoleName } of own) {
        const { Role } = await iam.send(new GetRoleCommand({ RoleName }));
        expect(Role?.PermissionsBoundary?.PermissionsBoundaryArn).toBe(WORKLOAD_BOUNDARY);
      }
    });
  } else {
    test('a backend is not at home there: the boundary takes its first program the right to read its table', async () => {
      const { code, output } = await deploySandbox();

      expect(code).toBe(1);
      expect(output).toMatch(/CompactConfigurationUpload.*not authorized to perform: dynamodb:Query/);
    });
  }

  describe.each(BOOTSTRAP_ROLES)('its %s role', (role) => {
    const target = roleArn(bootstrapRole(role));

    if (trusts) {
      test('is assumed by the role of the pipeline', async () => {
        await expect(account.assume(pipeline, target)).resolves.toHaveProperty('sessionToken');
      });
    } else {
      test('is not assumed by a role of another account', async () => {
        await expect(account.assume(pipeline, target)).rejects.toMatchObject(DENIED);
      });
    }

    test('is denied to an administrator of the account of the pipelines', async () => {
      const other = await account.administrator(DEPLOY_ACCOUNT, `administrator-${role}`);

      await expect(account.assume(other, target)).rejects.toMatchObject(DENIED);
    });

    test('is denied to a role of the same name in another account', async () => {
      const other = await account.administrator(OTHER_ACCOUNT, `${pipelineRole('Backend')}-${role}`);

      await expect(account.assume(other, target)).rejects.toMatchObject(DENIED);
    });

    if (name !== 'deploy-account') {
      test('is denied to a role of the app, whatever its policies say', async () => {
        const unbounded = await account.administrator(ACCOUNT, `operator-${role}`);
        const bounded = await account.administrator(ACCOUNT, `compact-connect-${role}`, WORKLOAD_BOUNDARY);

        // As in upstream, the account trusts itself; so it is the boundary that denies.
        await expect(account.assume(unbounded, target)).resolves.toHaveProperty('sessionToken');
        await expect(account.assume(bounded, target)).rejects.toMatchObject(DENIED);
      });
    }
  });

  if (trusts) {
    test('its deploy role hands CloudFormation no other role than the execution role', async () => {
      const deployer = await account.assume(pipeline, roleArn(bootstrapRole('deploy')));
      const cloudFormation = new CloudFormationClient(account.as(deployer));
      const create = (role: string) =>
        cloudFormation.send(
          new CreateStackCommand({
            StackName: `handed-${role.length}`,
            RoleARN: roleArn(role),
            TemplateBody: JSON.stringify({ Resources: { Wait: { Type: 'AWS::CloudFormation::WaitConditionHandle' } } }),
          }),
        );
      await account.administrator(ACCOUNT, 'Administrators');

      await expect(create(bootstrapRole('cfn-exec'))).resolves.toHaveProperty('StackId');
      await expect(create('Administrators')).rejects.toThrow(
        /not authorized to perform: iam:PassRole on resource: \S+role\/Administrators/,
      );
    });
  }

  describe('what CloudFormation executes for a template', () => {
    const trust = policy({ Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } });
    const everything = policy({ Action: '*', Resource: '*' });
    const iam = () => new IAMClient(account.as(execution));

    const bounded = { PermissionsBoundary: WORKLOAD_BOUNDARY };
    const makeRole = (RoleName: string) =>
      iam().send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust, ...bounded }));

    if (name === 'secondary-account') {
      test('makes no roles: the stacks of the account have none', async () => {
        await expect(makeRole('compact-connect-function')).rejects.toMatchObject(DENIED);
      });
    } else {
      test('makes roles with the workload boundary, and gives them policies', async () => {
        const RoleName = 'compact-connect-function';
        await makeRole(RoleName);

        await expect(
          iam().send(new PutRolePolicyCommand({ RoleName, PolicyName: 'all', PolicyDocument: everything })),
        ).resolves.toBeDefined();
      });
    }

    test('makes no users, not even with the workload boundary: the stacks of the account have none', async () => {
      const user = { UserName: 'compact-connect-mailer', ...bounded };

      await expect(iam().send(new CreateUserCommand(user))).rejects.toMatchObject(DENIED);
    });

    const role = { RoleName: 'compact-connect-escape', AssumeRolePolicyDocument: trust };
    const trustsAnybody = policy({ Action: 'sts:AssumeRole', Principal: { AWS: '*' } });
    const administrator = 'arn:aws:iam::aws:policy/AdministratorAccess';
    const executionRole = { RoleName: bootstrapRole('cfn-exec') };
    test.each<[string, () => Promise<unknown>]>([
      ['a role without boundary', () => iam().send(new CreateRoleCommand(role))],
      [
        'a role with another boundary',
        () => iam().send(new CreateRoleCommand({ ...role, PermissionsBoundary: EXECUTION_BOUNDARY })),
      ],
      [
        'a role of a bootstrap',
        () =>
          iam().send(
            new CreateRoleCommand({
              ...role,
              RoleName: `cdk-other-deploy-role-${PLACE}`,
              PermissionsBoundary: WORKLOAD_BOUNDARY,
            }),
          ),
      ],
      ['a user without boundary', () => iam().send(new CreateUserCommand({ UserName: 'compact-connect-escape' }))],
      ['an access key', () => iam().send(new CreateAccessKeyCommand({ UserName: 'compact-connect-mailer' }))],
      [
        'the end of a boundary',
        () => iam().send(new DeleteRolePermissionsBoundaryCommand({ RoleName: 'compact-connect-function' })),
      ],
      ['the end of its own boundary', () => iam().send(new DeleteRolePermissionsBoundaryCommand(executionRole))],
      [
        'another version of the workload boundary',
        () =>
          iam().send(
            new CreatePolicyVersionCommand({
              PolicyArn: WORKLOAD_BOUNDARY,
              PolicyDocument: everything,
              SetAsDefault: true,
            }),
          ),
      ],
      [
        'another version of its own boundary',
        () =>
          iam().send(
            new CreatePolicyVersionCommand({
              PolicyArn: EXECUTION_BOUNDARY,
              PolicyDocument: everything,
              SetAsDefault: true,
            }),
          ),
      ],
      [
        'a policy on a role of the bootstrap',
        () => iam().send(new AttachRolePolicyCommand({ RoleName: bootstrapRole('lookup'), PolicyArn: administrator })),
      ],
      [
        'a policy on a role that has no boundary',
        () => iam().send(new AttachRolePolicyCommand({ RoleName: 'compact-connect-old', PolicyArn: administrator })),
      ],
      [
        'another trust of a role of the bootstrap',
        () =>
          iam().send(
            new UpdateAssumeRolePolicyCommand({ RoleName: bootstrapRole('deploy'), PolicyDocument: trustsAnybody }),
          ),
      ],
      [
        'another trust of a role that is not its own',
        () =>
          iam().send(new UpdateAssumeRolePolicyCommand({ RoleName: 'Administrators', PolicyDocument: trustsAnybody })),
      ],
      [
        'other trusted roles',
        () =>
          new SSMClient(account.as(execution)).send(
            new PutParameterCommand({
              Name: '/cdk-bootstrap/hnb659fds/trusted-roles',
              Value: 'arn:aws:iam::333333333333:role/escape',
              Overwrite: true,
            }),
          ),
      ],
      [
        'another policy of the staging bucket',
        () =>
          new S3Client(account.as(execution)).send(
            new PutBucketPolicyCommand({ Bucket: `cdk-hnb659fds-assets-${PLACE}`, Policy: trustsAnybody }),
          ),
      ],
    ])('is denied %s', async (_, attempt) => {
      await account.administrator(ACCOUNT, 'compact-connect-old').catch(() => undefined);

      await expect(attempt()).rejects.toMatchObject({ name: expect.stringMatching(/^AccessDenied/) });
    });
  });

  if (!trusts) {
    test('trusts no other account, even where the command is told to', async () => {
      const other = await account.administrator(OTHER_ACCOUNT, 'administrator');
      await bootstrap('--trust', OTHER_ACCOUNT);

      await expect(account.assume(other, roleArn(bootstrapRole('deploy')))).rejects.toMatchObject({
        name: 'AccessDenied',
      });
    });
  }
});
