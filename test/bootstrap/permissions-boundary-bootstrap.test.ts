import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { parse } from 'yaml';
import { deployed } from './resolved-template';
import { BoundaryContent } from '../../src/bootstrap/boundary-content';
import {
  PermissionsBoundaryBootstrap,
  PermissionsBoundaryBootstrapProps,
} from '../../src/bootstrap/permissions-boundary-bootstrap';
import { upstreamTemplate } from '../../src/bootstrap/upstream-template';

const CONTENT = BoundaryContent.ofTemplates([{ Resources: { Table: { Type: 'AWS::DynamoDB::Table' } } }]);
const make = (props: Partial<PermissionsBoundaryBootstrapProps> = {}) =>
  new PermissionsBoundaryBootstrap({ variant: 'test', boundaryContent: CONTENT, ...props });
const ROLES = ['FilePublishingRole', 'ImagePublishingRole', 'DeploymentActionRole', 'LookupRole'];
const statementsOf = (resources: Record<string, any>, role: string): any[] =>
  resources[role].Properties.AssumeRolePolicyDocument.Statement;
const foreign = (statements: any[]) => statements.filter(({ Principal }) => Principal.AWS !== '111122223333');

describe('trust', () => {
  const trusting = make({ trustedRoles: ['deployer', 'publisher'] }).template;

  test.each(ROLES)('%s trusts exactly the named roles in every trusted account', (role) => {
    const resources = deployed(trusting, { parameters: { TrustedAccounts: '222222222222,333333333333' } });

    const principals = [
      'arn:aws:iam::222222222222:role/deployer',
      'arn:aws:iam::333333333333:role/deployer',
      'arn:aws:iam::222222222222:role/publisher',
      'arn:aws:iam::333333333333:role/publisher',
    ];
    expect(foreign(statementsOf(resources, role))).toEqual([
      {
        Action: ['sts:AssumeRole'],
        Effect: 'Allow',
        Principal: { AWS: principals },
        Condition: { Null: { 'sts:ExternalId': 'true' } },
      },
      { Action: ['sts:TagSession'], Effect: 'Allow', Principal: { AWS: principals } },
    ]);
  });

  test('lookup trusts the named roles of accounts that are trusted for lookup only, and nothing else does', () => {
    const resources = deployed(trusting, { parameters: { TrustedAccountsForLookup: '444444444444' } });

    const trusts = ROLES.filter((role) => foreign(statementsOf(resources, role)).length > 0);
    expect(trusts).toEqual(['LookupRole']);
    expect(foreign(statementsOf(resources, 'LookupRole')).map(({ Principal }) => Principal.AWS)).toEqual(
      Array(2).fill(['arn:aws:iam::444444444444:role/deployer', 'arn:aws:iam::444444444444:role/publisher']),
    );
  });

  test.each(['aws', 'aws-us-gov', 'aws-cn'])('roles are those of the partition %s', (partition) => {
    const resources = deployed(trusting, { partition, parameters: { TrustedAccounts: '222222222222' } });

    for (const statement of foreign(statementsOf(resources, 'DeploymentActionRole'))) {
      expect(statement.Principal.AWS).toEqual([
        `arn:${partition}:iam::222222222222:role/deployer`,
        `arn:${partition}:iam::222222222222:role/publisher`,
      ]);
    }
  });

  test('in a partition that the template does not know it names roles of another one, which IAM refuses', () => {
    const resources = deployed(trusting, { partition: 'aws-iso', parameters: { TrustedAccounts: '222222222222' } });

    expect(foreign(statementsOf(resources, 'DeploymentActionRole'))[0].Principal.AWS[0]).toMatch(/^arn:aws:/);
  });

  test('what the account allows itself is what upstream allows it', () => {
    const own = (template: unknown) =>
      ROLES.map((role) =>
        statementsOf(deployed(template), role).filter(({ Principal }) => Principal.AWS === '111122223333'),
      );

    expect(own(trusting)).toEqual(own(upstreamTemplate().template));
    expect(own(make().template)).toEqual(own(upstreamTemplate().template));
  });

  test('without named roles no other account is trusted, and the command has nothing to name one with', () => {
    const { template } = make();

    expect(Object.keys(template.Parameters)).not.toEqual(expect.arrayContaining([expect.stringMatching(/Trusted/)]));
    for (const role of ROLES) expect(foreign(statementsOf(deployed(template), role))).toEqual([]);
    expect(deployed(template).CloudFormationExecutionRole.Properties.ManagedPolicyArns).toEqual([
      'arn:aws:iam::aws:policy/AdministratorAccess',
    ]);
  });
});

describe('boundaries', () => {
  const boundaryOf = (name: string) => `arn:aws:iam::111122223333:policy/cdk-hnb659fds-${name}-111122223333-us-east-1`;

  test('every role of the bootstrap has one, whatever options the command is given', () => {
    const { template } = make();
    const roles = Object.entries(deployed(template)).filter(([, { Type }]) => Type === 'AWS::IAM::Role');

    expect(Object.fromEntries(roles.map(([id, { Properties }]) => [id, Properties.PermissionsBoundary]))).toEqual({
      FilePublishingRole: boundaryOf('deployment-boundary'),
      ImagePublishingRole: boundaryOf('deployment-boundary'),
      DeploymentActionRole: boundaryOf('deployment-boundary'),
      LookupRole: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
      CloudFormationExecutionRole: boundaryOf('execution-boundary'),
    });
    expect(JSON.stringify(template)).not.toMatch(/InputPermissionsBoundary|ExamplePermissionsBoundary/);
  });

  test('the deployment boundary leaves the upstream roles everything that their policies give them', () => {
    const resources = deployed(make().template);
    const policies = [
      ...resources.DeploymentActionRole.Properties.Policies.map(({ PolicyDocument }: any) => PolicyDocument),
      resources.FilePublishingRoleDefaultPolicy.Properties.PolicyDocument,
      resources.ImagePublishingRoleDefaultPolicy.Properties.PolicyDocument,
    ];
    const given = policies.flatMap(({ Statement }) => Statement.flatMap(({ Action }: any) => Action));
    const allowed = resources.DeploymentBoundary.Properties.PolicyDocument.Statement.flatMap(
      ({ Action }: any) => Action,
    );

    expect(given.length).toBeGreaterThan(20);
    expect(allowed).toEqual(expect.arrayContaining(given));
  });
});

test('the template says what it is, and stays at the version of upstream', () => {
  const { template } = make({ variant: 'prod' });

  expect(template.Parameters.BootstrapVariant.Default).toBe('cdk-compact-platform: prod');
  expect(template.Resources.CdkBootstrapVersion).toEqual(upstreamTemplate().template.Resources.CdkBootstrapVersion);
});

test('service-linked roles are made where asked for only', () => {
  const linked = (props?: Partial<PermissionsBoundaryBootstrapProps>) =>
    Object.values<any>(make(props).template.Resources).filter(({ Type }) => Type === 'AWS::IAM::ServiceLinkedRole');

  expect(linked()).toEqual([]);
  expect(linked({ serviceLinkedRoles: ['opensearchservice.amazonaws.com'] })).toEqual([
    expect.objectContaining({ Properties: { AWSServiceName: 'opensearchservice.amazonaws.com' } }),
  ]);
});

test('the qualifier of the app is the default of the template', () => {
  expect(make({ qualifier: 'boards' }).template.Parameters.Qualifier.Default).toBe('boards');
});

test('YAML and JSON hold the same template, and the file is what its name says', () => {
  const bootstrap = make({ trustedRoles: ['deployer'] });
  const folder = mkdtempSync(join(tmpdir(), 'bootstrap-'));
  try {
    bootstrap.writeTo(join(folder, 'a.json'));
    bootstrap.writeTo(join(folder, 'a.yaml'));

    expect(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8'))).toEqual(bootstrap.template);
    expect(parse(readFileSync(join(folder, 'a.yaml'), 'utf8'), { schema: 'yaml-1.1' })).toEqual(bootstrap.template);
    expect(bootstrap.toYaml()).toMatch(
      /^# Generated by cdk-compact-platform; do not edit\.\n# Made from the bootstrap/,
    );
    expect(bootstrap.toYaml()).not.toMatch(/[&*]a\d/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('every mistake in the properties is said at once', () => {
  const mistakes = () =>
    make({
      variant: '',
      qualifier: 'much-too-long',
      trustedRoles: ['role/*', 'deployer', 'deployer'],
      maximumTrustedAccounts: 0,
      trustPolicyQuota: 5000,
      roleNamePrefixes: ['cdk-apps-', 'c', 'boards-*'],
      serviceLinkedRoles: ['opensearch'],
      partitions: ['us-east-1'],
    });

  expect(mistakes).toThrow(
    [
      'the configuration has 11 problems:',
      '  bootstrap variant: found "", but a variant has 1 to 60 letters, digits, spaces and . : - _; give a short name',
      '  bootstrap qualifier: found "much-too-long", but a qualifier has 1 to 10 letters, digits, - and _; choose another, and give it to the apps too',
      '  bootstrap maximumTrustedAccounts: found 0, but it is a number of accounts; give a whole number from 1',
      '  bootstrap trustPolicyQuota: found 5000, but AWS grants 2048 to 4096 characters; give the quota of the account, or leave it out',
      '  bootstrap trustedRoles[0]: found "role/*", but names of roles have 1 to 64 letters, digits and characters of _ + = , . @ -; give the exact name of a role, without path and without wildcard',
      '  bootstrap trustedRoles[2]: found "deployer", but it stands in the list already; remove one of the two',
      '  bootstrap roleNamePrefixes[2]: found "boards-*", but names of roles have 1 to 64 letters, digits and characters of _ + = , . @ -; give the beginning of the names, without a wildcard',
      '  bootstrap serviceLinkedRoles[0]: found "opensearch", but it is not the principal of a service; write one such as "opensearchservice.amazonaws.com"',
      '  bootstrap partitions[0]: found "us-east-1", but it is not the name of a partition; use one such as "aws" or "aws-us-gov"',
      '  bootstrap roleNamePrefixes[0]: found "cdk-apps-", but roles of bootstraps begin with "cdk-", and stacks must not get at them; name stacks and roles differently',
      '  bootstrap roleNamePrefixes[1]: found "c", but roles of bootstraps begin with "cdk-", and stacks must not get at them; name stacks and roles differently',
    ].join('\n'),
  );
});

describe('limits of AWS', () => {
  const longNames = (count: number) => Array.from({ length: count }, (_, index) => `${index}${'r'.repeat(63)}`);

  test('two roles with the longest names fit into the default quota of trust policies', () => {
    expect(() => make({ trustedRoles: longNames(2) })).not.toThrow();
  });

  test.each([
    ['roles', { trustedRoles: longNames(4) }, 'with 4 roles in 1 accounts'],
    ['accounts', { trustedRoles: longNames(1), maximumTrustedAccounts: 4 }, 'with 1 roles in 4 accounts'],
  ])('more %s than trust policies hold are refused', (_, props, message) => {
    expect(() => make(props)).toThrow(
      new RegExp(
        `bootstrap Resources.LookupRole.AssumeRolePolicyDocument: found [\\d,]+ characters, but ${message} the trust policy is longer than the quota of 2,048; trust fewer or shorter roles, or fewer accounts; or have the quota raised and give it as trustPolicyQuota`,
      ),
    );
    expect(() => make({ ...props, trustPolicyQuota: 4096 })).not.toThrow();
  });

  test('content that does not fit into a managed policy is refused', () => {
    const actions = Array.from({ length: 200 }, (_, index) => `dynamodb:SomeQuiteLongAction${index}`);
    const content = BoundaryContent.ofStatements([new PolicyStatement({ actions, resources: ['*'] })], []);

    expect(() => make({ boundaryContent: content })).toThrow(
      /bootstrap Resources\.ExecutionBoundary: found [\d,]+ characters, but a managed policy has at most 6,144;/,
    );
  });
});
