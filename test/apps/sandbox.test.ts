import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runApp } from './run-app';

let outdir: string;

beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'sandbox-'));
});

afterEach(() => rmSync(outdir, { recursive: true }));

test('the sandbox app synthesizes without an account, credentials or anything else in the environment', () => {
  const { status, stderr } = runApp('sandbox', outdir);

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const { artifacts } = JSON.parse(readFileSync(join(outdir, 'manifest.json'), 'utf8'));
  const stacks = Object.values<any>(artifacts).filter(({ type }) => type === 'aws:cloudformation:stack');
  expect(stacks.map(({ properties }) => properties.stackName).sort()).toEqual([
    'compact-platform-local-api',
    'compact-platform-local-configuration',
    'compact-platform-local-data',
    'compact-platform-local-events',
    'compact-platform-local-identity',
    'compact-platform-local-ingest',
    'compact-platform-local-listeners',
    'compact-platform-local-state-api',
  ]);
  expect(new Set(stacks.map(({ environment }) => environment))).toEqual(new Set(['aws://000000000000/us-east-1']));
});

test('another environment is a file beside the first, and a missing one is named', () => {
  const { status, stderr } = runApp('sandbox', outdir, {
    CDK_CONTEXT_JSON: JSON.stringify({ environment: 'elsewhere' }),
  });

  expect(status).not.toBe(0);
  expect(stderr).toContain(join('environments', 'elsewhere.json'));
  expect(stderr).toContain('there is no such file');
});
