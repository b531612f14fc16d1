import { Installation } from './installation';
import { cdkJson } from '../config/files';
import { deployFile, documents, environmentFiles } from '../config/platform-files';

const TEST = 'test-licensure-demo-context';
const COMPACT_CONNECT = ['--cdk-json', 'cdk.json', '--config', 'deploy.json', 'test.json'];
const installation = new Installation();

function command(...parameters: string[]) {
  return installation.run(parameters);
}

/** The document of the environment test, after a change. */
function testDocument(change: (environment: any) => void = () => undefined) {
  const document = documents()['test.json'];
  change(document.environments.test);
  return document;
}

test('a parameter that is not there yet is shown and stored', async () => {
  const { code, out, error } = await command('context:put', 'test', '--yes');

  const value = JSON.stringify(testDocument());
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out.split('\n')).toEqual([
    `${TEST} does not exist yet`,
    `  + ${value}`,
    `stored ${TEST} (${value.length} bytes, Standard)`,
  ]);
  expect(installation.account.parameters).toEqual(new Map([[TEST, { value, tier: 'Standard' }]]));
});

test('what is stored already is not stored again, however it is written', async () => {
  installation.account.parameters.set(TEST, { value: JSON.stringify(testDocument(), undefined, 4), tier: 'Standard' });

  const { code, out } = await command('context:put', 'test', '--yes');

  expect({ code, out }).toEqual({ code: 0, out: `${TEST} holds this already; nothing is stored` });
  expect(installation.account.calls).not.toContain('PutParameter');
});

test('differences are shown by their paths, and take the place of what was stored', async () => {
  const stored = testDocument((environment) => {
    environment.domainName = 'old.example.org';
    environment.uiDomainNameOverride = 'try.example.org';
    delete environment.localUiPort;
  });
  installation.account.parameters.set(TEST, { value: JSON.stringify(stored), tier: 'Standard' });

  const { code, out } = await command('context:put', 'test', '--yes');

  expect(code).toBe(0);
  expect(out.split('\n').slice(0, -1)).toEqual([
    `${TEST} differs:`,
    '  - environments.test.domainName: "old.example.org"',
    '  + environments.test.domainName: "test.example.org"',
    '  - environments.test.uiDomainNameOverride: "try.example.org"',
    '  + environments.test.localUiPort: 4200',
  ]);
  expect(JSON.parse(installation.account.parameters.get(TEST)!.value)).toEqual(testDocument());
});

test('a stored text that is no JSON is a difference as a whole', async () => {
  installation.account.parameters.set(TEST, { value: 'oops', tier: 'Standard' });

  const { out } = await command('context:put', 'test', '--yes');

  expect(out).toContain(`${TEST} differs:\n  - "oops"\n  + {"environments"`);
});

test('without a terminal nobody can be asked, and nothing is stored', async () => {
  const { code, error } = await command('context:put', 'test');

  expect({ code, error }).toEqual({
    code: 1,
    error: `nobody can be asked "store ${TEST} in the account 111100001111?" here: add --yes`,
  });
  expect(installation.account.parameters.size).toBe(0);
});

test('files of CompactConnect are stored as its apps read them, one parameter each', async () => {
  installation.project.write({ 'cdk.json': cdkJson(), 'deploy.json': deployFile(), ...environmentFiles('test') });

  expect((await command('context:put', 'test', '--yes', ...COMPACT_CONNECT)).code).toBe(0);
  expect((await command('context:put', 'deploy', '--yes', ...COMPACT_CONNECT)).code).toBe(0);

  const stored = [...installation.account.parameters].map(([name, { value }]) => [name, JSON.parse(value)]);
  expect(stored).toEqual([
    ['test-licensure-context', environmentFiles('test')['test.json'].ssm_context],
    ['deploy-licensure-context', deployFile().ssm_context],
  ]);
});

/** The parameter of test becomes larger by so many bytes. */
function enlarge(bytes: number) {
  const addresses = Array.from({ length: Math.ceil(bytes / 40) }, (_, index) =>
    `${String(index).padStart(4, '0')}-somebody`.padEnd(25, 'x').concat('@example.org'),
  );
  installation.project.write({
    'test.json': testDocument((environment) => (environment.notifications.email = addresses)),
  });
}

test('a value over 4,096 bytes is said to cost, and becomes an advanced parameter', async () => {
  enlarge(5_000);

  const { code, out, error } = await command('context:put', 'test', '--yes');

  const bytes = installation.account.parameters.get(TEST)!.value.length;
  expect(code).toBe(0);
  expect(bytes).toBeGreaterThan(5_000);
  expect(error).toBe(
    `${bytes} bytes are more than the 4096 of a standard parameter: it becomes an advanced one, which costs a fee each month and never becomes a standard one again`,
  );
  expect(out).toContain(`stored ${TEST} (${bytes} bytes, Advanced)`);
  expect(installation.account.parameters.get(TEST)!.tier).toBe('Advanced');
});

test('an advanced parameter stays one, which AWS would not take for a standard one, and is not warned of again', async () => {
  installation.account.parameters.set(TEST, { value: '{}', tier: 'Advanced' });
  expect(await command('context:put', 'test', '--yes')).toMatchObject({ code: 0, error: '' });
  enlarge(5_000);
  expect(await command('context:put', 'test', '--yes')).toMatchObject({ code: 0, error: '' });

  expect(installation.account.parameters.get(TEST)!.tier).toBe('Advanced');
});

test('a value over 8,192 bytes is refused before anything is written', async () => {
  enlarge(9_000);

  const { code, out, error } = await command('context:put', 'test', '--yes');

  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(error).toMatch(
    /^the configuration has 1 problem:\n {2}parameter of test: found \d+ bytes, but a parameter takes 8192 bytes at most .*; shorten it, or .*$/,
  );
  expect(installation.account.parameters.size).toBe(0);
});

test('everything that is wrong is told at once, and nothing is written', async () => {
  installation.account.id = '999900009999';
  installation.project.write({
    'test.json': testDocument((environment) => {
      environment.allowLocalUi = 'yes';
      environment.acount = '222200002222';
    }),
  });

  const { code, error } = await command('context:put', 'test', '--yes');

  expect(code).toBe(1);
  expect(error).toContain('allowLocalUi: found "yes"');
  expect(error).toContain('environments.test.acount: found "222200002222"');
  expect(error).toContain('did you mean "account"?');
  expect(installation.account.calls).not.toContain('PutParameter');
});

test('credentials of another account are refused', async () => {
  installation.account.id = '999900009999';

  const { code, error } = await command('context:put', 'test', '--yes');

  expect(code).toBe(1);
  expect(error).toMatch(
    /deployAccount\.account: found "111100001111", but the credentials are those of the account "999900009999"; use credentials of the deploy account, which keeps the parameters$/,
  );
  expect(installation.account.parameters.size).toBe(0);
});

test('an account that only the app names counts too', async () => {
  const { deployAccount, pipelines, ...platform } = documents()['platform.json'];
  installation.project.write({
    'platform.json': platform,
    'cdk.json': {
      context: {
        platform: {
          files: ['platform.json', 'test.json'],
          parameters: { account: deployAccount.account, region: deployAccount.region },
        },
      },
    },
  });
  installation.account.id = '999900009999';

  expect(await command('context:put', 'test', '--yes')).toEqual({
    code: 1,
    out: '',
    error:
      'the credentials are those of the account 999900009999, but cdk.json has the app look its parameters up in 111100001111; use credentials of that account',
  });
  installation.account.id = deployAccount.account;
  expect((await command('context:put', 'test', '--yes')).code).toBe(0);
});

test.each<[string, string[], string]>([
  [
    'an environment that no file has',
    ['context:put', 'staging', '--yes'],
    'found "staging", but no file has an environment of this name; load the file that has it, or correct the name',
  ],
  [
    'the file of another environment',
    ['context:put', 'beta', '--yes', ...COMPACT_CONNECT],
    'found "beta", but no file has an environment of this name',
  ],
  [
    'a file that is not there',
    ['context:put', 'test', '--config', 'typo.json'],
    'typo.json: found nothing, but there is',
  ],
  [
    'an app that is not there',
    ['context:put', 'test', '--app', 'typo'],
    '"typo" is no app: neither typo nor apps/typo',
  ],
])('%s is refused', async (_, parameters, message) => {
  if (parameters.includes('--cdk-json')) {
    installation.project.write({ 'cdk.json': cdkJson(), 'deploy.json': deployFile(), ...environmentFiles('test') });
  }

  const { code, out, error } = await command(...parameters);

  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(error).toContain(message);
  expect(installation.account.calls).not.toContain('PutParameter');
});
