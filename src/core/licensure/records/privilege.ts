import * as v from 'valibot';
import type { Domain } from '../../contracts/domain';
import { anyText, closedObject, date, datetime, listOf, oneOf } from '../../validation/fields';
import { privilegeSortKey, privilegeTransactionIndexKey, providerPartition } from '../keys';
import { privilegeStatus } from '../status';
import {
  ACTIVE_STATUSES,
  HOME_JURISDICTION_CHANGE_STATUSES,
  INVESTIGATION_STATUSES,
  LICENSE_DEACTIVATED_STATUSES,
  PRIVILEGE_ENCUMBERED_STATUSES,
} from '../vocabulary';
import { LICENSE_KEY_PARTS } from './license';
import { abbreviationOf, licenseTypeErrors } from './license-type-rule';
import { withInstants, withRenewal } from './privilege-dates';
import { Loaded, PRIMARY_KEY_ATTRIBUTES, recordType, stamp, Storable } from './record-type';
import { identifier } from './stored-fields';

/** Which attestation was accepted, and which version of its text. */
export const acceptedAttestation = () => closedObject({ attestationId: anyText(), version: anyText() });

/** What a purchase sets on a privilege, and what happened to it since (spec 04 section 3.6). */
export const privilegeEntries = (domain: Domain) => ({
  licenseJurisdiction: oneOf(domain.jurisdictions),
  dateOfIssuance: datetime(),
  dateOfRenewal: datetime(),
  dateOfExpiration: date(),
  compactTransactionId: anyText(),
  attestations: listOf(acceptedAttestation()),
  privilegeId: anyText(),
  encumberedStatus: v.optional(oneOf(PRIVILEGE_ENCUMBERED_STATUSES)),
  investigationStatus: v.optional(oneOf(INVESTIGATION_STATUSES)),
  homeJurisdictionChangeStatus: v.optional(oneOf(HOME_JURISDICTION_CHANGE_STATUSES)),
  licenseDeactivatedStatus: v.optional(oneOf(LICENSE_DEACTIVATED_STATUSES)),
});

/** Which privilege it is: a provider has at most one per jurisdiction and license type. */
export const privilegeIdentityEntries = (domain: Domain) => ({
  providerId: identifier(),
  compact: oneOf(domain.compacts),
  jurisdiction: oneOf(domain.jurisdictions),
  licenseType: anyText(),
});

/** The right to practise in another member jurisdiction, resting on a license (spec 04 section 3.6). */
export const PRIVILEGE = recordType({
  type: 'privilege',
  fields: (domain: Domain) => ({
    ...stamp('privilege'),
    ...privilegeIdentityEntries(domain),
    ...privilegeEntries(domain),
    // Old records lack it.
    compactTransactionId: v.optional(anyText()),
    administratorSetStatus: oneOf(ACTIVE_STATUSES),
  }),
  upgraded: withInstants,
  completed: withRenewal,
  keyAttributes: { ...PRIMARY_KEY_ATTRIBUTES, compactTransactionIdGSIPK: anyText() },
  unknownAttributes: 'dropped',
  rules: licenseTypeErrors,
  keyParts: { ...LICENSE_KEY_PARTS, compactTransactionId: 'given' },
  generated: (privilege, domain) => ({
    pk: providerPartition(privilege.compact, privilege.providerId),
    sk: privilegeSortKey(privilege.compact, privilege.jurisdiction, abbreviationOf(privilege, domain)),
    ...(privilege.compactTransactionId !== undefined && {
      compactTransactionIdGSIPK: privilegeTransactionIndexKey(privilege.compact, privilege.compactTransactionId),
    }),
  }),
  computed: (privilege, now) => ({ status: privilegeStatus(privilege, now) }),
});

export type Privilege = Loaded<typeof PRIVILEGE>;
export type StorablePrivilege = Storable<typeof PRIVILEGE>;
