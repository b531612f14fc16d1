import { checkStoredParameter, ParameterRequest, planParameter } from '../../../src/config/parameters/parameter-plan';
import { cdkJson, Json } from '../files';
import { deployFile, documents, environmentFiles, problemsOfAction, sourceOf, sourcesOf } from '../platform-files';

function compactConnect(environment: string, change: (context: Json) => void = () => undefined): ParameterRequest {
  const files = { 'deploy.json': deployFile(), ...environmentFiles('test', 'beta', 'prod') };
  const file = files[`${environment}.json` as keyof typeof files];
  change(file.ssm_context);
  return { environment, cdkJson: sourceOf('cdk.json', cdkJson()), files: [sourceOf('cdk.context.json', file)] };
}

function own(environment: string, change: (files: Record<string, Json>) => void = () => undefined): ParameterRequest {
  const files = documents();
  change(files);
  return { environment, files: sourcesOf(files) };
}

test.each(['test', 'beta', 'prod'])("the file of CompactConnect's %s gives its ssm_context as compact JSON", (name) => {
  const plan = planParameter(compactConnect(name));

  expect(plan).toEqual({
    name: `${name}-licensure-context`,
    value: JSON.stringify(environmentFiles(name as 'test')[`${name}.json`].ssm_context),
    bytes: plan.value.length,
    tier: 'Standard',
    account: '111100001111',
    region: 'us-east-2',
  });
});

test("the file of CompactConnect's deploy account gives a parameter of its own", () => {
  expect(planParameter(compactConnect('deploy'))).toMatchObject({
    name: 'deploy-licensure-context',
    value: JSON.stringify(deployFile().ssm_context),
    account: '111100001111',
  });
});

test('of several files that of the environment is taken', () => {
  const files = sourcesOf({ 'deploy.json': deployFile(), ...environmentFiles('test', 'beta') });

  expect(planParameter({ ...compactConnect('beta'), files }).value).toBe(planParameter(compactConnect('beta')).value);
});

test('documents give the environment, and what its own document says of the deploy account', () => {
  const separate = planParameter(own('beta'));
  const together = planParameter(
    own('beta', (files) => {
      files['beta.json'].source = files['platform.json'].source;
      delete files['platform.json'].source;
    }),
  );

  const { 'beta.json': beta, 'platform.json': platform } = documents();
  expect(separate).toMatchObject({ name: 'beta-licensure-demo-context', account: '111100001111', region: 'us-east-2' });
  expect(JSON.parse(separate.value)).toEqual(beta);
  expect(JSON.parse(together.value)).toEqual({ source: platform.source, ...beta });
});

test('of a document with several environments only the one is stored', () => {
  const request = own('test', (files) => {
    Object.assign(files['test.json'].environments, files['beta.json'].environments);
    delete files['beta.json'];
  });

  expect(JSON.parse(planParameter(request).value)).toEqual(documents()['test.json']);
});

test('the parameter of the deploy account has nothing but the account and the source', () => {
  const { deployAccount, source } = documents()['platform.json'];

  expect(JSON.parse(planParameter(own('deploy')).value)).toEqual({ deployAccount, source });
});

test('files of one environment need not be a whole platform', () => {
  const request = own('test', (files) => {
    delete files['beta.json'];
    delete files['prod.json'];
  });

  expect(planParameter(request).name).toBe('test-licensure-demo-context');
});

test('a suffix counts more than the names of the files', () => {
  expect(planParameter({ ...own('test'), suffix: 'settings' }).name).toBe('test-settings');
  expect(planParameter({ ...compactConnect('test'), suffix: 'settings' }).name).toBe('test-settings');
});

/** A file whose value has so many bytes in UTF-8, some of them in characters of two bytes. */
function ofBytes(bytes: number): ParameterRequest {
  return compactConnect('test', ({ environments, ...context }) => {
    environments.test.app_env = '';
    const missing = bytes - Buffer.byteLength(JSON.stringify({ ...context, environments }));
    environments.test.app_env = 'é'.repeat(100) + 'x'.repeat(missing - 200);
  });
}

test.each([
  [4_096, 'Standard'],
  [4_097, 'Advanced'],
  [8_192, 'Advanced'],
])('a value of %d bytes is a parameter of the tier %s', (bytes, tier) => {
  expect(planParameter(ofBytes(bytes))).toMatchObject({ bytes, tier });
});

test('a value that no parameter takes is refused, together with everything else that is wrong', () => {
  expect(problemsOfAction(() => planParameter({ ...ofBytes(8_193), account: '111122223333' }))).toEqual([
    'cdk.context.json ssm_context.environments.pipeline.account_id: found "111100001111", but the credentials are those of the account "111122223333"; use credentials of the deploy account, which keeps the parameters',
    'parameter of test: found 8193 bytes, but a parameter takes 8192 bytes at most (AWS Systems Manager quotas); shorten it, or move what is the same in all environments into a file that is checked in',
  ]);
});

test('credentials of the deploy account are right', () => {
  expect(planParameter({ ...own('test'), account: '111100001111' }).account).toBe('111100001111');
  expect(planParameter({ ...compactConnect('deploy'), account: '111100001111' }).account).toBe('111100001111');
});

test.each<[string, ParameterRequest, readonly string[]]>([
  [
    'the file of another environment',
    { ...compactConnect('beta'), environment: 'prod' },
    [
      'cdk.context.json: found "prod", but no file has an environment of this name; load the file that has it, or correct the name',
    ],
  ],
  [
    'a file of two environments',
    compactConnect('test', ({ environments }) => (environments.beta = environments.test)),
    [
      'cdk.context.json ssm_context.environments: found ["pipeline","test","beta"], but only "test" belongs here; use the file that is of it',
    ],
  ],
  [
    'a file that is wrong',
    compactConnect('prod', ({ environments }) => (environments.prod.allow_local_ui = true)),
    [
      'cdk.context.json ssm_context.environments.prod.allow_local_ui: found true, but sign-in to production never redirects to localhost; set it to false or leave it out',
    ],
  ],
  [
    'documents without the environment',
    own('live'),
    [
      'platform.json, test.json, beta.json, prod.json: found "live", but no file has an environment of this name; load the file that has it, or correct the name',
    ],
  ],
  [
    'documents that do not say which account the pipelines are in',
    own('deploy', (files) => {
      delete files['platform.json'].deployAccount;
      delete files['platform.json'].pipelines;
    }),
    [
      'platform.json, test.json, beta.json, prod.json: found "deploy", but no file has an environment of this name; load the file that has it, or correct the name',
    ],
  ],
  [
    'a document that is no JSON',
    own('test', (files) => (files['test.json'] = '{')),
    ['test.json: found the end of the file, but a key in double quotes is expected; write the key in double quotes'],
  ],
])('%s is refused', (_, request, problems) => {
  expect(problemsOfAction(() => planParameter(request))).toEqual(problems);
});

test('what is stored is held to the rules, together with what is checked in', () => {
  const { value, name } = planParameter(compactConnect('test'));
  const checkedIn = { environment: 'test', cdkJson: sourceOf('cdk.json', cdkJson()), files: [] };
  const stored = JSON.parse(value);
  stored.environments.test.region = 'Ohio';

  expect(problemsOfAction(() => checkStoredParameter(checkedIn, name, value))).toEqual([]);
  expect(problemsOfAction(() => checkStoredParameter(checkedIn, name, JSON.stringify(stored)))).toEqual([
    'SSM parameter test-licensure-context environments.test.region: found "Ohio", but it is not the name of a region; write one such as "us-east-1"',
  ]);
});

test('the same holds for documents', () => {
  const { value, name } = planParameter(own('beta'));
  const checkedIn = { environment: 'test', files: sourcesOf({ 'platform.json': documents()['platform.json'] }) };

  expect(problemsOfAction(() => checkStoredParameter({ ...checkedIn, environment: 'beta' }, name, value))).toEqual([]);
  expect(problemsOfAction(() => checkStoredParameter(checkedIn, name, value))).toEqual([
    'SSM parameter beta-licensure-demo-context environments: found ["beta"], but only "test" belongs here; use the file that is of it',
  ]);
});
