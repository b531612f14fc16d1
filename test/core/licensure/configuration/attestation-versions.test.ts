import fc from 'fast-check';
import {
  latestVersion,
  newAttestationVersions,
} from '../../../../src/core/licensure/configuration/attestation-versions';
import type { AttestationText } from '../../../../src/core/licensure/configuration/attestations';
import type { Item } from '../../../../src/core/licensure/item';
import type { Attestation } from '../../../../src/core/licensure/records/attestation';
import { DOMAIN, NOW, valueOf } from '../samples';

const TEXT: AttestationText = {
  attestationId: 'oath',
  locale: 'en',
  displayName: 'Oath',
  description: 'Trees are respected',
  text: 'I will respect every tree.',
  required: true,
};

const CONTEXT = { domain: DOMAIN, now: NOW };

function storedAfter(texts: readonly AttestationText[], stored: readonly Item[] = [], compact = 'arbor'): Item[] {
  return [...stored, ...valueOf(newAttestationVersions(compact, texts, stored, CONTEXT))];
}

/** Versions 1 to `count`, each with a text of its own, in the order of their sort keys. */
function history(count: number): Item[] {
  let stored: Item[] = [];
  for (let version = 1; version <= count; version += 1) {
    stored = storedAfter([{ ...TEXT, text: `Text ${version}` }], stored);
  }
  return stored.sort((one, other) => (String(one.sk) < String(other.sk) ? -1 : 1));
}

test('a new attestation becomes version 1', () => {
  expect(storedAfter([TEXT])).toEqual([
    {
      ...TEXT,
      pk: 'COMPACT#arbor#ATTESTATIONS',
      sk: 'COMPACT#arbor#LOCALE#en#ATTESTATION#oath#VERSION#1',
      type: 'attestation',
      compact: 'arbor',
      version: '1',
      dateCreated: NOW,
      dateOfUpdate: NOW,
    },
  ]);
});

test.each<[string, Partial<AttestationText>]>([
  ['nothing', {}],
  ['white space around it', { text: `\n${TEXT.text} \n`, displayName: ' Oath', description: `${TEXT.description}\t` }],
])('a change of %s makes no version', (_name, change) => {
  expect(storedAfter([{ ...TEXT, ...change }], storedAfter([TEXT]))).toHaveLength(1);
});

test.each<[string, Partial<AttestationText>]>([
  ['the heading', { displayName: 'Promise' }],
  ['the description', { description: 'Trees and shrubs are respected' }],
  ['the text', { text: 'I will respect every tree and shrub.' }],
  ['whether it is required', { required: false }],
])('a change of %s makes the next version and keeps the former', (_name, change) => {
  const stored = storedAfter([TEXT]);

  const after = storedAfter([{ ...TEXT, ...change }], stored);

  expect(after).toEqual([stored[0], expect.objectContaining({ version: '2', ...change })]);
});

test('a text that comes back after another makes a version of its own: the latest is the one that counts', () => {
  const changed = storedAfter([{ ...TEXT, text: 'Another text.' }], storedAfter([TEXT]));

  expect(storedAfter([TEXT], changed).map(({ version }) => version)).toEqual(['1', '2', '3']);
});

test('the tenth version is later than the ninth, although its key sorts before', () => {
  const stored = history(10);
  expect(stored.map(({ version }) => version).slice(0, 2)).toEqual(['1', '10']);

  expect(storedAfter([{ ...TEXT, text: 'Text 10' }], stored)).toHaveLength(10);
  expect(storedAfter([{ ...TEXT, text: 'Text 9' }], stored).pop()).toMatchObject({ version: '11' });
});

test('attestations are told apart by id and compact', () => {
  const stored = storedAfter([TEXT, { ...TEXT, attestationId: 'oath-of-office' }]);

  expect(storedAfter([TEXT], stored, 'avian').slice(-1)).toEqual([
    expect.objectContaining({ compact: 'avian', version: '1' }),
  ]);
  expect(stored.map(({ version }) => version)).toEqual(['1', '1']);
});

test('damaged versions are named, all of them, and nothing is stored', () => {
  const [version] = storedAfter([TEXT]);

  const refused = newAttestationVersions(
    'arbor',
    [TEXT],
    [
      { ...version, version: 'one' },
      { ...version, required: 'perhaps' },
    ],
    CONTEXT,
  );

  expect(refused).toEqual({
    ok: false,
    error: expect.stringMatching(/oath#VERSION#1 is invalid: version: .*; .*oath#VERSION#1 is invalid: required: /),
  });
});

test('what is stored of attestations that nobody gives is not looked at', () => {
  const foreign = { pk: 'COMPACT#arbor#ATTESTATIONS', sk: 'COMPACT#arbor#LOCALE#es#ATTESTATION#oath#VERSION#1' };

  expect(storedAfter([TEXT], [foreign])).toHaveLength(2);
});

test('the latest version is the greatest number, in whatever order versions are read', () => {
  const anyVersions = fc.uniqueArray(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(anyVersions, (numbers) => {
      const versions = numbers.map((number) => ({ ...TEXT, compact: 'arbor', version: String(number) }) as Attestation);

      expect(latestVersion(versions)?.version).toBe(String(Math.max(...numbers)));
    }),
  );
});

test('whatever the sequence of deployments, each version differs from the one before', () => {
  const anyTexts = fc.array(fc.constantFrom('a', 'b', ' b ', 'c'), { maxLength: 25 });
  fc.assert(
    fc.property(anyTexts, (texts) => {
      let stored: Item[] = [];
      for (const text of texts) stored = storedAfter([{ ...TEXT, text }], stored);

      const changes = texts.map((text) => text.trim()).filter((text, index, all) => text !== all[index - 1]);
      expect(stored.map((item) => String(item.text).trim())).toEqual(changes);
      expect(stored.map(({ version }) => version)).toEqual(changes.map((_, index) => String(index + 1)));
    }),
  );
});
