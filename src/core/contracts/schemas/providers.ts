import * as v from 'valibot';
import {
  anyText,
  closedObject,
  date,
  datetime,
  documented,
  email,
  listOf,
  npi,
  oneOf,
  openObject,
  pattern,
  ssnLastFour,
  text,
  UUID_PATTERN,
} from '../../validation/fields';
import { Domain } from '../domain';
import { LIMITS } from '../limits';
import { paginationRequest, paginationResponse, SORT_DIRECTIONS } from './common';
import {
  COMPACT_ELIGIBILITIES,
  generalLicenseEntries,
  LICENSE_STATUSES,
  licenseTypeName,
  nameEntries,
} from './licenses';

export const PROVIDER_SORT_KEYS = ['familyName', 'dateOfUpdate'] as const;
export const MILITARY_STATUSES = ['notApplicable', 'tentative', 'approved', 'declined'] as const;
/** Values of a home jurisdiction beside the known jurisdictions. */
export const OTHER_HOME_JURISDICTIONS = ['other', 'unknown'] as const;

export const providerId = () => pattern(UUID_PATTERN);

/** The documented model has no minimum: an empty name reaches the handler, which refuses it with its own message. */
const nameCriterion = () => v.pipe(text(1, 100), documented({ minLength: undefined }));

/** Body of the provider query (spec 04 section 11.3). */
export const providerQueryRequest = (domain: Domain) =>
  closedObject({
    query: closedObject({
      providerId: v.optional(providerId()),
      jurisdiction: v.optional(oneOf(domain.jurisdictions)),
      givenName: v.optional(nameCriterion()),
      familyName: v.optional(nameCriterion()),
    }),
    pagination: v.optional(paginationRequest()),
    sorting: v.optional(openObject({ key: oneOf(PROVIDER_SORT_KEYS), direction: v.optional(oneOf(SORT_DIRECTIONS)) })),
  });

const providerGeneralEntries = (domain: Domain) => ({
  providerId: providerId(),
  type: oneOf(['provider']),
  dateOfUpdate: datetime(),
  compact: oneOf(domain.compacts),
  licenseJurisdiction: oneOf(domain.jurisdictions),
  currentHomeJurisdiction: v.optional(oneOf([...domain.jurisdictions, ...OTHER_HOME_JURISDICTIONS])),
  licenseStatus: oneOf(LICENSE_STATUSES),
  compactEligibility: oneOf(COMPACT_ELIGIBILITIES),
  jurisdictionUploadedLicenseStatus: oneOf(LICENSE_STATUSES),
  jurisdictionUploadedCompactEligibility: oneOf(COMPACT_ELIGIBILITIES),
  npi: v.optional(npi()),
  ...nameEntries(),
  dateOfExpiration: date(),
  birthMonthDay: v.pipe(pattern('^[01]{1}[0-9]{1}-[0-3]{1}[0-9]{1}$'), documented({ format: 'date' })),
  compactConnectRegisteredEmailAddress: v.optional(email(100)),
  militaryStatus: v.optional(oneOf(MILITARY_STATUSES)),
  privilegeJurisdictions: listOf(oneOf(domain.jurisdictions)),
});

const licenseResponse = (domain: Domain) =>
  openObject({
    providerId: providerId(),
    type: oneOf(['license']),
    dateOfUpdate: datetime(),
    compact: oneOf(domain.compacts),
    jurisdiction: oneOf(domain.jurisdictions),
    licenseType: licenseTypeName(domain),
    licenseStatus: oneOf(LICENSE_STATUSES),
    jurisdictionUploadedLicenseStatus: oneOf(LICENSE_STATUSES),
    compactEligibility: oneOf(COMPACT_ELIGIBILITIES),
    jurisdictionUploadedCompactEligibility: oneOf(COMPACT_ELIGIBILITIES),
    ...generalLicenseEntries(),
    dateOfBirth: v.optional(date()),
    ssnLastFour: v.optional(ssnLastFour()),
    adverseActions: listOf(v.looseObject({})),
    investigations: listOf(v.looseObject({})),
    investigationStatus: v.optional(oneOf(['underInvestigation'])),
  });

/** One page of providers, general form whatever the caller's scopes. */
export const providerQueryResponse = (domain: Domain) =>
  openObject({
    query: v.looseObject({}),
    sorting: v.optional(openObject({ key: oneOf(PROVIDER_SORT_KEYS), direction: oneOf(SORT_DIRECTIONS) })),
    providers: listOf(openObject(providerGeneralEntries(domain)), { maxItems: LIMITS.pageSizeMaximum.value }),
    pagination: paginationResponse(),
  });

/** A provider with its records; date of birth and SSN digits only where the caller may read private data. */
export const providerDetailResponse = (domain: Domain) =>
  openObject({
    ...providerGeneralEntries(domain),
    dateOfBirth: v.optional(date()),
    ssnLastFour: v.optional(ssnLastFour()),
    militaryStatusNote: v.optional(anyText()),
    licenses: listOf(licenseResponse(domain)),
    privileges: listOf(v.looseObject({})),
    militaryAffiliations: listOf(v.looseObject({})),
  });
