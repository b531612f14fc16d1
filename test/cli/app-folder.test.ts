import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appFolder } from '../../cli/app-folder';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compact-apps-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function appAt(...path: string[]): string {
  const app = join(folder, ...path);
  mkdirSync(app, { recursive: true });
  writeFileSync(join(app, 'cdk.json'), '{}');
  return app;
}

test('without a name it is the app of this folder, or else the sandbox of a repository with several', () => {
  const sandbox = appAt('apps', 'sandbox');
  expect(appFolder(undefined, { workingFolder: folder })).toBe(sandbox);

  expect(appFolder(undefined, { workingFolder: appAt() })).toBe(folder);
});

test('a name is a folder, or one below apps/', () => {
  const account = appAt('apps', 'deploy-account');
  const elsewhere = appAt('infrastructure');

  expect(appFolder('deploy-account', { workingFolder: folder })).toBe(account);
  expect(appFolder('infrastructure', { workingFolder: folder })).toBe(elsewhere);
  expect(appFolder(account, { workingFolder: folder })).toBe(account);
});

test('a name without an app is an error that names both places', () => {
  expect(() => appFolder('typo', { workingFolder: folder })).toThrow(
    `"typo" is no app: neither typo nor ${join('apps', 'typo')} is a folder with a cdk.json`,
  );
  expect(() => appFolder(undefined, { workingFolder: folder })).toThrow('there is no cdk.json here');
});
