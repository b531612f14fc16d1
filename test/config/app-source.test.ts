import { join, resolve } from 'node:path';
import { linesOf } from './files';
import { readAppSource } from '../../src/config/app-source';

const FOLDER = resolve('somewhere', 'app');

test('paths are relative to the folder of the app', () => {
  expect(readAppSource({ files: ['platform.json', '../secret/prod.json'] }, FOLDER)).toEqual({
    files: [join(FOLDER, 'platform.json'), resolve(FOLDER, '..', 'secret', 'prod.json')],
  });
  expect(
    readAppSource(
      {
        cdkJson: 'cdk.json',
        environmentFiles: ['test.json'],
        release: 'ORDERED',
        attestationsFile: 'attestations.yml',
      },
      FOLDER,
    ),
  ).toEqual({
    cdkJson: join(FOLDER, 'cdk.json'),
    environmentFiles: [join(FOLDER, 'test.json')],
    release: 'ORDERED',
    attestationsFile: join(FOLDER, 'attestations.yml'),
  });
});

test('without a word in the context it is platform.json', () => {
  expect(readAppSource(undefined, FOLDER)).toEqual({ files: [join(FOLDER, 'platform.json')] });
});

test('parameters complete documents, and take the place of environment files', () => {
  const parameters = { account: '111122223333', region: 'us-east-1', environments: ['test'], suffix: 'x' };

  expect(readAppSource({ files: ['platform.json'], parameters }, FOLDER).parameters).toEqual(parameters);
  expect(readAppSource({ cdkJson: 'cdk.json', parameters }, FOLDER).parameters).toEqual(parameters);
});

test.each<[unknown, string[]]>([
  ['platform.json', ['found "platform.json", but an object is expected; put its keys and values in braces']],
  [
    {},
    [
      'found {}, but a configuration has documents, or the files of CompactConnect; give "files", or "cdkJson" with "environmentFiles" or "parameters"',
    ],
  ],
  [
    { cdkJson: 'cdk.json' },
    [
      'found {"cdkJson":"cdk.json"}, but environments of CompactConnect stand in files, or in parameters of the deploy account; give one of "environmentFiles" and "parameters"',
    ],
  ],
  [
    { files: [], environmentFiles: [] },
    [
      'environmentFiles: found [], but environments of documents stand among "files"; remove it, or give "cdkJson" in place of "files"',
    ],
  ],
  [
    { files: [], attestationsFile: 'attestations.yml' },
    [
      'attestationsFile: found "attestations.yml", but attestations of documents stand in their "licensure"; remove it, or give "cdkJson" in place of "files"',
    ],
  ],
  [
    { file: ['a.json'], files: 'a.json', release: 'ordered', parameters: { region: 'us-east-1' } },
    [
      'file: found ["a.json"], but this key is not known here; did you mean "files"?',
      'files: found "a.json", but a list is expected; put the entries in square brackets',
      'release: found "ordered", but only SEPARATE and ORDERED are known; did you mean "ORDERED"?',
      'parameters.account: found nothing, but this key is required; add the deploy account, twelve digits in quotes',
    ],
  ],
])('%j is refused with all its problems', (context, problems) => {
  const [, ...lines] = linesOf(() => readAppSource(context, FOLDER));

  const withoutPlace = lines.map((line) =>
    line
      .trim()
      .replace(/^context "platform":\d+:\d+ ?/, '')
      .replace(/^: /, ''),
  );
  for (const problem of problems) expect(withoutPlace).toContain(problem);
});
