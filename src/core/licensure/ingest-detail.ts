import type { Domain } from '../contracts/domain';
import { failure, Result, success } from '../result';
import { eligibilityErrors } from './eligibility-rule';
import { anyText, ObjectOutput, openObject, text } from '../validation/fields';
import { describeErrors, parse } from '../validation/parse';
import { licenseIdentityEntries } from './records/license';
import { uploadedEntries } from './records/license-entries';
import { licenseTypeErrors } from './records/license-type-rule';

const ingestEntries = (domain: Domain) => ({
  ...licenseIdentityEntries(domain),
  ...uploadedEntries(domain),
  ssnLastFour: text(4, 4),
  eventTime: anyText(),
});

/** An uploaded license of a known provider, under the names of stored records. */
export type UploadedLicense = Omit<ObjectOutput<ReturnType<typeof ingestEntries>>, 'eventTime'>;

/** Whose license a `license.ingest` event carries: enough to read what is stored before the whole is looked at. */
export function readIngestDetail(detail: unknown): Result<{ compact: string; providerId: string }, string> {
  const target = parse(openObject({ compact: anyText(), providerId: anyText() }), detail);
  return target.ok ? target : failure(describeRefusal(describeErrors(target.error)));
}

/** Checks the detail of a `license.ingest` event; keys beside the known ones are dropped. */
export function parseIngestDetail(detail: unknown, domain: Domain): Result<UploadedLicense, string> {
  const renamed = withStoredNames(detail);
  const parsed = parse(openObject(ingestEntries(domain)), renamed);
  if (!parsed.ok) return failure(describeRefusal(describeErrors(parsed.error)));
  const { eventTime: _publishedAt, ...license } = parsed.value;
  const errors = {
    ...licenseTypeErrors(license, domain),
    ...eligibilityErrors(license, 'jurisdictionUploadedLicenseStatus', 'jurisdictionUploadedCompactEligibility'),
  };
  if (Object.keys(errors).length > 0) return failure(describeRefusal(describeErrors(errors)));
  if (isCorrection(renamed, license.providerId)) {
    return failure(
      describeRefusal('previousProviderId: corrections of social security numbers are not enabled in this deployment'),
    );
  }
  return success(license);
}

/** States upload `licenseStatus` and `compactEligibility`; records keep these names for what is computed. */
function withStoredNames(detail: unknown): unknown {
  if (typeof detail !== 'object' || detail === null) return detail;
  const { licenseStatus, compactEligibility, ...rest } = detail as Record<string, unknown>;
  return {
    ...rest,
    ...(licenseStatus !== undefined && { jurisdictionUploadedLicenseStatus: licenseStatus }),
    ...(compactEligibility !== undefined && { jurisdictionUploadedCompactEligibility: compactEligibility }),
  };
}

function isCorrection(detail: unknown, providerId: string): boolean {
  const { previousProviderId } = detail as Record<string, unknown>;
  return previousProviderId !== undefined && previousProviderId !== providerId;
}

function describeRefusal(reasons: string): string {
  return `the detail of a license.ingest event is refused: ${reasons}`;
}
