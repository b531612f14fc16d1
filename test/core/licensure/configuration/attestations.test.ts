import { ATTESTATION_IDS } from '../../../../src/core/licensure/configuration/attestation-ids';
import { ATTESTATIONS } from '../../../../src/core/licensure/configuration/attestations';

test('there is one English wording of every attestation that a purchase asks for, and all are required', () => {
  expect(ATTESTATIONS.map(({ attestationId }) => attestationId).sort()).toEqual([...ATTESTATION_IDS].sort());
  expect(ATTESTATIONS).toHaveLength(11);
  expect(ATTESTATIONS.every(({ locale, required }) => locale === 'en' && required)).toBe(true);
});

test('no wording, heading or description is used twice', () => {
  for (const name of ['text', 'displayName', 'description'] as const) {
    expect(new Set(ATTESTATIONS.map((attestation) => attestation[name])).size).toBe(ATTESTATIONS.length);
  }
});

test.each(ATTESTATIONS.map(({ attestationId, text }) => [attestationId, text]))(
  '%s is a declaration in whole sentences',
  (_id, text) => {
    expect(text).toMatch(/^[A-Z][^]*\.$/);
    expect(text).toBe(text.trim());
    expect(text).not.toMatch(/ {2}|\n/);
  },
);
