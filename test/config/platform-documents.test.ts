import { documents, Files, problemsOfAction, readOwn } from './platform-files';

test('a checked-in file and one per environment make one platform', () => {
  const settings = readOwn(documents());

  const { $schema: _, ...platform } = documents()['platform.json'];
  const environments = ['test', 'beta', 'prod'].map((name) => ({
    name,
    ...documents()[`${name}.json`].environments[name],
  }));
  const pipelines = ['test', 'release'].map((name) => ({ name, ...platform.pipelines[name] }));
  expect(settings).toEqual({ ...platform, pipelines, environments });
});

test('how keys are spread over files does not count', () => {
  const whole = Object.assign({}, ...Object.values(documents()));
  whole.environments = Object.assign({}, ...Object.values(documents()).map(({ environments }) => environments));

  expect(readOwn({ 'all.json': whole })).toEqual(readOwn(documents()));
});

test('a key may stand in several files that say the same, in whatever order', () => {
  const files = documents();
  files['prod.json'].source = Object.fromEntries(Object.entries(files['platform.json'].source).reverse());
  files['prod.json'].applicationName = 'licensure-demo';

  expect(readOwn(files)).toEqual(readOwn(documents()));
});

test('a platform needs neither pipelines nor a licensure backend', () => {
  expect(
    readOwn({
      'platform.json': {
        applicationName: 'data-on-aws',
        project: 'data',
        service: 'data',
        environments: { dev: { account: '222200002222', region: 'us-east-2' } },
      },
    }),
  ).toEqual({
    applicationName: 'data-on-aws',
    project: 'data',
    service: 'data',
    environments: [{ name: 'dev', account: '222200002222', region: 'us-east-2' }],
  });
});

test('without a licensure backend nobody signs in, and an environment of a pipeline needs no domain', () => {
  const files = documents();
  delete files['platform.json'].licensure;
  delete files['beta.json'].environments.beta.domainName;
  delete files['prod.json'].environments.prod.notifications.sesOperationsSupportEmail;

  expect(problemsOfAction(() => readOwn(files))).toEqual([]);
});

test('a file that is no JSON does not make others miss what it may say', () => {
  const files: Files = { ...documents(), 'prod.json': '{"environments": {' };
  files['test.json'].environments.test.region = 'Ohio';

  expect(problemsOfAction(() => readOwn(files))).toEqual([
    'test.json environments.test.region: found "Ohio", but it is not the name of a region; write one such as "us-east-1"',
    'prod.json: found the end of the file, but a key in double quotes is expected; write the key in double quotes',
  ]);
});
