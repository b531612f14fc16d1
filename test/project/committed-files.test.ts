import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(__dirname, '..', '..');

/** Lines of committed files that match, without this test, which names what it looks for. */
function committedLines(pattern: string): string[] {
  const { stdout } = spawnSync('git', ['grep', '-nIE', pattern, '--', ':!test/project/committed-files.test.ts'], {
    cwd: root,
    encoding: 'utf8',
  });
  return stdout.split('\n').filter(Boolean);
}

test.each([
  [
    'the host of a package registry',
    'registry\\.(npmjs|yarnpkg)|pypi\\.org|pythonhosted\\.org|proxy\\.golang\\.org|crates\\.io',
  ],
  ['a path of somebody’s machine', '(^|[^A-Za-z0-9_.])/(root|Users|home)/[a-z]+/'],
])('no committed file names %s', (_, pattern) => {
  expect(committedLines(pattern)).toEqual([]);
});

test('what is looked for would be found', () => {
  expect(committedLines('"name": "cdk-compact-platform"').length).toBeGreaterThan(0);
});
