import type { LicenseColumns } from './license-columns';
import type { Domain } from '../../contracts/domain';
import { COMPACT_ELIGIBILITIES, LICENSE_STATUSES, nameEntries } from '../../contracts/schemas/licenses';
import { CompiledField, compiledFields } from '../../validation/compiled-fields';
import { npi, oneOf, pattern, shortText } from '../../validation/fields';

/**
 * Fields that a report may repeat of a row with errors, so that a person finds it: never its number, birth date or how
 * its holder is reached. Type and dates are repeated as they are written, since they are what is often wrong.
 */
const repeatedEntries = (domain: Domain) => ({
  licenseType: shortText(),
  licenseStatusName: shortText(),
  licenseStatus: oneOf(LICENSE_STATUSES),
  compactEligibility: oneOf(COMPACT_ELIGIBILITIES),
  npi: npi(),
  licenseNumber: shortText(),
  ...nameEntries(),
  dateOfIssuance: shortText(),
  dateOfRenewal: shortText(),
  dateOfExpiration: shortText(),
  compact: oneOf(domain.compacts),
  jurisdiction: oneOf(domain.jurisdictions),
  providerId: pattern('^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$'),
  type: shortText(),
  jurisdictionUploadedLicenseStatus: oneOf(LICENSE_STATUSES),
  jurisdictionUploadedCompactEligibility: oneOf(COMPACT_ELIGIBILITIES),
});

/** A number, an e-mail address or a telephone number that slipped into another column. */
const PERSONAL = /[0-9]{3}-[0-9]{2}-[0-9]{4}|@|\+[0-9]{8}/;

/** What reports repeat of rows with errors: the cells that pass their own check, as written (spec 04 section 9.2). */
export class ValidData {
  private readonly fields: readonly CompiledField[];

  public constructor(domain: Domain) {
    this.fields = compiledFields(repeatedEntries(domain));
  }

  public of(row: readonly string[], columns: LicenseColumns): Record<string, string> {
    const cells = this.fields.flatMap((field) => {
      const cell = columns.cell(row, field.name);
      const isRepeated = typeof cell === 'string' && field.accepts(cell) && !PERSONAL.test(cell);
      return isRepeated ? [[field.name, cell] as const] : [];
    });
    return Object.fromEntries(cells);
  }
}
