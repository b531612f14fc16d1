import { compareCodePoints } from './json-text';
import type { License } from './records/license';
import { uploadedEntries } from './records/license-entries';
import type { StorableLicenseUpdate } from './records/license-update';
import type { RecordContext } from './records/record-type';
import { instantText } from './time';
import type { LicenseUploadUpdateType } from './vocabulary';

type UploadedField = keyof ReturnType<typeof uploadedEntries>;

type UploadedValues = Partial<Record<UploadedField, string>>;

/**
 * The update record for a license that was uploaded again, or nothing where the state sent what it had sent before
 * (spec 04 section 9.4).
 */
export function detectChange(
  stored: License,
  uploaded: License,
  { domain, now }: RecordContext,
): StorableLicenseUpdate | undefined {
  const changed = (Object.keys(uploadedEntries(domain)) as UploadedField[]).filter(
    (field) => uploaded[field] !== stored[field],
  );
  if (changed.length === 0) return undefined;
  const updatedFields = changed.filter((field) => uploaded[field] !== undefined);
  const updatedValues: UploadedValues = Object.fromEntries(updatedFields.map((field) => [field, uploaded[field]]));
  const removedValues = changed.filter((field) => uploaded[field] === undefined).sort(compareCodePoints);
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
    createDate: instantText(now),
    effectiveDate: instantText(now),
  };
}

/** A deactivation is one even where the date of expiration moved as well. */
function categoryOf(stored: License, updated: UploadedValues): LicenseUploadUpdateType {
  if (updated.jurisdictionUploadedLicenseStatus === 'inactive') return 'deactivation';
  return updated.dateOfExpiration !== undefined && updated.dateOfExpiration > stored.dateOfExpiration
    ? 'renewal'
    : 'other';
}
