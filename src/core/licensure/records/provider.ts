import * as v from 'valibot';
import type { Domain } from '../../contracts/domain';
import { COMPACT_ELIGIBILITIES, LICENSE_STATUSES, nameEntries } from '../../contracts/schemas/licenses';
import { MILITARY_STATUSES, OTHER_HOME_JURISDICTIONS } from '../../contracts/schemas/providers';
import { anyText, date, datetime, email, npi, oneOf, pattern, text } from '../../validation/fields';
import { providerNameIndexKey, providerPartition, providerSortKey } from '../keys';
import { providerStatuses } from '../status';
import { ENCUMBERED_STATUSES } from '../vocabulary';
import { Loaded, PRIMARY_KEY_ATTRIBUTES, recordType, stamp, Storable } from './record-type';
import { identifier, setOfTexts } from './stored-fields';

/** What a provider update remembers of a provider (spec 04 section 3.8). */
export const providerSnapshotEntries = (domain: Domain) => ({
  providerId: identifier(),
  compact: oneOf(domain.compacts),
  licenseJurisdiction: oneOf(domain.jurisdictions),
  jurisdictionUploadedLicenseStatus: oneOf(LICENSE_STATUSES),
  jurisdictionUploadedCompactEligibility: oneOf(COMPACT_ELIGIBILITIES),
  encumberedStatus: v.optional(oneOf(ENCUMBERED_STATUSES)),
  ssnLastFour: anyText(),
  npi: v.optional(npi()),
  ...nameEntries(),
  dateOfExpiration: date(),
  dateOfBirth: date(),
  compactConnectRegisteredEmailAddress: v.optional(email()),
  militaryStatus: v.optional(oneOf(MILITARY_STATUSES)),
  militaryStatusNote: v.optional(anyText()),
  currentHomeJurisdiction: v.optional(oneOf([...domain.jurisdictions, ...OTHER_HOME_JURISDICTIONS])),
});

/** A practitioner of one compact, with the data of the license that stands for them (spec 04 section 3.3). */
export const PROVIDER = recordType({
  type: 'provider',
  fields: (domain: Domain) => ({
    ...stamp('provider'),
    ...providerSnapshotEntries(domain),
    pendingEmailAddress: v.optional(email()),
    emailVerificationCode: v.optional(text(4, 4)),
    emailVerificationExpiry: v.optional(datetime()),
    recoveryToken: v.optional(anyText()),
    recoveryExpiry: v.optional(datetime()),
    birthMonthDay: v.optional(pattern('^[0-1]{1}[0-9]{1}-[0-3]{1}[0-9]{1}')),
    privilegeJurisdictions: v.optional(setOfTexts(), () => new Set<string>()),
    currentHomeJurisdiction: v.optional(oneOf([...domain.jurisdictions, ...OTHER_HOME_JURISDICTIONS]), 'unknown'),
  }),
  keyAttributes: {
    ...PRIMARY_KEY_ATTRIBUTES,
    providerFamGivMid: text(2, 400),
    providerDateOfUpdate: datetime(),
  },
  unknownAttributes: 'dropped',
  keyParts: {
    compact: 'given',
    providerId: 'given',
    familyName: 'text',
    givenName: 'text',
    middleName: 'optionalText',
    dateOfBirth: 'text',
  },
  generated: (provider) => ({
    pk: providerPartition(provider.compact, provider.providerId),
    sk: providerSortKey(provider.compact),
    birthMonthDay: provider.dateOfBirth.slice('YYYY-'.length),
    providerFamGivMid: providerNameIndexKey(provider),
    providerDateOfUpdate: provider.dateOfUpdate,
  }),
  computed: providerStatuses,
});

export type Provider = Loaded<typeof PROVIDER>;
export type StorableProvider = Storable<typeof PROVIDER>;
