import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, NestedStack, Stack, Validations } from 'aws-cdk-lib';
import { ManagedPolicy, PermissionsBoundary, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { BoundaryContent } from '../../src/bootstrap/boundary-content';
import { PermissionsBoundaryBootstrap } from '../../src/bootstrap/permissions-boundary-bootstrap';
import { BoundaryChecks } from '../../src/nag/boundary-checks';

const ENVIRONMENT = { account: '111111111111', region: 'us-east-1' };
const BOUNDARY = 'arn:aws:iam::111111111111:policy/cdk-hnb659fds-workload-boundary-111111111111-us-east-1';

const statement = (...actions: string[]) => new PolicyStatement({ actions, resources: ['*'] });

/** A bootstrap for apps with queues whose programs send messages. */
function bootstrapFor(execution: string[], workload: string[]): PermissionsBoundaryBootstrap {
  return new PermissionsBoundaryBootstrap({
    variant: 'test',
    boundaryContent: BoundaryContent.ofStatements([statement(...execution)], [statement(...workload)]),
    roleNamePrefixes: ['boards-'],
  });
}

const BOOTSTRAP = bootstrapFor(['sqs:*'], ['sqs:SendMessage', 'sqs:GetQueue*']);

let outdir: string;
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'boundary-checks-'));
});
afterEach(() => rmSync(outdir, { recursive: true }));

/** An app with one stack, in whose account the bootstrap's boundary is on every role. */
function appWith(checks: BoundaryChecks, make: (stack: Stack) => void): App {
  const app = new App({ outdir });
  const stack = new Stack(app, 'Boards', { env: ENVIRONMENT, stackName: 'boards-prod' });
  make(stack);
  PermissionsBoundary.of(app).apply(ManagedPolicy.fromManagedPolicyArn(stack, 'Boundary', BOUNDARY));
  Validations.of(app).addPlugins(checks);
  return app;
}

/** What the plugin reports, as it stands in the report that the CDK writes. */
function violationsOf(app: App): any[] {
  const before = process.env.CDK_VALIDATION;
  delete process.env.CDK_VALIDATION;
  try {
    app.synth();
  } catch (error) {
    expect(String(error)).toMatch(/validation/i);
  } finally {
    process.env.CDK_VALIDATION = before;
  }
  const { pluginReports } = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8'));
  const reports = pluginReports.filter(({ pluginName }: any) => pluginName === 'CompactPlatformBoundary');
  // A plugin that fails reports no violations, but that it failed.
  expect(reports.map(({ metadata }: any) => metadata?.error)).toEqual(reports.map(() => undefined));
  return reports.flatMap(({ violations }: any) => violations);
}

const OPTIONS = { holdsOtherPrograms: false };

test('an app that its boundaries are made for has no finding', () => {
  const violations = violationsOf(
    appWith(BoundaryChecks.ofBootstrap(BOOTSTRAP, OPTIONS), (stack) => {
      const queue = new Queue(stack, 'Queue');
      queue.grantSendMessages(new Role(stack, 'Sender', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }));
    }),
  );

  expect(violations).toEqual([]);
});

test('what a deployment needs and may not is an error that names resource, operation, action, statement and change', () => {
  const violations = violationsOf(
    appWith(BoundaryChecks.ofBootstrap(BOOTSTRAP, OPTIONS), (stack) => void new Topic(stack, 'News')),
  );
  const creation = violations.find(({ ruleMetadata }) => ruleMetadata.action === 'sns:CreateTopic');

  expect(creation).toMatchObject({
    ruleName: 'CompactPlatform-ExecutionBoundaryAllowsEveryOperation',
    severity: 'error',
    description: expect.stringMatching(/create.* of boards-prod\/News.* calls sns:CreateTopic, which is denied/),
    suggestedFix: expect.stringContaining('sns:CreateTopic'),
    ruleMetadata: {
      operations: expect.stringContaining('create'),
      blocking: expect.stringContaining('no statement of ExecutionBoundary allows sns:CreateTopic'),
    },
  });
  expect(JSON.stringify(creation)).toContain('Boards/News/Resource');
});

test('resources of nested stacks are found by their paths', () => {
  const violations = violationsOf(
    appWith(BoundaryChecks.ofBootstrap(BOOTSTRAP, OPTIONS), (stack) => {
      void new Topic(new NestedStack(stack, 'Inner'), 'News');
    }),
  );

  expect(JSON.stringify(violations)).toContain('Boards/Inner/News/Resource');
  expect(violations.map(({ ruleMetadata }) => ruleMetadata.action)).toContain('cloudformation:CreateStack');
});

test('a role that is given what its boundary takes away, and a role without the boundary, are errors', () => {
  const violations = violationsOf(
    appWith(BoundaryChecks.ofBootstrap(BOOTSTRAP, OPTIONS), (stack) => {
      const role = new Role(stack, 'Reader', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
      role.addToPolicy(new PolicyStatement({ actions: ['sqs:ReceiveMessage'], resources: ['*'] }));
      PermissionsBoundary.of(
        new Role(stack, 'Bare', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }),
      ).clear();
    }),
  );
  const rulesOf = (text: string) =>
    violations.filter((each) => JSON.stringify(each).includes(text)).map(({ ruleName }) => ruleName);

  expect(rulesOf('sqs:ReceiveMessage')).toEqual(['CompactPlatform-WorkloadBoundaryAllowsWhatRolesUse']);
  expect(rulesOf('Boards/Bare')).toContain('CompactPlatform-RolesCarryWorkloadBoundary');
});

test('a way out of a boundary is fatal and tells its steps', () => {
  const open = BoundaryChecks.ofPolicies(
    {
      execution: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: ['sqs:*', 'iam:*'], Resource: '*' }] },
    },
    OPTIONS,
  );
  const violations = violationsOf(appWith(open, (stack) => void new Queue(stack, 'Queue')));
  const escapes = violations.filter(({ severity }) => severity === 'fatal');

  expect(escapes.length).toBeGreaterThan(0);
  expect(escapes[0].ruleName).toBe('CompactPlatform-ExecutionBoundaryCannotBeEscaped');
  expect(escapes.map(({ description }) => description).join('\n')).toContain('iam:CreateRole');
});

test('a bootstrap template in a file serves as well, and one that can not be read says so', () => {
  const file = join(outdir, 'bootstrap.yaml');
  BOOTSTRAP.writeTo(file);
  const broken = join(outdir, 'broken.json');
  writeFileSync(broken, '{ "Resources": ');

  expect(
    violationsOf(appWith(BoundaryChecks.ofTemplateFile(file, OPTIONS), (stack) => void new Queue(stack, 'Q'))),
  ).toEqual([]);
  expect(() => BoundaryChecks.ofTemplateFile(broken)).toThrow(/broken\.json/);
  expect(() => BoundaryChecks.ofTemplateFile(join(outdir, 'nowhere.yaml'))).toThrow(/nowhere\.yaml.*can not be read/);
});

test('stacks of other accounts are left to other checks', () => {
  const elsewhere = BoundaryChecks.ofBootstrap(BOOTSTRAP, { ...OPTIONS, accounts: ['222222222222'] });

  expect(violationsOf(appWith(elsewhere, (stack) => void new Topic(stack, 'News')))).toEqual([]);
});
