import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cdkJson, linesOf, sandboxFile } from './files';
import { deployFile, documents, environmentFiles, readCompactConnectFiles, readOwn } from './platform-files';
import { requireSoundSettings } from '../../src/config/check-settings';
import { CompactConnectRelease } from '../../src/config/compact-connect-release';
import { PlatformConfiguration } from '../../src/config/platform-configuration';

let folder: string;

const written = {
  ...documents(),
  'cdk.json': cdkJson(),
  'sandbox.json': sandboxFile(),
  ...Object.fromEntries(
    Object.entries(environmentFiles('test', 'beta', 'prod')).map(([name, file]) => [`cc-${name}`, file]),
  ),
  'cc-deploy.json': deployFile(),
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'platform-'));
  for (const [name, content] of Object.entries(written)) writeFileSync(join(folder, name), JSON.stringify(content));
});

afterAll(() => rmSync(folder, { recursive: true }));

function paths(...names: string[]): string[] {
  return names.map((name) => join(folder, name));
}

test('documents load from disk', () => {
  expect(PlatformConfiguration.fromFiles(paths(...Object.keys(documents())))).toEqual(readOwn(documents()));
});

test('files of CompactConnect load from disk', () => {
  const cdkFile = join(folder, 'cdk.json');
  const environments = paths('cc-deploy.json', 'cc-test.json', 'cc-beta.json', 'cc-prod.json');
  const release = CompactConnectRelease.ORDERED;

  expect(
    PlatformConfiguration.fromCompactConnect({ cdkJson: cdkFile, environmentFiles: environments, release }),
  ).toEqual(
    readCompactConnectFiles({ 'deploy.json': deployFile(), ...environmentFiles('test', 'beta', 'prod') }, { release }),
  );
  expect(
    PlatformConfiguration.fromCompactConnect({ cdkJson: cdkFile, environmentFiles: paths('sandbox.json') }).pipelines,
  ).toBeUndefined();
});

test.each([
  ['documents', () => PlatformConfiguration.fromFiles([])],
  [
    'files of CompactConnect',
    () => PlatformConfiguration.fromCompactConnect({ cdkJson: join(folder, 'cdk.json'), environmentFiles: [] }),
  ],
])('no %s make no platform', (_, load) => {
  expect(linesOf(load)).toEqual([
    'the configuration has 1 problem:',
    '  files: found nothing, but a platform is read from at least one file; name the files to load',
  ]);
});

test('all files that can not be read are named', () => {
  expect(linesOf(() => PlatformConfiguration.fromFiles(paths('platform.json', 'no.json', 'nothing.json')))).toEqual([
    'the configuration has 2 problems:',
    `  ${join(folder, 'no.json')}: found nothing, but there is no such file; check the path and the rights of the file`,
    `  ${join(folder, 'nothing.json')}: found nothing, but there is no such file; check the path and the rights of the file`,
  ]);
});

test('an environment and what is the same for all of them make the settings of a backend', () => {
  const platform = readOwn(documents());
  const backend = PlatformConfiguration.licensureOf(platform, 'beta');

  expect(backend).toEqual({
    applicationName: 'licensure-demo',
    project: 'regulated-services',
    service: 'licensure',
    ...documents()['platform.json'].licensure,
    environment: { name: 'beta', ...documents()['beta.json'].environments.beta },
  });
  expect(() => requireSoundSettings(backend)).not.toThrow();
});

test('a backend needs a platform with compacts and the environment', () => {
  const { licensure: _, ...platform } = readOwn(documents());

  expect(linesOf(() => PlatformConfiguration.licensureOf(platform, 'pord'))).toEqual([
    'the configuration has 2 problems:',
    '  settings licensure: found nothing, but a licensure backend needs to know its compacts; add compacts and jurisdictions',
    '  settings environments: found "pord", but the platform has no environment of this name; did you mean "prod"?',
  ]);
});
