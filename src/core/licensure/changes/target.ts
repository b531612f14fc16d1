import type { Domain, LicenseType } from '../../contracts/domain';
import { Result, success } from '../../result';
import type { License } from '../records/license';
import type { Privilege } from '../records/privilege';
import type { ACTION_TARGETS } from '../vocabulary';
import type { ChangeRefusal } from './change-plan';
import { refused, Stored, StoredRecords } from './stored-records';

export type TargetKind = (typeof ACTION_TARGETS)[number];

/** The license or the privilege that a board acts on, as its request names it. */
export interface TargetRequest {
  readonly compact: string;
  readonly providerId: string;
  readonly against: TargetKind;
  readonly jurisdiction: string;
  /** As in the path: any case. */
  readonly licenseTypeAbbreviation: string;
}

/** The same as it is stored. */
export type Target = StoredTarget<'license', License> | StoredTarget<'privilege', Privilege>;

interface StoredTarget<Kind extends TargetKind, Content> extends Stored<Content> {
  readonly against: Kind;
  readonly licenseType: LicenseType;
}

/** What identifies a license or a privilege of a provider, and what belongs to one. */
interface Located {
  readonly jurisdiction: string;
  readonly licenseType: string;
}

/** The compact's license type by its abbreviation in any case. */
export function findLicenseType(
  domain: Domain,
  compact: string,
  pathValue: string,
): Result<LicenseType, ChangeRefusal> {
  return findLicenseTypeAsWritten(domain, compact, pathValue.toLowerCase());
}

/** The compact's license type by its abbreviation exactly as it is configured: in lower case. */
export function findLicenseTypeAsWritten(
  domain: Domain,
  compact: string,
  abbreviation: string,
): Result<LicenseType, ChangeRefusal> {
  const licenseType = domain.licenseTypes[compact]?.find((type) => type.abbreviation === abbreviation);
  return licenseType ? success(licenseType) : refused(400, `Invalid license type abbreviation: ${abbreviation}`);
}

export function isAt({ record }: Stored<Located>, jurisdiction: string, licenseType: string): boolean {
  return record.jurisdiction === jurisdiction && record.licenseType === licenseType;
}

export function findTarget(
  { licenses, privileges }: StoredRecords<'licenses' | 'privileges'>,
  { against, jurisdiction }: Pick<TargetRequest, 'against' | 'jurisdiction'>,
  licenseType: LicenseType,
): Target | undefined {
  const isMeant = (stored: Stored<Located>) => isAt(stored, jurisdiction, licenseType.name);
  if (against === 'license') {
    const license = licenses.find(isMeant);
    return license && { against, licenseType, ...license };
  }
  const privilege = privileges.find(isMeant);
  return privilege && { against, licenseType, ...privilege };
}

export function targetNotFound({ against, jurisdiction }: Pick<TargetRequest, 'against' | 'jurisdiction'>) {
  const name = against === 'license' ? 'License' : 'Privilege';
  return refused(404, `${name} not found for jurisdiction ${jurisdiction}`);
}

/** The license that a privilege rests on. */
export function licenseBehind<Content extends Located>(
  privilege: Privilege,
  licenses: readonly Stored<Content>[],
): Stored<Content> | undefined {
  return licenses.find((license) => isAt(license, privilege.licenseJurisdiction, privilege.licenseType));
}

/** Whether a privilege rests on the license of that jurisdiction and type. */
export function restsOn({ record }: Stored<Privilege>, licenseJurisdiction: string, licenseType: string): boolean {
  return record.licenseJurisdiction === licenseJurisdiction && record.licenseType === licenseType;
}
