import type { Item } from '../item';
import { jsonText, withSortedKeys } from '../json-text';
import { jurisdictionName } from './jurisdiction-names';
import { activeMembersItem, MemberJurisdiction, readActiveMembers } from '../records/active-members';

/**
 * The item that lists the members of a compact, where the stored one does not list the same.
 *
 * @param stored nothing where there is none yet
 */
export function changedActiveMembers(
  compact: string,
  jurisdictions: readonly string[],
  stored: Item | undefined,
): Item | undefined {
  const members = jurisdictions.map((postalAbbreviation) => ({
    jurisdictionName: jurisdictionName(postalAbbreviation),
    postalAbbreviation,
    compact,
  }));
  const present = stored && readActiveMembers(stored);
  const isSame = present?.ok && contentOf(present.value.active_member_jurisdictions) === contentOf(members);
  return isSame ? undefined : activeMembersItem(compact, members);
}

function contentOf(members: readonly MemberJurisdiction[]): string {
  return jsonText(withSortedKeys(members));
}
