/** A kind of license of one compact. */
export interface LicenseType {
  /** Full name as uploads and records carry it, e.g. `speech-language pathologist`. */
  readonly name: string;
  /** Lower-case abbreviation used in keys and paths, e.g. `slp`. */
  readonly abbreviation: string;
}

/** What a deployment knows about its compacts: the run time gets it from the environment of each function. */
export interface Domain {
  /** Abbreviations in configured order. */
  readonly compacts: readonly string[];
  /** Known jurisdictions, lower-case postal abbreviations, in configured order. */
  readonly jurisdictions: readonly string[];
  /** License types per compact. */
  readonly licenseTypes: Readonly<Record<string, readonly LicenseType[]>>;
}

/** Which jurisdictions are members of each compact: decides resource servers and gateway scopes. */
export type MemberJurisdictions = Readonly<Record<string, readonly string[]>>;

export function licenseTypeNames(domain: Domain, compact: string): readonly string[] {
  return (domain.licenseTypes[compact] ?? []).map((type) => type.name);
}

export function allLicenseTypeNames(domain: Domain): readonly string[] {
  return domain.compacts.flatMap((compact) => licenseTypeNames(domain, compact));
}

export function licenseTypeAbbreviation(domain: Domain, compact: string, name: string): string | undefined {
  return domain.licenseTypes[compact]?.find((type) => type.name === name)?.abbreviation;
}
