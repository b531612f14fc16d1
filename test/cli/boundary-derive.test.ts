import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { BoundaryApp, OTHER_APP, OTHER_PLACE } from './boundary-app';
import { derivationJson, derivationLines } from '../../cli/boundary-derivation';
import type { DerivedBoundary } from '../../src/boundary/derivation';

const app = new BoundaryApp();

const EXECUTION: DerivedBoundary = {
  boundary: 'execution',
  characters: 3_578,
  limit: 6_144,
  neededActions: 460,
  allowedActions: 462,
  extraActions: [
    { action: 'sqs:ListQueues', level: 'List' },
    { action: 'sqs:SendMessage', level: 'Write' },
  ],
  document: {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: ['sqs:*Queue', 'sqs:Get*'], Resource: '*' },
      { Effect: 'Allow', Action: 's3:Get*', Resource: 'arn:aws:s3:::x' },
      { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' },
      { Effect: 'Deny', Action: ['iam:*', 'sts:*'], Resource: '*' },
    ],
  },
  fold: { characters: 3_400, lowerBound: 3_388, isLossless: true },
  scopedStatements: 1,
};

test('figures are a table for each account, with what is allowed beyond the need', () => {
  const lines = derivationLines([
    { place: '111111111111/us-east-1', boundaries: [EXECUTION] },
    { place: '222222222222/us-east-1', boundaries: [{ ...EXECUTION, extraActions: [] }] },
  ]);

  expect(lines).toEqual([
    '111111111111/us-east-1',
    'boundary   characters      actions needed  extra  patterns  optimality gap  scoped statements',
    'execution  3,578 of 6,144  460             2      3         12              1',
    'extra in the execution boundary, Write: sqs:SendMessage',
    'extra in the execution boundary, List: sqs:ListQueues',
    '',
    '222222222222/us-east-1',
    'boundary   characters      actions needed  extra  patterns  optimality gap  scoped statements',
    'execution  3,578 of 6,144  460             0      3         12              1',
  ]);
});

test('of many actions beyond the need the first are named', () => {
  const extraActions = Array.from({ length: 22 }, (_, index) => ({ action: `a:List${index}`, level: 'List' as const }));

  expect(derivationLines([{ place: 'x', boundaries: [{ ...EXECUTION, extraActions }] }]).at(-1)).toMatch(
    /^extra in the execution boundary, List: a:List0, .+, a:List19, and 2 more \(all: --format json\)$/,
  );
});

test('other programs get documents and figures', () => {
  const { fold, ...figures } = EXECUTION;

  expect(derivationJson([{ place: '111111111111/us-east-1', boundaries: [EXECUTION] }])).toEqual([
    {
      place: '111111111111/us-east-1',
      boundaries: [{ ...figures, patterns: 3, optimalityGap: 12, isLossless: true }],
    },
  ]);
});

test('the boundaries of an app of another team are derived as they are', async () => {
  const { code, out, error } = await app.run('derive', OTHER_APP, '--role-name-prefix', 'field-', '--format', 'json');

  const [{ place, boundaries }] = JSON.parse(out);
  expect({ code, error, place }).toEqual({ code: 0, error: '', place: OTHER_PLACE });
  expect(boundaries).toMatchObject([
    { boundary: 'execution', limit: 6_144, optimalityGap: 0 },
    { boundary: 'workload', limit: 6_144, optimalityGap: 0 },
  ]);
  for (const { characters, neededActions } of boundaries) {
    expect(characters).toBeLessThanOrEqual(6_144);
    expect(neededActions).toBeGreaterThan(50);
  }
}, 120_000);

test('--output writes the documents and the bootstrap of each account, and the figures stay alone on standard output', async () => {
  const { out, error } = await app.run('derive', 'two', '--output', 'out', '--qualifier', 'shop', '--format', 'yaml');

  const written = ['111111111111-us-east-1', '222222222222-us-east-1'].flatMap((place) =>
    ['execution-boundary.json', 'workload-boundary.json', 'bootstrap-template.yaml'].map((file) =>
      join('out', place, file),
    ),
  );
  expect(error.split('\n')).toEqual(written.map((file) => `wrote ${file}`));
  const [{ boundaries }] = parse(out);
  const text = (file: string) => readFileSync(join(app.project.folder, file), 'utf8');
  expect(JSON.parse(text(written[0]))).toEqual(boundaries[0].document);
  expect(parse(text(written[2]), { logLevel: 'silent' })).toMatchObject({
    Parameters: { Qualifier: { Default: 'shop' } },
  });
}, 60_000);

test('a mistake in one account writes nothing', async () => {
  const { code, error } = await app.run('derive', 'shop', 'strange.json', '--output', 'nothing');

  expect(code).toBe(1);
  expect(error).toContain('Acme::Made::Up');
  expect(existsSync(join(app.project.folder, 'nothing'))).toBe(false);
});
