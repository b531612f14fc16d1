import * as v from 'valibot';
import type { Domain } from '../../contracts/domain';
import { anyText, datetime, oneOf } from '../../validation/fields';
import { licenseNameIndexKeys, licenseSortKey, licenseUploadDateIndexKeys, providerPartition } from '../keys';
import { licenseStatuses } from '../status';
import { boardEntries, uploadedEntries } from './license-entries';
import { abbreviationOf, licenseTypeErrors } from './license-type-rule';
import { Loaded, PRIMARY_KEY_ATTRIBUTES, recordType, stamp } from './record-type';
import { identifier } from './stored-fields';

/** Which license it is: a provider has at most one per jurisdiction and license type. */
export const licenseIdentityEntries = (domain: Domain) => ({
  providerId: identifier(),
  compact: oneOf(domain.compacts),
  jurisdiction: oneOf(domain.jurisdictions),
  licenseType: anyText(),
});

/** Keys of a license and of what belongs to it hold the abbreviation of its type, so the type must be known. */
export const LICENSE_KEY_PARTS = {
  providerId: 'given',
  compact: 'given',
  jurisdiction: 'given',
  licenseType: 'licenseType',
} as const;

/** A license as a state uploaded it last, with what boards set on it (spec 04 section 3.4). */
export const LICENSE = recordType({
  type: 'license',
  fields: (domain: Domain) => ({
    ...stamp('license'),
    ...licenseIdentityEntries(domain),
    ...uploadedEntries(domain),
    ...boardEntries(),
    // Absent on records that are older than this field.
    firstUploadDate: v.optional(datetime()),
  }),
  keyAttributes: {
    ...PRIMARY_KEY_ATTRIBUTES,
    licenseGSIPK: anyText(),
    licenseGSISK: anyText(),
    licenseUploadDateGSIPK: v.optional(anyText()),
    licenseUploadDateGSISK: v.optional(anyText()),
  },
  unknownAttributes: 'dropped',
  rules: licenseTypeErrors,
  keyParts: { ...LICENSE_KEY_PARTS, familyName: 'text', givenName: 'text', firstUploadDate: 'optionalInstant' },
  generated: (license, domain) => {
    const abbreviation = abbreviationOf(license, domain);
    return {
      pk: providerPartition(license.compact, license.providerId),
      sk: licenseSortKey(license.compact, license.jurisdiction, abbreviation),
      ...licenseNameIndexKeys(license),
      ...(license.firstUploadDate && licenseUploadDateIndexKeys(license, abbreviation, license.firstUploadDate)),
    };
  },
  computed: licenseStatuses,
});

export type License = Loaded<typeof LICENSE>;
