import { monthOf, unixSeconds } from './time';

/** Keys of the tables (spec 04 sections 3 and 4). Nothing else in the project spells a key. */

export interface PrimaryKey {
  readonly pk: string;
  readonly sk: string;
}

const NAME_CHARACTERS = /[A-Za-z0-9\-_.~/]/;

/** A name as index keys hold it: lower case, percent-encoded UTF-8 with upper-case digits, `/` left as it is. */
export function encodeName(name: string): string {
  const bytes = [...Buffer.from(name.toLowerCase(), 'utf8')];
  return bytes
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return NAME_CHARACTERS.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}

/** Partition that holds everything about one provider. */
export function providerPartition(compact: string, providerId: string): string {
  return `${compact}#PROVIDER#${providerId}`;
}

/** Sort key of the top-level provider records; also the partition of the two provider indexes. */
export function providerSortKey(compact: string): string {
  return `${compact}#PROVIDER`;
}

/** Prefix of the sort keys of all main records: provider, licenses, privileges and what belongs to them. */
export function mainRecordsPrefix(compact: string): string {
  return providerSortKey(compact);
}

/** Where privilege updates (tier 1) end: sort keys below it are main records and privilege updates. */
export function privilegeUpdatesEnd(compact: string): string {
  return `${compact}#UPDATE#2`;
}

export function licenseSortKey(compact: string, jurisdiction: string, abbreviation: string): string {
  return `${compact}#PROVIDER#license/${jurisdiction}/${abbreviation}#`;
}

export interface LicenseUpdateKeyParts {
  readonly compact: string;
  readonly jurisdiction: string;
  readonly abbreviation: string;
  readonly createDate: string;
  readonly changeHash: string;
}

export function licenseUpdateSortKey(parts: LicenseUpdateKeyParts): string {
  const { compact, jurisdiction, abbreviation, createDate, changeHash } = parts;
  return `${compact}#UPDATE#3#license/${jurisdiction}/${abbreviation}/${createDate}/${changeHash}`;
}

/** Keys of `licenseGSI`: finds licenses of a jurisdiction by the holder's name. */
export function licenseNameIndexKeys(license: {
  readonly compact: string;
  readonly jurisdiction: string;
  readonly familyName: string;
  readonly givenName: string;
}) {
  return {
    licenseGSIPK: `C#${license.compact}#J#${license.jurisdiction}`,
    licenseGSISK: `FN#${encodeName(license.familyName)}#GN#${encodeName(license.givenName)}`,
  };
}

/** Keys of `licenseUploadDateGSI`: finds what a jurisdiction's uploads of a month created or changed. */
export function licenseUploadDateIndexKeys(
  upload: { readonly compact: string; readonly jurisdiction: string; readonly providerId: string },
  abbreviation: string,
  instant: string,
) {
  return {
    licenseUploadDateGSIPK: `C#${upload.compact}#J#${upload.jurisdiction}#D#${monthOf(instant)}`,
    licenseUploadDateGSISK: `TIME#${unixSeconds(instant)}#LT#${abbreviation}#PID#${upload.providerId}`,
  };
}

/** Sort key of `providerFamGivMid`: whole names, so that a prefix up to `#` means equality of a name. */
export function providerNameIndexKey(names: {
  readonly familyName: string;
  readonly givenName: string;
  readonly middleName?: string;
}): string {
  return [names.familyName, names.givenName, names.middleName ?? ''].map(encodeName).join('#');
}

export function ssnIndexKeys(compact: string, ssn: string): PrimaryKey {
  const key = `${compact}#SSN#${ssn}`;
  return { pk: key, sk: key };
}

export function staffUserPartition(userId: string): string {
  return `USER#${userId}`;
}

export function staffUserSortKey(compact: string): string {
  return `COMPACT#${compact}`;
}

/** Sort key of `famGiv`: staff users of a compact by name, case kept. */
export function staffUserNameIndexKey(names: { readonly familyName: string; readonly givenName: string }): string {
  return `${names.familyName}#${names.givenName}`;
}
