import type { Domain } from '../../contracts/domain';
import { anyText, datetime, listOf, oneOf, text } from '../../validation/fields';
import { militaryAffiliationSortKey, providerPartition } from '../keys';
import { MILITARY_AFFILIATION_STATUSES, MILITARY_AFFILIATION_TYPES } from '../vocabulary';
import { Loaded, PRIMARY_KEY_ATTRIBUTES, recordType, stamp } from './record-type';
import { identifier } from './stored-fields';

/** Documents by which a practitioner shows to belong to the military (spec 04 section 3.11). */
export const MILITARY_AFFILIATION = recordType({
  type: 'militaryAffiliation',
  fields: (domain: Domain) => ({
    ...stamp('militaryAffiliation'),
    providerId: identifier(),
    compact: oneOf(domain.compacts),
    documentKeys: listOf(anyText()),
    fileNames: listOf(anyText()),
    affiliationType: oneOf(MILITARY_AFFILIATION_TYPES),
    dateOfUpload: datetime(),
    status: oneOf(MILITARY_AFFILIATION_STATUSES),
  }),
  keyAttributes: { ...PRIMARY_KEY_ATTRIBUTES, sk: text(2, 100) },
  unknownAttributes: 'dropped',
  keyParts: { compact: 'given', providerId: 'given', dateOfUpload: 'given' },
  generated: (affiliation) => ({
    pk: providerPartition(affiliation.compact, affiliation.providerId),
    sk: militaryAffiliationSortKey(affiliation.compact, affiliation.dateOfUpload),
  }),
});

export type MilitaryAffiliation = Loaded<typeof MILITARY_AFFILIATION>;
