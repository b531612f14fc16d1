import { compareCodePoints } from './json-text';
import type { License } from './records/license';
import { uploadedEntries } from './records/license-entries';
import type { StorableLicenseUpdate } from './records/license-update';
import type { LicenseUploadUpdateType } from './vocabulary';

type UploadedField = keyof ReturnType<typeof uploadedEntries>;

const UPLOADED_FIELDS = Object.keys(uploadedEntries()) as UploadedField[];

type UploadedValues = Partial<Record<UploadedField, string>>;

/**
 * The update record for a license that was uploaded again, or nothing where the state sent what it had sent before
 * (spec 04 section 9.4). `changedAt` is the instant of the change as records store it.
 */
export function detectChange(stored: License, uploaded: License, changedAt: string): StorableLicenseUpdate | undefined {
  const updatedValues: UploadedValues = Object.fromEntries(
    UPLOADED_FIELDS.filter((field) => uploaded[field] !== undefined && uploaded[field] !== stored[field]).map(
      (field) => [field, uploaded[field]],
    ),
  );
  const removedValues = UPLOADED_FIELDS.filter(
    (field) => uploaded[field] === undefined && stored[field] !== undefined,
  ).sort(compareCodePoints);
  if (Object.keys(updatedValues).length === 0 && removedValues.length === 0) return undefined;
  const { providerId, compact, jurisdiction, licenseType } = stored;
  return {
    updateType: categoryOf(stored, updatedValues),
    providerId,
    compact,
    jurisdiction,
    licenseType,
    previous: stored,
    updatedValues,
    ...(removedValues.length > 0 && { removedValues }),
    createDate: changedAt,
    effectiveDate: changedAt,
  };
}

/** A deactivation is one even where the date of expiration moved as well. */
function categoryOf(stored: License, updated: UploadedValues): LicenseUploadUpdateType {
  if (updated.jurisdictionUploadedLicenseStatus === 'inactive') return 'deactivation';
  return updated.dateOfExpiration !== undefined && updated.dateOfExpiration > stored.dateOfExpiration
    ? 'renewal'
    : 'other';
}
