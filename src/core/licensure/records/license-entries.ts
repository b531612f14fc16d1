import * as v from 'valibot';
import { COMPACT_ELIGIBILITIES, LICENSE_STATUSES } from '../../contracts/schemas/licenses';
import {
  addressText,
  anyText,
  date,
  email,
  npi,
  oneOf,
  phoneNumber,
  postalCode,
  shortText,
} from '../../validation/fields';
import { ENCUMBERED_STATUSES, INVESTIGATION_STATUSES } from '../vocabulary';

/** What a state says about a license, under the names of stored records (spec 04 section 3.4). */
export const uploadedEntries = () => ({
  npi: v.optional(npi()),
  licenseNumber: v.optional(shortText()),
  ssnLastFour: anyText(),
  givenName: shortText(),
  middleName: v.optional(shortText()),
  familyName: shortText(),
  suffix: v.optional(shortText()),
  dateOfIssuance: date(),
  dateOfRenewal: v.optional(date()),
  dateOfExpiration: date(),
  dateOfBirth: date(),
  homeAddressStreet1: addressText(),
  homeAddressStreet2: v.optional(shortText()),
  homeAddressCity: addressText(),
  homeAddressState: addressText(),
  homeAddressPostalCode: postalCode(),
  emailAddress: v.optional(email()),
  phoneNumber: v.optional(phoneNumber()),
  licenseStatusName: v.optional(shortText()),
  jurisdictionUploadedLicenseStatus: oneOf(LICENSE_STATUSES),
  jurisdictionUploadedCompactEligibility: oneOf(COMPACT_ELIGIBILITIES),
});

/** What boards set on a license inside the system; no upload carries it. */
export const boardEntries = () => ({
  encumberedStatus: v.optional(oneOf(ENCUMBERED_STATUSES)),
  investigationStatus: v.optional(oneOf(INVESTIGATION_STATUSES)),
});
