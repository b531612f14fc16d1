import type { Domain } from '../../contracts/domain';
import { anyText, oneOf, pattern } from '../../validation/fields';
import { attestationPartition, attestationSortKey } from '../keys';
import { Loaded, PRIMARY_KEY_ATTRIBUTES, recordType, stamp } from './record-type';
import { flag } from './stored-fields';

/** Languages that attestations are written in. */
export const LOCALES = ['en'] as const;

/** A text that practitioners confirm when they buy privileges, in one of its versions (spec 04 section 4.3). */
export const ATTESTATION = recordType({
  type: 'attestation',
  fields: (domain: Domain) => ({
    ...stamp('attestation'),
    attestationId: anyText(),
    compact: oneOf(domain.compacts),
    // A whole number as text: 1 for the first text, one more for each change of it.
    version: pattern('^[0-9]+$'),
    dateCreated: anyText(),
    text: anyText(),
    required: flag(),
    displayName: anyText(),
    description: anyText(),
    locale: oneOf(LOCALES),
  }),
  keyAttributes: PRIMARY_KEY_ATTRIBUTES,
  unknownAttributes: 'dropped',
  keyParts: { compact: 'given', locale: 'given', attestationId: 'given', version: 'given' },
  generated: (attestation) => ({ pk: attestationPartition(attestation.compact), sk: attestationSortKey(attestation) }),
});

export type Attestation = Loaded<typeof ATTESTATION>;
