import * as v from 'valibot';
import type { Domain } from '../../contracts/domain';
import { licensePost } from '../../contracts/schemas/licenses';
import { anyText, email, oneOf } from '../../validation/fields';
import { ENCUMBERED_STATUSES, INVESTIGATION_STATUSES } from '../vocabulary';

/**
 * What a state says about a license, under the names of stored records (spec 04 section 3.4): what it posts, without
 * the social security number and without what identifies the record.
 */
export function uploadedEntries(domain: Domain) {
  const {
    ssn: _number,
    previousSSN: _formerNumber,
    licenseType: _identity,
    licenseStatus,
    compactEligibility,
    ...posted
  } = licensePost(domain).entries;
  return {
    ...posted,
    // The length of an address is bounded for uploads only.
    emailAddress: v.optional(email()),
    ssnLastFour: anyText(),
    jurisdictionUploadedLicenseStatus: licenseStatus,
    jurisdictionUploadedCompactEligibility: compactEligibility,
  };
}

/** What boards set on a license inside the system; no upload carries it. */
export const boardEntries = () => ({
  encumberedStatus: v.optional(oneOf(ENCUMBERED_STATUSES)),
  investigationStatus: v.optional(oneOf(INVESTIGATION_STATUSES)),
});
