import * as v from 'valibot';
import type { Domain } from '../contracts/domain';
import { failure, Result, success } from '../result';
import { eligibilityErrors } from './eligibility-rule';
import { anyText, ObjectOutput, openObject, text, uuid } from '../validation/fields';
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

/** Whose license a `license.ingest` event carries. */
export interface IngestTarget {
  readonly compact: string;
  readonly providerId: string;
  /** Who has it according to a wrong social security number, which the upload corrects. */
  readonly previousProviderId?: string;
}

/** Reads as much of an event as it takes to read what is stored, before the whole is looked at. */
export function readIngestDetail(detail: unknown): Result<IngestTarget, string> {
  const target = parse(
    openObject({ compact: anyText(), providerId: anyText(), previousProviderId: v.optional(uuid()) }),
    detail,
  );
  if (!target.ok) return failure(describeRefusal(describeErrors(target.error)));
  const { previousProviderId, ...owner } = target.value;
  return success(previousProviderId === owner.providerId ? owner : target.value);
}

/** Checks the detail of a `license.ingest` event; keys beside the known ones are dropped. */
export function parseIngestDetail(detail: unknown, domain: Domain): Result<UploadedLicense, string> {
  const parsed = parse(openObject(ingestEntries(domain)), withStoredNames(detail));
  if (!parsed.ok) return failure(describeRefusal(describeErrors(parsed.error)));
  const { eventTime: _publishedAt, ...license } = parsed.value;
  const errors = {
    ...licenseTypeErrors(license, domain),
    ...eligibilityErrors(license, 'jurisdictionUploadedLicenseStatus', 'jurisdictionUploadedCompactEligibility'),
  };
  if (Object.keys(errors).length > 0) return failure(describeRefusal(describeErrors(errors)));
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

function describeRefusal(reasons: string): string {
  return `the detail of a license.ingest event is refused: ${reasons}`;
}
