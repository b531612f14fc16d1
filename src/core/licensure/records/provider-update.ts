import * as v from 'valibot';
import type { Domain } from '../../contracts/domain';
import { anyText, datetime, listOf, oneOf, openObject } from '../../validation/fields';
import { changeHash } from '../change-hash';
import { providerPartition, providerUpdateSortKey } from '../keys';
import { UPDATE_TYPES } from '../vocabulary';
import { providerSnapshotEntries } from './provider';
import { PRIMARY_KEY_ATTRIBUTES, recordType, stamp, Storable } from './record-type';
import { identifier } from './stored-fields';

const snapshot = (domain: Domain) => openObject({ dateOfUpdate: datetime(), ...providerSnapshotEntries(domain) });

/** One change of a provider that no license brought: what it was and what became of it (spec 04 section 3.8). */
export const PROVIDER_UPDATE = recordType({
  type: 'providerUpdate',
  fields: (domain: Domain) => ({
    ...stamp('providerUpdate'),
    updateType: oneOf(UPDATE_TYPES),
    providerId: identifier(),
    compact: oneOf(domain.compacts),
    previous: snapshot(domain),
    updatedValues: v.partial(snapshot(domain)),
    removedValues: v.optional(listOf(anyText())),
    createDate: datetime(),
  }),
  keyAttributes: PRIMARY_KEY_ATTRIBUTES,
  unknownAttributes: 'dropped',
  keyParts: {
    compact: 'given',
    providerId: 'given',
    previous: 'given',
    updatedValues: 'given',
    removedValues: 'optionalTexts',
    createDate: 'given',
  },
  generated: (update) => ({
    pk: providerPartition(update.compact, update.providerId),
    sk: providerUpdateSortKey(update.compact, update.createDate, changeHash(update)),
  }),
});

export type StorableProviderUpdate = Storable<typeof PROVIDER_UPDATE>;
