import { bootstrapPlan, BootstrapPlanOptions } from '../../src/bootstrap/bootstrap-plan';
import { bootstrapPlanRows } from '../../src/bootstrap/bootstrap-plan-table';
import { PlatformSettings } from '../../src/config/platform-settings';

const DAILY = { schedule: { hour: '5' }, deleteAfterDays: 400, coldStorageAfterDays: 30 };
const backupTo = (accountId: string) => ({
  generalData: DAILY,
  frequentUpdates: DAILY,
  accountId,
  region: 'us-west-2',
  generalVaultName: 'general',
  ssnVaultName: 'numbers',
});
const ENVIRONMENTS = [
  { name: 'test', account: '222222222222', region: 'us-east-1', backup: backupTo('555555555555') },
  { name: 'beta', account: '333333333333', region: 'us-east-1' },
  { name: 'prod', account: '444444444444', region: 'us-east-1', backup: backupTo('555555555555') },
];
const SETTINGS: PlatformSettings = {
  applicationName: 'boards',
  project: 'boards',
  service: 'licensure',
  deployAccount: { account: '111111111111', region: 'us-east-1' },
  environments: ENVIRONMENTS,
  pipelines: [
    { name: 'test', tagPattern: 'test-*', stages: [{ environment: 'test' }] },
    {
      name: 'release',
      tagPattern: 'prod-*',
      roleName: 'Boards-Release',
      stages: [{ environment: 'beta' }, { environment: 'prod' }],
    },
  ],
};
const plan = (settings: Partial<PlatformSettings> = {}, options: Partial<BootstrapPlanOptions> = {}) =>
  bootstrapPlan({ ...SETTINGS, ...settings }, { templates: 'bootstrap-templates', ...options });
const commands = (...parameters: Parameters<typeof plan>) => plan(...parameters).map(({ argv }) => argv.join(' '));
const ADMINISTRATOR = '--cloudformation-execution-policies arn:aws:iam::aws:policy/AdministratorAccess';
const TEMPLATES = '--template bootstrap-templates';

test('trust comes in two phases: pipelines make their roles before environments trust them', () => {
  expect(commands()).toEqual([
    `cdk bootstrap aws://111111111111/us-east-1 ${TEMPLATES}/deploy-account.yaml ${ADMINISTRATOR}`,
    'cdk deploy --all',
    `cdk bootstrap aws://222222222222/us-east-1 ${TEMPLATES}/test.yaml --trust 111111111111 ${ADMINISTRATOR}`,
    `cdk bootstrap aws://333333333333/us-east-1 ${TEMPLATES}/beta.yaml --trust 111111111111 ${ADMINISTRATOR}`,
    `cdk bootstrap aws://444444444444/us-east-1 ${TEMPLATES}/prod.yaml --trust 111111111111 ${ADMINISTRATOR}`,
    `cdk bootstrap aws://555555555555/us-west-2 ${TEMPLATES}/secondary-account.yaml ${ADMINISTRATOR}`,
  ]);
});

test('each environment trusts the roles of the pipelines that deploy it', () => {
  const roles = plan().map(({ template }) => template?.trustedRoles);

  expect(roles).toEqual([[], undefined, ['boards-test-pipeline'], ['Boards-Release'], ['Boards-Release'], []]);
});

test('environments of one account and region are bootstrapped once, for the roles of all their pipelines', () => {
  const shared = ENVIRONMENTS.map((environment) =>
    environment.name === 'beta' ? { ...environment, account: '222222222222' } : environment,
  );

  const steps = plan({ environments: shared }).filter(({ account }) => account === '222222222222');

  expect(steps).toHaveLength(1);
  expect(steps[0]).toMatchObject({
    environments: ['test', 'beta'],
    template: { variant: 'test-and-beta', trustedRoles: ['boards-test-pipeline', 'Boards-Release'] },
  });
});

test('an environment in the account of the pipelines trusts nobody else', () => {
  const [test] = ENVIRONMENTS;
  const steps = plan({ environments: [{ ...test, account: '111111111111', backup: undefined }], pipelines: [] });

  expect(steps).toHaveLength(1);
  expect(steps[0].template).toEqual({
    variant: 'deploy-account-and-test',
    file: 'bootstrap-templates/deploy-account-and-test.yaml',
    trustedRoles: [],
  });
});

test('without an account of pipelines there is nobody to trust, and a sandbox gets the template of the CDK', () => {
  const sandbox = { name: 'ana', account: '666666666666', region: 'us-east-1' };

  const alone = { environments: [sandbox], deployAccount: undefined, pipelines: undefined };

  expect(commands(alone)).toEqual([`cdk bootstrap aws://666666666666/us-east-1 ${ADMINISTRATOR}`]);
  expect(commands({ ...alone, environments: [{ ...sandbox, workloadBoundary: true }] })).toEqual([
    `cdk bootstrap aws://666666666666/us-east-1 ${TEMPLATES}/ana.yaml ${ADMINISTRATOR}`,
  ]);
});

test.each([
  ['nothing is known', undefined, false],
  ['the stack is of this variant', 'cdk-compact-platform: test', false],
  ['the stack is of another variant', 'AWS CDK: Default Resources', true],
])('where %s, the command is forced: %s -> %s', (_, variant, isForced) => {
  const variants: Record<string, string> = variant === undefined ? {} : { '222222222222/us-east-1': variant };

  const steps = plan({}, { variants });

  const forced = steps.filter(({ argv }) => argv.includes('--force')).map(({ account }) => account);
  expect(forced).toEqual(isForced ? ['222222222222'] : []);
});

test.each([
  ['us-gov-west-1', 'aws-us-gov'],
  ['cn-north-1', 'aws-cn'],
])('in %s, policies are those of %s', (region, partition) => {
  const [environment] = ENVIRONMENTS;
  const [command] = commands({ environments: [{ ...environment, region }] }, { targets: ['test'] });

  expect(command).toContain(`arn:${partition}:iam::aws:policy/AdministratorAccess`);
});

test("an app's qualifier has a bootstrap stack of its own", () => {
  expect(commands({ bootstrapQualifier: 'boards' })[0]).toContain(
    'aws://111111111111/us-east-1 --qualifier boards --toolkit-stack-name CDKToolkit-boards',
  );
});

test('environments can be chosen, with the accounts of their backups', () => {
  const chosen = (...targets: string[]) => plan({}, { targets }).map(({ phase, account }) => [phase, account]);

  expect(chosen('prod')).toEqual([
    ['environments', '444444444444'],
    ['secondary accounts', '555555555555'],
  ]);
  expect(chosen('deploy', 'beta')).toEqual([
    ['deploy account', '111111111111'],
    ['pipelines', '111111111111'],
    ['environments', '333333333333'],
  ]);
});

test('an environment that nobody knows is named with the one that was probably meant', () => {
  expect(() => plan({}, { targets: ['prd', 'test'] })).toThrow(
    'bootstrap environment: found "prd", but the installation has no environment of this name; did you mean "prod"?',
  );
});

test('environments of one account that need different bootstraps are refused', () => {
  const [test, beta] = ENVIRONMENTS;
  const environments = [test, { ...beta, account: test.account, workloadBoundary: false }];

  expect(() => plan({ environments })).toThrow(
    'settings environments: found ["test","beta"], but they share 222222222222/us-east-1, whose bootstrap demands the workload boundary of all or of none; set workloadBoundary alike in all of them',
  );
});

test('the plan can be read as a table', () => {
  const rows = bootstrapPlanRows(plan({}, { targets: ['beta'], templates: 'my templates' }));

  expect(rows).toEqual([
    ['step', 'phase', 'account', 'for', 'command', 'why'],
    [
      '1',
      'environments',
      '333333333333/us-east-1',
      'beta',
      `cdk bootstrap aws://333333333333/us-east-1 --template 'my templates/beta.yaml' --trust 111111111111 ${ADMINISTRATOR}`,
      'trusts only Boards-Release',
    ],
  ]);
});
