import type { LicenseColumns } from './license-columns';
import type { Domain } from '../../contracts/domain';
import { LIMITS } from '../../contracts/limits';
import { COMPACT_ELIGIBILITIES, LICENSE_STATUSES, nameEntries } from '../../contracts/schemas/licenses';
import { canonicalUuid } from '../../validation/canonical-uuid';
import { compiledFields } from '../../validation/compiled-fields';
import { anyText, email, npi, oneOf, phoneNumber, shortText } from '../../validation/fields';
import { trimText } from '../../validation/trim';

/**
 * Fields that a report may repeat of a row with errors, so that a person finds it: never its number, birth date or how
 * its holder is reached. Type and dates are repeated as they are written, since they are what is often wrong.
 */
const repeatedEntries = (domain: Domain) => ({
  licenseType: anyText(),
  licenseStatusName: shortText(),
  licenseStatus: oneOf(LICENSE_STATUSES),
  compactEligibility: oneOf(COMPACT_ELIGIBILITIES),
  npi: npi(),
  licenseNumber: shortText(),
  ...nameEntries(),
  dateOfIssuance: anyText(),
  dateOfRenewal: anyText(),
  dateOfExpiration: anyText(),
  compact: oneOf(domain.compacts),
  jurisdiction: oneOf(domain.jurisdictions),
  type: anyText(),
  jurisdictionUploadedLicenseStatus: oneOf(LICENSE_STATUSES),
  jurisdictionUploadedCompactEligibility: oneOf(COMPACT_ELIGIBILITIES),
});

/**
 * An event takes 256 KB and JSON up to six bytes for a character. Five fields have no limit of their own; names of
 * unknown columns may take as much as one of them, and 22 bytes for each.
 */
const LONGEST = LIMITS.reportedCharacters.value;

const NUMBER_OF_PERSON = /[0-9]{3}-[0-9]{2}-[0-9]{4}/;
const WAYS_TO_REACH = compiledFields({ emailAddress: email(), phoneNumber: phoneNumber() });
/** No address is without the one, no telephone number without the other, and hardly any other text has either. */
const SIGN_OF_ADDRESS = /[@+]/;

/** A number, an e-mail address or a telephone number that slipped into another column. */
function isPersonal(text: string): boolean {
  if (NUMBER_OF_PERSON.test(text)) return true;
  return SIGN_OF_ADDRESS.test(text) && WAYS_TO_REACH.some(({ accepts }) => accepts(trimText(text)));
}

/** What is repeated of a cell, nothing where its own check fails. */
type Repetition = (cell: string) => string | undefined;

/** What reports repeat of rows with errors: the cells that pass their own check, as written (spec 04 section 9.2). */
export class ValidData {
  private readonly repetitions: readonly (readonly [field: string, Repetition])[];

  public constructor(domain: Domain) {
    this.repetitions = [
      ...compiledFields(repeatedEntries(domain)).map(
        ({ name, accepts }) => [name, (cell: string) => (accepts(cell) ? cell : undefined)] as const,
      ),
      ['providerId', canonicalUuid],
    ];
  }

  public of(row: readonly string[], columns: LicenseColumns): Record<string, string> {
    const texts = this.repetitions.flatMap(([name, repeated]) => {
      const cell = columns.cell(row, name);
      const text = typeof cell === 'string' && cell.length <= LONGEST ? repeated(cell) : undefined;
      return text === undefined || isPersonal(text) ? [] : [[name, text] as const];
    });
    return Object.fromEntries(texts);
  }
}
