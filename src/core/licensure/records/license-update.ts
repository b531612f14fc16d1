import * as v from 'valibot';
import type { Domain } from '../../contracts/domain';
import { anyText, datetime, listOf, oneOf, openObject } from '../../validation/fields';
import { changeHash } from '../change-hash';
import { licenseUpdateSortKey, licenseUploadDateIndexKeys, providerPartition } from '../keys';
import { LICENSE_UPLOAD_UPDATE_TYPES, UPDATE_TYPES } from '../vocabulary';
import { LICENSE_KEY_PARTS, licenseIdentityEntries } from './license';
import { boardEntries, uploadedEntries } from './license-entries';
import { abbreviationOf, licenseTypeErrors } from './license-type-rule';
import { PRIMARY_KEY_ATTRIBUTES, recordType, stamp, Storable } from './record-type';
import { investigationDetails, missingDetails } from './update-details';

const snapshot = (domain: Domain) =>
  openObject({ dateOfUpdate: datetime(), ...uploadedEntries(domain), ...boardEntries() });

/** One change of a license: what it was and what became of it (spec 04 section 3.5). */
export const LICENSE_UPDATE = recordType({
  type: 'licenseUpdate',
  fields: (domain: Domain) => ({
    ...stamp('licenseUpdate'),
    updateType: oneOf(UPDATE_TYPES),
    ...licenseIdentityEntries(domain),
    previous: snapshot(domain),
    updatedValues: v.partial(snapshot(domain)),
    removedValues: v.optional(listOf(anyText())),
    createDate: datetime(),
    effectiveDate: datetime(),
    investigationDetails: v.optional(investigationDetails(domain)),
  }),
  keyAttributes: PRIMARY_KEY_ATTRIBUTES,
  unknownAttributes: 'dropped',
  rules: (update, domain) => ({
    ...licenseTypeErrors(update, domain),
    ...missingDetails(update, 'investigation', 'investigationDetails'),
  }),
  keyParts: {
    ...LICENSE_KEY_PARTS,
    updateType: 'given',
    previous: 'given',
    updatedValues: 'given',
    removedValues: 'optionalTexts',
    createDate: 'instant',
  },
  generated: (update, domain) => {
    const abbreviation = abbreviationOf(update, domain);
    return {
      pk: providerPartition(update.compact, update.providerId),
      sk: licenseUpdateSortKey({ ...update, abbreviation, changeHash: changeHash(update) }),
      ...(isLicenseUpload(update.updateType) && licenseUploadDateIndexKeys(update, abbreviation, update.createDate)),
    };
  },
});

function isLicenseUpload(updateType: string): boolean {
  return (LICENSE_UPLOAD_UPDATE_TYPES as readonly string[]).includes(updateType);
}

export type StorableLicenseUpdate = Storable<typeof LICENSE_UPDATE>;
