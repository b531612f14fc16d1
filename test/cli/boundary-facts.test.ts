import { BoundaryApp } from './boundary-app';

const app = new BoundaryApp();

const OWN_TYPE = { Resources: { Cluster: { Type: 'Third::Party::Cluster' } } };
const TYPE_ACTIONS = { 'Third::Party::Cluster': ['kafka:CreateCluster', 'kafka:DeleteCluster'] };

beforeAll(() =>
  app.project.write({ 'own-type.json': OWN_TYPE, 'types.json': TYPE_ACTIONS, 'no-types.json': { Cluster: 'kafka' } }),
);

describe('resource types that are not known', () => {
  test('are a mistake, which says how to add them', async () => {
    const { code, error } = await app.run('derive', 'own-type.json');

    expect(code).toBe(1);
    expect(error).toContain('found Third::Party::Cluster');
    expect(error).toContain('give its actions as typeActions');
  });

  test('are derived for and checked with the actions of a file', async () => {
    const options = ['own-type.json', '--type-actions', 'types.json'];

    const [derived] = await app.json('derive', ...options);
    const check = await app.run('check', ...options, '--holds-nothing-else');

    expect(derived.boundaries[0]).toMatchObject({ neededActions: 2, allowedActions: 2, extraActions: [] });
    expect(check.code).toBe(0);
  });

  test.each([
    ['no-types.json', 'Write { "<type>": ["service:Action", ...] }'],
    ['nowhere.json', "It can't be read as JSON"],
  ])('can not be taken from %s', async (file, reason) => {
    const { code, error } = await app.run('check', 'own-type.json', '--type-actions', file);

    expect(code).toBe(2);
    expect(error).toContain(reason);
  });
});

test('an account that holds nothing else has nothing to take over: no warning says what could be changed', async () => {
  const warnings = async (...options: string[]) => {
    const [{ findings }] = await app.json('check', 'queue.yaml', '--boundary', 'functions.json', ...options);
    return findings.filter(({ rule }: any) => rule === 'ExecutionBoundaryCannotBeEscaped').length;
  };
  const statement = { Effect: 'Allow', Action: ['sqs:*', 'lambda:UpdateFunctionCode'], Resource: '*' };
  app.project.write({ 'functions.json': { Version: '2012-10-17', Statement: [statement] } });

  expect(await warnings()).toBe(1);
  expect(await warnings('--holds-nothing-else')).toBe(0);
});
