import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ACCOUNT, accountWith, allow, EXECUTION, policyDocument, REGION, replaced, SAFE, WORKLOAD } from './boundaries';
import { ESCAPE_CASES } from './escape-cases';
import { SERVICES_BOUNDARY_TEMPLATE } from './services-boundary-template';
import { upstreamTemplate } from '../../../../src/bootstrap/upstream-template';
import { boundaryTables } from '../../../../src/boundary/tables';
import type { AccountInput } from '../../../../src/core/boundary/account/account-input';
import { accountModel } from '../../../../src/core/boundary/account/read-account';
import type { BoundaryFinding } from '../../../../src/core/boundary/finding';
import { searchEscapes } from '../../../../src/core/boundary/prove/escape/search-escapes';

const FOLDER = join(__dirname, '..', '..', '..', '..', 'bootstrap-templates');
const { actions, managedPolicies } = boundaryTables();
const PLACE = { account: ACCOUNT, region: REGION, managedPolicies };

/** `CloudFormation can take on a stronger role` → `take on a stronger role`. */
const pathOf = ({ description }: BoundaryFinding) => description.replace(/^.*? can /, '');
const fatal = (findings: readonly BoundaryFinding[]) =>
  findings.filter(({ severity }) => severity === 'fatal').map(pathOf);
const warnings = (findings: readonly BoundaryFinding[]) =>
  findings.filter(({ severity }) => severity === 'warning').map(({ description }) => description);
const search = (input: Partial<AccountInput>) => searchEscapes(accountModel({ ...PLACE, ...input }), actions);
const bootstrapTemplate = (file: string) => parse(readFileSync(join(FOLDER, file), 'utf8'), { schema: 'yaml-1.1' });

describe('a boundary', () => {
  test('is tried in at least 25 forms', () => {
    expect(ESCAPE_CASES.length).toBeGreaterThanOrEqual(25);
  });

  test.each(ESCAPE_CASES)('$name', ({ boundary, workload, account, open }) => {
    const { escapes } = searchEscapes(accountWith(boundary, workload, account), actions);

    expect(escapes.map(({ severity }) => severity)).toEqual(open.map(() => 'fatal'));
    expect(escapes.map(pathOf).sort()).toEqual([...open].sort());
  });
});

describe('an escape', () => {
  test('is told as steps with the statements that allow them', () => {
    const identities = replaced({ Sid: 'BoundedIdentities', Condition: {} });
    const { escapes } = searchEscapes(accountWith(identities), actions);

    expect(escapes.find((escape) => pathOf(escape) === 'create a role without boundary')).toEqual({
      rule: 'ExecutionBoundaryCannotBeEscaped',
      severity: 'fatal',
      description: 'CloudFormation can create a role without boundary',
      action: 'iam:CreateRole',
      change:
        'allow iam:CreateRole, iam:PutRolePolicy, iam:AttachRolePolicy only with the condition StringEquals on iam:PermissionsBoundary',
      steps: [
        `AWS::IAM::Role without PermissionsBoundary: iam:CreateRole on arn:aws:iam::${ACCOUNT}:role/app-somebodys is allowed by BoundedIdentities of execution boundary (no condition)`,
        `a policy for it that allows everything: iam:PutRolePolicy on arn:aws:iam::${ACCOUNT}:role/app-somebodys is allowed by BoundedIdentities of execution boundary (no condition)`,
      ],
    });
  });

  test('through a program begins with the program', () => {
    const { escapes } = searchEscapes(accountWith(SAFE, [allow('Assume', 'sts:AssumeRole')]), actions);

    expect(escapes).toMatchObject([
      {
        description: 'a program can take on a stronger role',
        steps: [
          `deploy a program whose role has the boundary ${WORKLOAD} and a policy that allows everything`,
          expect.stringMatching(
            /^a session of a role without boundary .* sts:AssumeRole .* Assume of workload boundary/,
          ),
        ],
      },
    ]);
  });

  test('that depends on what nobody here knows is a warning', () => {
    const byTag = [
      ...SAFE,
      {
        ...allow('Tagged', 'iam:UpdateAssumeRolePolicy'),
        Condition: { StringEquals: { 'aws:ResourceTag/app': 'boards' } },
      },
    ];
    const { escapes } = searchEscapes(accountWith(byTag), actions);

    expect(fatal(escapes)).toEqual([]);
    expect(warnings(escapes)).toEqual([
      "CloudFormation could change whom a stronger role trusts; it can't be decided: Tagged of execution boundary allows iam:UpdateAssumeRolePolicy only with aws:ResourceTag/app StringEquals boards",
    ]);
  });

  test('that depends on what else the account holds is a warning until somebody says so', () => {
    const model = (holdsOtherPrograms?: boolean) =>
      accountWith(replaced({ Sid: 'Services', Action: 'lambda:*' }), undefined, { holdsOtherPrograms });

    expect(warnings(searchEscapes(model(), actions).escapes)).toEqual([
      'CloudFormation could change or start a function of somebody else when the account holds a function whose role has no boundary',
    ]);
    expect(fatal(searchEscapes(model(true), actions).escapes)).toEqual(['change or start a function of somebody else']);
    expect(searchEscapes(model(false), actions).escapes).toEqual([]);
  });
});

describe('the proof', () => {
  const { escapes, closed } = searchEscapes(accountWith(SAFE), actions);
  const closedBy = (path: string) => closed.find((each) => each.path === path)?.closedBy ?? [];

  test('names each path once, and none that is open', () => {
    expect(escapes).toEqual([]);
    expect(new Set(closed.map(({ path }) => path)).size).toBe(closed.length);
    expect(closed.length).toBeGreaterThan(70);
  });

  test('has a reason for every path', () => {
    expect(closed.filter((path) => path.closedBy.length === 0)).toEqual([]);
  });

  test.each([
    [
      'create a role without boundary',
      `BoundedIdentities of execution boundary allows iam:CreateRole only with iam:PermissionsBoundary StringEquals ${WORKLOAD}`,
    ],
    ['edit a boundary policy', 'BoundariesAreReadOnly of execution boundary denies iam:CreatePolicyVersion'],
    ['take the boundary from a role', 'no statement of execution boundary allows iam:DeleteRolePermissionsBoundary'],
    ['give a policy to a group', 'no statement of execution boundary allows iam:PutGroupPolicy, iam:AttachGroupPolicy'],
    [
      'pass a stronger role to lambda.amazonaws.com',
      `PassOwnRoles (execution boundary.Statement[3]) names only what stacks make or the bootstrap made: arn:aws:iam::${ACCOUNT}:role/app-*`,
    ],
    ['deploy a stack set', 'NoOtherAccounts of execution boundary denies cloudformation:CreateStackSet'],
    ['take on a stronger role', 'no statement of workload boundary allows sts:AssumeRole'],
    [
      'change or start a function of somebody else',
      'the account holds nothing else: there is no function whose role has no boundary',
    ],
  ])('says what closes the path: %s', (path, reason) => {
    expect(closedBy(path)).toContain(reason);
  });
});

describe('the templates of this library', () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));
  const environments = files.filter((file) => file !== 'deploy-account.yaml');

  test.each(environments)('%s has no escape in an account that holds nothing else', (file) => {
    const { escapes, closed } = search({ template: bootstrapTemplate(file), holdsOtherPrograms: false });

    expect(escapes).toEqual([]);
    expect(closed.length).toBeGreaterThan(70);
  });

  test.each(['beta.yaml', 'prod.yaml', 'test.yaml'])('%s leaves programs of others open, as its guide says', (file) => {
    const { escapes } = search({ template: bootstrapTemplate(file) });

    expect(fatal(escapes)).toEqual([]);
    expect(warnings(escapes)).toEqual([
      'CloudFormation could change or start a function of somebody else when the account holds a function whose role has no boundary',
    ]);
  });

  test('deploy-account.yaml has no escape where programs are meant to deploy', () => {
    const template = bootstrapTemplate('deploy-account.yaml');
    const { escapes, closed } = search({ template, deploysWithBootstrapRoles: true, holdsOtherPrograms: false });

    expect(escapes).toEqual([]);
    expect(closed.find(({ path }) => path === 'take on a role of the bootstrap')?.closedBy).toContain(
      `cdk-hnb659fds-deploy-role-${ACCOUNT}-${REGION} is there for programs of this account to deploy with`,
    );
  });

  test('deploy-account.yaml lets programs take on bootstrap roles, where they are not meant to', () => {
    const { escapes } = search({ template: bootstrapTemplate('deploy-account.yaml'), holdsOtherPrograms: false });

    expect(fatal(escapes)).toEqual(['take on a stronger role', 'take on a role of the bootstrap']);
  });

  test('without a beginning of names, roles of others can be passed, as the guide says', () => {
    const everyName = [
      ...SAFE.filter(({ Sid }) => Sid !== 'PassOwnRoles'),
      {
        Sid: 'PassOwnRoles',
        Effect: 'Allow',
        Action: 'iam:PassRole',
        NotResource: [`arn:aws:iam::${ACCOUNT}:role/cdk-*-role-${ACCOUNT}-*`],
      } as const,
    ];
    const { escapes } = searchEscapes(accountWith(everyName), actions);

    expect(fatal(escapes)).toContain('pass a stronger role to lambda.amazonaws.com');
  });
});

describe('a template that lists whole services', () => {
  const { escapes } = search({ template: SERVICES_BOUNDARY_TEMPLATE });

  test('is escaped by a role without boundary', () => {
    expect(fatal(escapes)).toEqual(
      expect.arrayContaining([
        'create a role without boundary',
        'create a user without boundary',
        'give a policy to a role without boundary',
        'give a policy to a group',
        'make an access key for a stronger user',
        'change whom a stronger role trusts',
        'take on a stronger role',
        'take on a role of the bootstrap',
        'pass a stronger role to lambda.amazonaws.com',
        'pass a stronger role to cloudformation.amazonaws.com',
        'deploy a stack set',
        'exchange assets of other apps',
        'update the bootstrap stack',
      ]),
    );
  });

  test('is not escaped where it denies', () => {
    const open = fatal(escapes);

    expect(open).not.toContain('edit a boundary policy');
    expect(open).not.toContain('take the boundary from the execution role');
    expect(open).not.toContain('pass a stronger role to ec2.amazonaws.com');
    expect(open).not.toContain('change the organization');
  });

  test('names the statement that allows it', () => {
    expect(escapes.find((escape) => pathOf(escape) === 'create a role without boundary')?.steps?.[0]).toMatch(
      /^AWS::IAM::Role without PermissionsBoundary: iam:CreateRole on arn:.* is allowed by AllowRequiredServices of CloudFormationExecutionBoundaryPolicy \(no condition\)$/,
    );
  });

  test('with a boundary of another name, nobody knows', () => {
    const other = search({ template: SERVICES_BOUNDARY_TEMPLATE, parameters: { InputPermissionsBoundary: 'bounds' } });

    expect(other).toEqual({
      escapes: [
        expect.objectContaining({ severity: 'warning', description: expect.stringContaining('policy/bounds') }),
      ],
      closed: [],
    });
  });
});

describe('an account', () => {
  test('of the CDK without boundary is open', () => {
    const { escapes, closed } = search({ template: upstreamTemplate().template });

    expect(closed).toEqual([]);
    expect(escapes).toMatchObject([
      {
        severity: 'fatal',
        description: expect.stringContaining('has no boundary'),
        steps: ['any resource: CloudFormation may do all that AdministratorAccess allows'],
      },
    ]);
  });

  test('whose demanded boundary is known by name only may be open', () => {
    const boundary = policyDocument(SAFE);

    expect(warnings(search({ boundary, holdsOtherPrograms: false }).escapes)).toEqual([
      `use what the demanded boundary allows: could be open when ${WORKLOAD}, which roles and users of stacks must carry, allows more than ${EXECUTION}: what it allows isn't known here`,
    ]);
  });

  test('whose bootstrap roles can do no more than CloudFormation is not open through them', () => {
    const deploy = SERVICES_BOUNDARY_TEMPLATE.Resources.DeploymentActionRole;
    const harmless = { ...deploy, Properties: { ...deploy.Properties, Policies: [] } };
    const template = {
      ...SERVICES_BOUNDARY_TEMPLATE,
      Resources: { ...SERVICES_BOUNDARY_TEMPLATE.Resources, DeploymentActionRole: harmless },
    };

    expect(fatal(search({ template }).escapes)).not.toContain('take on a role of the bootstrap');
  });
});
