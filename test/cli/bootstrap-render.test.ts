import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCommand } from './command';

const repository = { folder: resolve(__dirname, '..', '..') };

let folder: string;
let templates: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compact-render-'));
  templates = join(folder, 'templates');
});

afterEach(() => rmSync(folder, { recursive: true }));

test('every account of an installation gets a template, which trusts the pipelines that deploy there', async () => {
  const parameters = ['bootstrap:render', '--app', 'deploy-account', '--templates', templates];

  const { code, out } = await runCommand(parameters, repository);

  const files = ['deploy-account.yaml', 'test.yaml', 'beta.yaml', 'prod.yaml', 'secondary-account.yaml'];
  expect({ code, out }).toEqual({ code: 0, out: files.map((file) => `rendered ${join(templates, file)}`).join('\n') });
  expect(readdirSync(templates).sort()).toEqual([...files].sort());
  const prod = readFileSync(join(templates, 'prod.yaml'), 'utf8');
  expect(prod).toContain(':role/licensure-release-pipeline');
  expect(prod).not.toContain('licensure-test-pipeline');
});

test('a configuration with problems writes nothing', async () => {
  const file = join(folder, 'platform.json');
  writeFileSync(file, JSON.stringify({ applicationName: 'Boards' }));

  const { code, error } = await runCommand(
    ['bootstrap:render', '--config', file, '--templates', templates],
    repository,
  );

  expect(code).toBe(1);
  expect(error).toContain('the configuration has');
  expect(existsSync(templates)).toBe(false);
});
