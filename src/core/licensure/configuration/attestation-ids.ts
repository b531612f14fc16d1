/** What practitioners confirm when they buy privileges, by when they are asked for it (spec 04 section 12.4). */

export const ALWAYS_ATTESTED = [
  'jurisprudence-confirmation',
  'scope-of-practice-attestation',
  'personal-information-address-attestation',
  'discipline-no-current-encumbrance-attestation',
  'discipline-no-prior-encumbrance-attestation',
  'provision-of-true-information-attestation',
] as const;

/** Asked of those who are not active in the military. */
export const HOME_STATE_ATTESTED = ['personal-information-home-state-attestation'] as const;

/** Asked of those who are active in the military, or whose spouse is. */
export const MILITARY_ATTESTED = [
  'military-affiliation-confirmation-attestation',
  'military-personal-information-state-license-attestation',
] as const;

/** Of these exactly one is confirmed. */
export const INVESTIGATION_ATTESTED = [
  'not-under-investigation-attestation',
  'under-investigation-attestation',
] as const;

/** Every attestation without which somebody could not buy. */
export const ATTESTATION_IDS = [
  ...ALWAYS_ATTESTED,
  ...HOME_STATE_ATTESTED,
  ...MILITARY_ATTESTED,
  ...INVESTIGATION_ATTESTED,
] as const;

export type AttestationId = (typeof ATTESTATION_IDS)[number];
