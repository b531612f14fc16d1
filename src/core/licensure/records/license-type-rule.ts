import { Domain, licenseTypeAbbreviation, licenseTypeNames } from '../../contracts/domain';
import { MESSAGES } from '../../validation/messages';
import type { FieldErrors } from '../../validation/parse';

interface TypedRecord {
  readonly compact: string;
  readonly licenseType: string;
}

/** A license type is one of its compact's; which ones these are no single field can know. */
export function licenseTypeErrors({ compact, licenseType }: TypedRecord, domain: Domain): FieldErrors {
  return licenseTypeAbbreviation(domain, compact, licenseType) === undefined
    ? { licenseType: [MESSAGES.oneOf(licenseTypeNames(domain, compact))] }
    : {};
}

/** Abbreviation of a record's license type. Records whose keys hold it are stored and read with a known type only. */
export function abbreviationOf({ compact, licenseType }: TypedRecord, domain: Domain): string {
  const abbreviation = licenseTypeAbbreviation(domain, compact, licenseType);
  if (abbreviation === undefined) {
    throw new Error(`compact ${compact} has no license type ${licenseType}: check the record first`);
  }
  return abbreviation;
}

/** The same for a record that isn't checked yet: nothing where its compact has no such type, or is none. */
export function knownAbbreviation({ compact, licenseType }: TypedRecord, domain: Domain): string | undefined {
  return domain.compacts.includes(compact) ? licenseTypeAbbreviation(domain, compact, licenseType) : undefined;
}
