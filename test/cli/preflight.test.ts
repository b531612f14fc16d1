import { Installation } from './installation';
import { upstreamTemplate } from '../../src/bootstrap/upstream-template';
import { derive } from '../../src/boundary/derivation';
import { placedTemplates } from '../../src/boundary/placed-templates';
import { Refusal } from '../codebuild/refusal';
import { documents } from '../config/platform-files';

const STACK = 'CDKToolkit-lic';
const TEST = '222200002222/us-east-2';
const COMMAND = `  run: cdk bootstrap aws://${TEST} --qualifier lic --toolkit-stack-name ${STACK} --template bootstrap-templates/test.yaml `;
const RENDER =
  '  first render its template anew (compact-platform bootstrap:render): it is missing, or not enough either';

const QUEUE = { Resources: { Orders: { Type: 'AWS::SQS::Queue' } } };
const TOPIC = { Resources: { News: { Type: 'AWS::SNS::Topic' } } };

/** Bootstrap templates for what is deployed. */
const FOR_QUEUE = bootstrapFor(QUEUE);
const FOR_TOPIC = bootstrapFor(TOPIC);

const installation = new Installation();

function bootstrapFor(template: unknown): string {
  const [place] = placedTemplates([{ name: 'Shop', account: '222200002222', region: 'us-east-2', template }]);
  return derive(place, { qualifier: 'lic', roleNamePrefixes: ['lic-'] }).bootstrap.toYaml();
}

beforeEach(() => {
  const { account, project } = installation;
  const files = documents();
  delete files['test.json'].environments.test.workloadBoundary;
  installation.writeApp(files);
  project.write({
    'cdk.out/manifest.json': {
      artifacts: {
        Shop: {
          type: 'aws:cloudformation:stack',
          environment: 'aws://222200002222/us-east-2',
          properties: { templateFile: 'Shop.template.json' },
        },
      },
    },
    'cdk.out/Shop.template.json': QUEUE,
    'bootstrap-templates/test.yaml': FOR_QUEUE,
  });
  account.id = '222200002222';
});

function isBootstrappedWith(template: string): void {
  installation.account.bootstrapVariants.set(STACK, 'cdk-compact-platform: test');
  installation.account.bootstrapTemplates.set(STACK, template);
}

function preflight(...parameters: string[]) {
  return installation.run(['bootstrap', 'test', '--preflight', '--assembly', 'cdk.out', ...parameters]);
}

test('where the boundaries are enough there is nothing to do, and nothing is done', async () => {
  isBootstrappedWith(FOR_QUEUE);

  expect(await preflight()).toEqual({
    code: 0,
    error: '',
    out: `${TEST} (test): its boundaries are enough: nothing to do`,
  });
  expect(new Set(installation.account.calls)).toEqual(new Set(['GetCallerIdentity', 'DescribeStacks', 'GetTemplate']));
});

test('where they are not, it says which actions are added, and with which command', async () => {
  isBootstrappedWith(FOR_TOPIC);

  const { code, out, error } = await preflight();

  expect({ code, error }).toEqual({ code: 1, error: '' });
  const [head, lacks, ...rest] = out.split('\n');
  expect(head).toBe(`${TEST} (test): its boundaries are not enough`);
  expect(lacks).toMatch(/^  the execution boundary lacks \d+ actions:$/);
  expect(rest.join('\n')).toMatch(/^    \+ Write: .*sqs:CreateQueue/m);
  expect(out).not.toMatch(/ExecutionBoundaryAllowsEveryOperation: .*calls sqs:CreateQueue/);
  expect(rest.at(-1)!.startsWith(COMMAND)).toBe(true);
  expect(out).not.toContain(RENDER);
});

test.each([
  ['is not there', 'gone', COMMAND.replace('bootstrap-templates', 'gone')],
  ['does not allow it either', 'rendered', COMMAND.replace('bootstrap-templates', 'rendered')],
])('a rendered template that %s is rendered first', async (_, folder, command) => {
  isBootstrappedWith(FOR_TOPIC);
  installation.project.write({ 'rendered/test.yaml': FOR_TOPIC });

  const { code, out } = await preflight('--templates', folder);

  expect(code).toBe(1);
  expect(out.split('\n').slice(-2)).toEqual([RENDER, expect.stringContaining(command)]);
});

test('an account that is not bootstrapped is told, with the command that does it', async () => {
  const { code, out } = await preflight();

  expect(code).toBe(1);
  expect(out.split('\n')).toEqual([`${TEST} (test): it is not bootstrapped`, expect.stringContaining(COMMAND)]);
});

test('a bootstrap without a boundary is told', async () => {
  isBootstrappedWith(JSON.stringify(upstreamTemplate().template));

  const { code, out } = await preflight();

  expect(code).toBe(1);
  expect(out).toMatch(/^.+ \(test\): it is bootstrapped without a permissions boundary: .+\n  run: /);
});

test.each<[string, () => void, string]>([
  [
    'with credentials of another account',
    () => (installation.account.id = '111100001111'),
    'the credentials are those of the account 111100001111',
  ],
  [
    'that refuses to be looked into',
    () => installation.account.refusals.set('GetTemplate', new Refusal('AccessDenied', 'no', 403)),
    'AWS refused the call: AccessDenied: no',
  ],
  [
    'with a template that is broken',
    () => isBootstrappedWith('Resources: ['),
    "its template can't be read: it is not ",
  ],
])('of an account %s nothing is known', async (_, happens, reason) => {
  isBootstrappedWith(FOR_QUEUE);
  happens();

  const { code, out } = await preflight();

  expect(code).toBe(1);
  expect(out.startsWith(`${TEST} (test): nothing is known of it: ${reason}`)).toBe(true);
});

test('without credentials nothing is known, either', async () => {
  const none = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined };

  const { code, out } = await installation.run(['bootstrap', 'test', '--preflight', '--assembly', 'cdk.out'], none);

  expect(code).toBe(1);
  expect(out).toContain('nothing is known of it: there are no credentials');
});

test('an account for which the app has no stack has nothing to compare', async () => {
  isBootstrappedWith(FOR_QUEUE);
  installation.account.id = '333300003333';

  const { code, out } = await installation.run(['bootstrap', 'beta', '--preflight', '--assembly', 'cdk.out']);

  expect({ code, out }).toEqual({
    code: 0,
    out: '333300003333/us-east-2 (beta): the app deploys nothing there: nothing to compare',
  });
});

test('a sandbox has no boundary to compare', async () => {
  const files = documents();
  files['test.json'].environments.test.workloadBoundary = false;
  installation.writeApp(files);

  const { code, out } = await preflight();

  expect(code).toBe(0);
  expect(out).toMatch(/\(test\): a sandbox with the template of the CDK, which has no boundary/);
});

test('what is not understood of the app is an error', async () => {
  isBootstrappedWith(FOR_QUEUE);
  installation.project.write({ 'cdk.out/Shop.template.json': { Resources: { Thing: { Type: 'Acme::Made::Up' } } } });

  const { code, out, error } = await preflight();

  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(error).toMatch(/^the templates have 1 problem:\n  .*Acme::Made::Up/);
});

test('other programs read JSON', async () => {
  isBootstrappedWith(FOR_TOPIC);

  const [{ place, state, shortfall, mustRender }] = JSON.parse((await preflight('--json')).out);

  expect({ place, state, mustRender }).toEqual({ place: TEST, state: 'insufficient', mustRender: false });
  expect(shortfall.workload).toEqual([]);
  expect(shortfall.execution.map(({ level }: any) => level)).toContain('Write');
});

test.each<[string, string[], string]>([
  [
    'an assembly that nothing is compared with',
    ['--assembly', 'cdk.out'],
    '--assembly is what bootstraps are compared',
  ],
  ['two things at once', ['--preflight', '--plan'], "error: option '--preflight' cannot be used with option '--plan'"],
])('%s: told', async (_, parameters, message) => {
  const { code, out, error } = await installation.run(['bootstrap', ...parameters]);

  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error.startsWith(message)).toBe(true);
});
