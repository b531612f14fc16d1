import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { cdkJson, Json, linesOf, read, sandboxFile } from './files';
import { conforms } from './json-schema-check';
import { documents, environmentFiles, Files, problemsOfAction, readOwn } from './platform-files';
import { platformSchema } from '../../scripts/generate-schema';
import { AttestationSettings, CompactConnectContext, PlatformConfiguration } from '../../src';
import { attestationsOf } from '../../src/config/attestations-of';
import { requireSoundSettings } from '../../src/config/check-settings';
import { licensureBackendOf } from '../../src/config/licensure-of';
import { ATTESTATIONS } from '../../src/core/licensure/configuration/attestations';

const GIVEN: AttestationSettings[] = ATTESTATIONS.map(({ attestationId, displayName, description }) => ({
  attestationId,
  displayName,
  description,
  text: `Wording of the compact for ${attestationId}.`,
}));

function settingsWith(attestations: unknown): Json {
  return { ...read(cdkJson(), sandboxFile()), attestations };
}

function problemsOf(attestations: unknown): string[] {
  const [, ...lines] = linesOf(() => requireSoundSettings(settingsWith(attestations)));
  return lines.map((line) => line.trim().replace(/^settings /, ''));
}

test('without a word about them, attestations are those of the library', () => {
  expect(attestationsOf(settingsWith(undefined))).toBe(ATTESTATIONS);
});

test('what is given replaces them, required and in English unless it says otherwise', () => {
  const [first, ...others] = GIVEN;

  const [one, other] = attestationsOf({ attestations: [{ ...first, required: false }, ...others] });

  expect(one).toEqual({ ...first, required: false, locale: 'en' });
  expect(other).toEqual({ ...others[0], required: true, locale: 'en' });
});

test.each<[string, AttestationSettings[]]>([
  ['one that nobody has to confirm', GIVEN.map((attestation) => ({ ...attestation, required: false }))],
  ['one of the compact’s own', [...GIVEN, { ...GIVEN[0], attestationId: 'Oath_of_2025' }]],
  ['a named language', GIVEN.map((attestation) => ({ ...attestation, locale: 'en' }))],
  ['long texts', GIVEN.map((attestation) => ({ ...attestation, text: 'x'.repeat(8_000) }))],
])('attestations may have %s', (_name, attestations) => {
  expect(problemsOf(attestations)).toEqual([]);
});

test('everything that is wrong with attestations is said at once', () => {
  const [first, second, third, ...others] = GIVEN;

  expect(
    problemsOf([
      { ...first, attestationId: 'scope#1', locale: 'es' },
      { ...second, text: ' \n', displayName: '' },
      third,
      third,
      ...others,
    ]),
  ).toEqual([
    'attestations[0].attestationId: found "scope#1", but an id has letters, digits, "-" and "_" only; rename it',
    'attestations[0].locale: found "es", but attestations are kept in en only; use one of: en',
    'attestations[1].displayName: found "", but practitioners would read nothing; write a text',
    'attestations[1].text: found " \\n", but practitioners would read nothing; write a text',
    'attestations[3].attestationId: found "personal-information-address-attestation", but it stands in the list already; remove one of the two',
    'attestations: found 12 attestations, but a purchase asks for jurisprudence-confirmation too; add a text for each, or leave attestations out to use those of this library',
  ]);
});

test('all attestations that a purchase misses are named', () => {
  const [problem] = problemsOf(GIVEN.slice(0, 9));

  expect(problem).toContain(
    'a purchase asks for not-under-investigation-attestation, under-investigation-attestation too',
  );
});

test('texts that no deployment carries are refused, counted as they travel', () => {
  const quotes = GIVEN.map((attestation) => ({ ...attestation, text: '"'.repeat(4_000) }));

  expect(problemsOf(GIVEN.map((attestation) => ({ ...attestation, text: '"'.repeat(2_000) })))).toEqual([]);
  expect(problemsOf(quotes)).toEqual([
    expect.stringMatching(/^attestations: found 1\d{5} bytes of texts, but a deployment carries 100000 \(AWS Lambda /),
  ]);
});

test.each<[string, boolean]>([
  ['', false],
  [' Dental Compact', false],
  ['x'.repeat(101), false],
  ['x'.repeat(100), true],
  ['Dental and Oral Health', true],
])('a compact may be called %j: %s', (name, isFine) => {
  const settings = settingsWith(undefined);
  settings.compacts = [{ ...settings.compacts[0], name }, settings.compacts[1]];

  const [, line] = linesOf(() => requireSoundSettings(settings));

  expect(line).toEqual(isFine ? undefined : expect.stringContaining('compacts[0].name'));
});

describe('documents', () => {
  function withLicensure(more: Json): Files {
    const files = documents();
    Object.assign(files['platform.json'].licensure, more);
    return files;
  }

  test('give attestations, corrections and names of compacts to every environment', () => {
    const files = withLicensure({ ssnCorrections: true, attestations: GIVEN });
    files['platform.json'].licensure.compacts[0].name = 'Dental Compact';

    const settings = licensureBackendOf(readOwn(files), 'beta');

    expect(settings).toMatchObject({
      ssnCorrections: true,
      attestations: GIVEN,
      compacts: [{ name: 'Dental Compact' }],
    });
    expect(conforms(files['platform.json'], JSON.parse(platformSchema()))).toBe(true);
  });

  test.each<[string, Json]>([
    ['a switch in quotes', { ssnCorrections: 'true' }],
    ['an attestation without a text', { attestations: [...GIVEN, { ...GIVEN[0], text: undefined }] }],
    ['an attestation of an unknown language', { attestations: GIVEN.map((item) => ({ ...item, locale: 'es' })) }],
    ['an attestation of blanks', { attestations: GIVEN.map((item) => ({ ...item, text: '  ' })) }],
    ['an attestation with an unknown key', { attestations: GIVEN.map((item) => ({ ...item, version: 1 })) }],
    ['too few attestations', { attestations: GIVEN.slice(1) }],
  ])('with %s are refused, by the schema too', (_name, more) => {
    const files = JSON.parse(JSON.stringify(withLicensure(more)));

    expect(problemsOfAction(() => readOwn(files)).join()).toContain('platform.json licensure.');
    expect(conforms(files['platform.json'], JSON.parse(platformSchema()))).toBe(false);
  });

  test('are told where an attestation is wrong, each time once for all environments', () => {
    const [first, ...others] = GIVEN;
    const files = withLicensure({ attestations: [{ ...first, attestationId: 'a b' }, ...others.slice(1)] });

    expect(problemsOfAction(() => readOwn(files))).toEqual([
      `platform.json licensure.attestations: found 10 attestations, but a purchase asks for jurisprudence-confirmation, scope-of-practice-attestation too; add a text for each, or leave attestations out to use those of this library`,
      'platform.json licensure.attestations[0].attestationId: found "a b", but an id has letters, digits, "-" and "_" only; rename it',
    ]);
  });
});

describe('attestations.yml of CompactConnect', () => {
  const COMPLETE = GIVEN.map((attestation) => ({ ...attestation, required: true, locale: 'en' }));
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'attestations-'));
    write('cdk.json', JSON.stringify(cdkJson()));
    write('sandbox.json', JSON.stringify(sandboxFile()));
    for (const [name, content] of Object.entries(environmentFiles('test'))) write(name, JSON.stringify(content));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  function write(name: string, content: string): string {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  }

  function load(yaml: string) {
    return CompactConnectContext.load({
      cdkJson: join(folder, 'cdk.json'),
      environmentFile: join(folder, 'sandbox.json'),
      attestationsFile: write('attestations.yml', yaml),
    });
  }

  function problems(yaml: string): string[] {
    const [, ...lines] = linesOf(() => load(yaml));
    return lines.map((line) => line.trim().replace(`${folder}/`, ''));
  }

  test('loads as it is, for one environment', () => {
    expect(load(stringify({ attestations: COMPLETE })).attestations).toEqual(COMPLETE);
  });

  test('may be written in folded texts, with comments', () => {
    const [first, ...others] = COMPLETE;
    const yaml = `# Texts of the compact
attestations:
  - attestationId: ${first.attestationId}
    displayName: "A heading: quoted"
    description: ${first.description}
    text: >
      I confirm
      everything.
    required: false  # for the time being
    locale: en
${stringify(others).replace(/^/gm, '  ').trimEnd()}
`;

    expect(load(yaml).attestations?.[0]).toEqual({
      ...first,
      displayName: 'A heading: quoted',
      text: 'I confirm everything.\n',
      required: false,
    });
  });

  test('loads as it is, for a platform', () => {
    const attestationsFile = write('attestations.yml', stringify({ attestations: COMPLETE }));
    const cdk = join(folder, 'cdk.json');
    const environments = [join(folder, 'test.json')];

    const settings = PlatformConfiguration.fromCompactConnect({
      cdkJson: cdk,
      environmentFiles: environments,
      attestationsFile,
    });

    expect(settings.licensure?.attestations).toEqual(COMPLETE);
    expect(settings.licensure?.compacts).toHaveLength(2);
  });

  test('has problems with file, line and column', () => {
    const [first, second, ...others] = COMPLETE;
    const yaml = stringify({
      attestations: [{ ...first, required: 'yes' }, { ...second, text: ' ', note: 1 }, ...others.slice(1)],
    });

    expect(problems(yaml)).toEqual([
      'attestations.yml:2:3 attestations: found 10 attestations, but a purchase asks for personal-information-address-attestation too; add a text for each, or leave attestations out to use those of this library',
      'attestations.yml:7:15 attestations[0].required: found "yes", but true or false is expected; write true or false without quotes',
      'attestations.yml:12:11 attestations[1].text: found " ", but practitioners would read nothing; write a text',
      'attestations.yml:15:5 attestations[1].note: found 1, but this key is not known here; remove it, or use one of: attestationId, displayName, description, text, required, locale',
    ]);
  });

  test.each<[string, string, string]>([
    ['nothing', '', 'attestations.yml:1:1: found null, but an object is expected; put its keys and values in braces'],
    [
      'another key',
      'attestation: []',
      'attestations.yml:1:1 attestation: found [], but this key is not known here; did you mean "attestations"?',
    ],
    ['a null', 'attestations:', 'attestations.yml:1:14 attestations: found null, but a list is expected'],
    [
      'a bad indentation',
      'attestations:\n  - a: 1\n b: 2\n',
      'attestations.yml:3:1: found " ", but the file is no YAML: All mapping items must start at the same column; correct it',
    ],
    [
      'two documents',
      'attestations: []\n---\nattestations: []\n',
      'attestations.yml:2:1: found "-", but the file is no YAML: ',
    ],
    [
      'a reference',
      'attestations: &a\n  - *a\n',
      'attestations.yml:2:5: found "*", but references are not read here; write the value out',
    ],
    [
      'a list as a key',
      '? [a]\n: 1\n',
      'attestations.yml:1:3: found the end of the file, but a key is a single word here',
    ],
    ['a key twice', 'attestations: []\nattestations: []\n', 'this key stands twice in the same object'],
  ])('with %s is refused', (_name, yaml, problem) => {
    expect(problems(yaml).join('\n')).toContain(problem);
  });

  test('that is not there is named with the other files', () => {
    const action = () =>
      CompactConnectContext.load({ cdkJson: 'none.json', environmentFile: 'none.json', attestationsFile: 'none.yml' });

    expect(linesOf(action).join('\n')).toMatch(/none\.json.*no such file[^]*none\.yml.*no such file/);
  });
});
