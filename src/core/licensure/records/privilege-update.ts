import * as v from 'valibot';
import type { Domain } from '../../contracts/domain';
import { anyText, datetime, listOf, oneOf, openObject } from '../../validation/fields';
import { changeHash } from '../change-hash';
import { isPlainObject } from '../item';
import { privilegeTransactionIndexKey, privilegeUpdateSortKey, providerPartition } from '../keys';
import { ACTIVE_STATUSES, UPDATE_TYPES } from '../vocabulary';
import { LICENSE_KEY_PARTS } from './license';
import { abbreviationOf, licenseTypeErrors } from './license-type-rule';
import { privilegeEntries, privilegeIdentityEntries } from './privilege';
import { withInstants, withRenewal } from './privilege-dates';
import { Loaded, PRIMARY_KEY_ATTRIBUTES, recordType, stamp, Storable } from './record-type';
import { deactivationDetails, encumbranceDetails, investigationDetails, missingDetails } from './update-details';

const snapshot = (domain: Domain) =>
  openObject({
    ...privilegeEntries(domain),
    administratorSetStatus: v.optional(oneOf(ACTIVE_STATUSES)),
    dateOfUpdate: datetime(),
  });

/** One change of a privilege: what it was and what became of it (spec 04 section 3.7). */
export const PRIVILEGE_UPDATE = recordType({
  type: 'privilegeUpdate',
  fields: (domain: Domain) => ({
    ...stamp('privilegeUpdate'),
    updateType: oneOf(UPDATE_TYPES),
    ...privilegeIdentityEntries(domain),
    previous: snapshot(domain),
    updatedValues: v.partial(snapshot(domain)),
    removedValues: v.optional(listOf(anyText())),
    createDate: datetime(),
    effectiveDate: datetime(),
    deactivationDetails: v.optional(deactivationDetails()),
    encumbranceDetails: v.optional(encumbranceDetails(domain)),
    investigationDetails: v.optional(investigationDetails(domain)),
  }),
  upgraded: (item) => ({
    ...item,
    ...(isPlainObject(item.previous) && { previous: withInstants(item.previous) }),
    ...(isPlainObject(item.updatedValues) && { updatedValues: withInstants(item.updatedValues) }),
  }),
  completed: (item) => (isPlainObject(item.previous) ? { ...item, previous: withRenewal(item.previous) } : item),
  keyAttributes: { ...PRIMARY_KEY_ATTRIBUTES, compactTransactionIdGSIPK: anyText() },
  unknownAttributes: 'dropped',
  rules: (update, domain) => ({
    ...licenseTypeErrors(update, domain),
    ...missingDetails(update, 'deactivation', 'deactivationDetails'),
    ...missingDetails(update, 'investigation', 'investigationDetails'),
  }),
  keyParts: {
    ...LICENSE_KEY_PARTS,
    'previous.compactTransactionId': 'given',
    updatedValues: 'given',
    removedValues: 'optionalTexts',
    createDate: 'given',
  },
  generated: (update, domain) => ({
    pk: providerPartition(update.compact, update.providerId),
    sk: privilegeUpdateSortKey({
      ...update,
      abbreviation: abbreviationOf(update, domain),
      changeHash: changeHash(update),
    }),
    // Of what it was before: a transaction that a renewal superseded can still be traced.
    compactTransactionIdGSIPK: privilegeTransactionIndexKey(update.compact, update.previous.compactTransactionId),
  }),
});

export type PrivilegeUpdate = Loaded<typeof PRIVILEGE_UPDATE>;
export type StorablePrivilegeUpdate = Storable<typeof PRIVILEGE_UPDATE>;
