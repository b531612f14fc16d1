import { HistoryAudience, PrivilegeHistory, privilegeHistory } from './timeline';
import { Result, success } from '../../result';
import type { ChangeRefusal } from '../changes/change-plan';
import { ChangeInput, readStored, refused } from '../changes/stored-records';
import { findLicenseType, isAt } from '../changes/target';

export interface PrivilegeHistoryInput extends ChangeInput {
  readonly compact: string;
  readonly jurisdiction: string;
  /** As in the path: any case. */
  readonly licenseTypeAbbreviation: string;
  readonly audience: HistoryAudience;
}

const NOT_FOUND = 'Privilege not found';

/** The history of one privilege of a provider whose main records and privilege updates were read. */
export function readPrivilegeHistory(input: PrivilegeHistoryInput): Result<PrivilegeHistory, ChangeRefusal> {
  const { domain, now, compact, jurisdiction, licenseTypeAbbreviation, audience } = input;
  const licenseType = findLicenseType(domain, compact, licenseTypeAbbreviation);
  if (!licenseType.ok) return refused(404, NOT_FOUND);
  const stored = readStored(input, ['privileges', 'privilegeUpdates']);
  if (!stored.ok) return stored;
  const isMeant = (each: Parameters<typeof isAt>[0]) => isAt(each, jurisdiction, licenseType.value.name);
  const privilege = stored.value.privileges.find(isMeant);
  if (!privilege) return refused(404, NOT_FOUND);
  const updates = stored.value.privilegeUpdates.filter(isMeant).map(({ record }) => record);
  return success(privilegeHistory(privilege.record, updates, audience, now));
}
