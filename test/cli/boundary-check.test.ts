import { BoundaryApp, OTHER_APP, OTHER_PLACE } from './boundary-app';

const app = new BoundaryApp();

test('a boundary that allows what the template needs, and no way out, is fine', async () => {
  const { code, out, error } = await app.run('check', 'queue.yaml', '--boundary', 'all-of-sqs.json');

  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out).toMatch(/^unknown account: queue\n/);
  expect(out).toMatch(/^boundary {2,}characters {2,}actions needed {2,}allowed {2,}extra/m);
  expect(out).toMatch(/\nchecked [\d,]+ needed actions? of 1 stack and \d+ closed paths: (no findings|\d+ warnings?)$/);
});

test('an action that is missing is named with its resource and the smallest change, and the answer is no', async () => {
  const { code, out, error } = await app.run('check', 'queue.yaml', '--boundary', 'no-deletion.json');

  expect({ code, error }).toEqual({ code: 1, error: '' });
  expect(out).toMatch(/^1 error:$/m);
  expect(out).toContain('queue/Orders (AWS::SQS::Queue) calls sqs:DeleteQueue, which is denied');
  expect(out).toContain('    change: add "sqs:DeleteQueue" to the statement Services');
});

test('a way out of the boundary comes first, with its steps', async () => {
  const { code, out } = await app.run('check', 'queue.yaml', '--boundary', 'all-of-iam.json');

  expect(code).toBe(1);
  expect(out).toMatch(/\n\n\d+ escapes?:\n  ExecutionBoundaryCannotBeEscaped: .+\n    1\. /);
});

test('what a role would lose to the workload boundary is found', async () => {
  const boundaries = ['--boundary', 'all-of-iam.json', '--workload-boundary', 'workload.json'];

  const [analysis] = await app.json('check', 'shop', ...boundaries);

  const stripped = analysis.findings.filter(({ rule }: any) => rule === 'WorkloadBoundaryAllowsWhatRolesUse');
  expect(stripped).toMatchObject([{ severity: 'error', action: 'sqs:DeleteMessage', logicalId: 'Consumer' }]);
});

test('--verbose says how known ways out are closed', async () => {
  const parameters = ['check', 'queue.yaml', '--boundary', 'all-of-sqs.json'];

  const [brief, verbose] = [await app.run(...parameters), await app.run(...parameters, '--verbose')];

  expect(brief.out).not.toContain('closed paths:\n');
  expect(verbose.out).toMatch(/\nclosed paths:\n(  .+: .+\n)+/);
});

test('other programs read JSON, one analysis for each account', async () => {
  const analyses = await app.json('check', 'two', '--boundary', 'all-of-sqs.json');

  expect(analyses.map(({ place, stacks }: any) => [place, stacks])).toEqual([
    ['111111111111/us-east-1', ['Shop']],
    ['222222222222/us-east-1', ['Wiki']],
  ]);
  expect(analyses[1].findings[0]).toMatchObject({ severity: 'error', resourceType: 'AWS::S3::Bucket' });
});

test('code scanning reads SARIF', async () => {
  const { code, out } = await app.run('check', 'queue.yaml', '--boundary', 'no-deletion.json', '--format', 'sarif');

  expect(code).toBe(1);
  const { version, runs } = JSON.parse(out);
  expect(version).toBe('2.1.0');
  expect(runs[0].results).toContainEqual(
    expect.objectContaining({
      ruleId: 'ExecutionBoundaryAllowsEveryOperation',
      level: 'error',
      message: { text: expect.stringContaining('sqs:DeleteQueue') },
    }),
  );
});

test.each(['111111111111/us-east-1', '111111111111'])(
  '--account %s chooses what is deployed there',
  async (account) => {
    const analyses = await app.json('check', 'two', '--boundary', 'all-of-sqs.json', '--account', account);

    expect(analyses.map(({ place }: any) => place)).toEqual(['111111111111/us-east-1']);
  },
);

test('without a boundary, an app is checked against the one that is derived for it', async () => {
  const [analysis] = await app.json('check', 'shop', '--role-name-prefix', 'shop-');

  expect(analysis.boundaries.map(({ boundary }: any) => boundary)).toEqual(['execution', 'workload']);
  expect(analysis.findings.filter(({ severity }: any) => severity !== 'warning')).toEqual([]);
});

test('without an assembly, the app is synthesized', async () => {
  app.synthesizes(OTHER_APP);

  const [analysis] = await app.json('check', '--app', 'app', '--boundary', 'all-of-sqs.json');

  expect(analysis.place).toBe(OTHER_PLACE);
  expect(app.project.cdkCalls).toMatchObject([{ parameters: ['synth', '--quiet', '--output', expect.any(String)] }]);
});

test.each<[string, string[], number, RegExp]>([
  [
    'all that is wrong with files of templates',
    ['truncated.json', 'gone.json'],
    1,
    /^the templates have 2 problems:\n  .+truncated\.json: found .+\n  .+gone\.json: found ENOENT, but .+$/,
  ],
  ['a folder that is no assembly', ['.'], 1, /^the templates have 1 problem:\n  \.: found no manifest\.json/],
  ['an assembly without stacks', ['empty'], 1, /^empty has no stacks: /],
  [
    'an account where nothing is deployed',
    ['shop', '--account', '111111111112'],
    2,
    /^--account has 111111111112, where nothing is deployed; /,
  ],
  ['an app beside an assembly', ['shop', '--app', 'app'], 2, /^--app is synthesized, and shop is there already/],
  ['a workload boundary alone', ['shop', '--workload-boundary', 'workload.json'], 2, /add --boundary <file>$/],
  [
    'a prefix beside a boundary that is there',
    ['shop', '--boundary', 'workload.json', '--role-name-prefix', 'shop-'],
    2,
    /^--role-name-prefix is for boundaries that are derived/,
  ],
  [
    'two sources of one boundary',
    ['shop', '--boundary', 'workload.json', '--template', 'workload.json'],
    2,
    /^error: option '--template <file>' cannot be used with option '--boundary <file>'/,
  ],
  ['a boundary that is not there', ['shop', '--boundary', 'gone.json'], 1, /gone\.json: found ENOENT/],
])('%s: told', async (_, parameters, code, error) => {
  const run = await app.run('check', ...parameters);

  expect({ code: run.code, out: run.out }).toEqual({ code, out: '' });
  expect(run.error).toMatch(error);
});
