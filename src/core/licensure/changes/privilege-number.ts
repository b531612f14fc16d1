/**
 * The number under which a privilege is known, e.g. `SLP-NE-7` (spec 04 section 8.1).
 * @param count how many privileges the compact has numbered with this one; a number is never used again
 */
export function privilegeNumber(licenseTypeAbbreviation: string, jurisdiction: string, count: number): string {
  return `${licenseTypeAbbreviation}-${jurisdiction}-${count}`.toUpperCase();
}
