import * as v from 'valibot';
import {
  addressText,
  anyText,
  closedObject,
  date,
  documented,
  email,
  listOf,
  npi,
  oneOf,
  openObject,
  phoneNumber,
  postalCode,
  shortText,
  ssn,
} from '../../validation/fields';
import { allLicenseTypeNames, Domain } from '../domain';
import { LIMITS } from '../limits';

export const LICENSE_STATUSES = ['active', 'inactive'] as const;
export const COMPACT_ELIGIBILITIES = ['eligible', 'ineligible'] as const;

/**
 * The license type as a path-independent field: any text here, because which names are valid depends on the compact of
 * the path and is a rule of the record; the document lists the names of all compacts.
 */
export const licenseTypeName = (domain: Domain) =>
  v.pipe(anyText(), documented({ enum: [...allLicenseTypeNames(domain)] }));

/** Names of a person, as licenses and providers have them. */
export const nameEntries = () => ({
  givenName: shortText(),
  middleName: v.optional(shortText()),
  familyName: shortText(),
  suffix: v.optional(shortText()),
});

/** What a license says about itself and how its holder is reached; shown to every member of staff. */
export const generalLicenseEntries = () => ({
  npi: v.optional(npi()),
  licenseNumber: v.optional(shortText()),
  licenseStatusName: v.optional(shortText()),
  ...nameEntries(),
  dateOfIssuance: date(),
  dateOfRenewal: v.optional(date()),
  dateOfExpiration: date(),
  homeAddressStreet1: addressText(),
  homeAddressStreet2: v.optional(shortText()),
  homeAddressCity: addressText(),
  homeAddressState: addressText(),
  homeAddressPostalCode: postalCode(),
  emailAddress: v.optional(email(100)),
  phoneNumber: v.optional(phoneNumber()),
});

/** One uploaded license as states send it (spec 04 section 9.1); the path adds compact and jurisdiction. */
export const licensePost = (domain: Domain) =>
  closedObject({
    ssn: ssn(),
    previousSSN: v.optional(ssn()),
    licenseType: licenseTypeName(domain),
    licenseStatus: oneOf(LICENSE_STATUSES),
    compactEligibility: oneOf(COMPACT_ELIGIBILITIES),
    dateOfBirth: date(),
    ...generalLicenseEntries(),
  });

export const licensePostBatch = (domain: Domain) =>
  listOf(licensePost(domain), { maxItems: LIMITS.licensesPerRequest.value });

/** `errors` names the zero-based row, its fields and what is wrong with each. */
export const licensePostErrors = () =>
  openObject({
    message: anyText(),
    errors: v.record(v.string(), v.record(v.string(), v.array(v.string()))),
  });
