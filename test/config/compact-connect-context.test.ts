import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cdkJson, linesOf, pipelineFile, sandboxFile } from './files';
import { CompactConnectContext } from '../../src';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'context-'));
  writeFileSync(join(folder, 'cdk.json'), JSON.stringify(cdkJson()));
  writeFileSync(join(folder, 'sandbox.json'), JSON.stringify(sandboxFile()));
  writeFileSync(join(folder, 'beta.json'), JSON.stringify(pipelineFile('beta')));
});

afterAll(() => rmSync(folder, { recursive: true }));

function load(environmentFile: string, cdk = 'cdk.json') {
  return CompactConnectContext.load({ cdkJson: join(folder, cdk), environmentFile: join(folder, environmentFile) });
}

test('both files load from disk', () => {
  expect(load('sandbox.json').environment.name).toBe('ana');
  expect(load('beta.json').environment.name).toBe('beta');
});

test('nothing is read from the process environment', () => {
  const environment = process.env;
  const read: (string | symbol)[] = [];
  process.env = new Proxy({}, { get: (_, name) => void read.push(name) });
  try {
    load('sandbox.json');
  } finally {
    process.env = environment;
  }

  expect(read).toEqual([]);
});

test('missing and unreadable files are named together', () => {
  expect(linesOf(() => load('.', 'no.json'))).toEqual([
    'the configuration has 2 problems:',
    `  ${join(folder, 'no.json')}: found nothing, but there is no such file; check the path and the rights of the file`,
    `  ${join(folder, '.')}: found nothing, but the file can't be read (EISDIR); check the path and the rights of the file`,
  ]);
});

test('an error carries its problems one by one', () => {
  writeFileSync(join(folder, 'damaged.json'), '{"ssm_context": {"app_name": true}}');

  expect(() => load('damaged.json')).toThrow(
    expect.objectContaining({
      name: 'ConfigurationError',
      problems: [
        {
          file: join(folder, 'damaged.json'),
          line: 1,
          column: 17,
          path: 'ssm_context.environments',
          value: 'nothing',
          reason: 'this key is required',
          remedy: 'add the environment under its name',
        },
        {
          file: join(folder, 'damaged.json'),
          line: 1,
          column: 30,
          path: 'ssm_context.app_name',
          value: 'true',
          reason: 'a text is expected',
          remedy: 'write it in double quotes',
        },
      ],
    }),
  );
});
