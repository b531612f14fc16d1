import { compareTexts } from './order';
import { Grant, grantsOf, RoleRights } from './role-rights';
import { grouped } from '../../core/boundary/fold/grouped';
import { ACCESS_LEVELS, ActionFacts, ActionTable } from '../../core/iam/action-table';
import { displayText } from '../../core/iam/text-matching';
import type { AccessCell, LevelCounts, ReportedRole, ServiceAccess } from '../model-roles';

/** More names than anybody reads: beyond it the patterns say more. */
export const MOST_NAMES = 40;

/** A row of the matrix of roles and actions. */
export function reportedRole(rights: RoleRights, table: ActionTable): ReportedRole {
  const { identity, id, actions } = rights;
  const { kind, path, stack, logicalId, account, boundary, unknownPolicies } = identity;
  const grants = grantsOf(identity);
  return {
    id,
    kind,
    name: path ?? id,
    stack,
    logicalId,
    account,
    boundary: boundary && displayText(boundary),
    unknownPolicies: unknownPolicies.map(displayText),
    levels: levelCounts([...actions.values()]),
    services: servicesOf(rights, grants),
    unknownActions: grants.flatMap(({ text }) =>
      /^[^ ]*:/.test(text) && table.matching(text).length === 0 ? text : [],
    ),
  };
}

export function levelCounts(actions: readonly ActionFacts[]): LevelCounts {
  const count = (level: string) => actions.filter((action) => action.level === level).length;
  return Object.fromEntries(ACCESS_LEVELS.map((level) => [level, count(level)])) as LevelCounts;
}

function servicesOf(rights: RoleRights, grants: readonly Grant[]): ServiceAccess[] {
  const byService = grouped([...rights.actions.values()], ({ name }) => name.slice(0, name.indexOf(':')));
  return [...byService]
    .sort(([one], [other]) => compareTexts(one, other))
    .map(([service, actions]) => ({ service, cells: cellsOf(actions, rights, grants) }));
}

function cellsOf(
  actions: readonly ActionFacts[],
  { unrestricted }: RoleRights,
  grants: readonly Grant[],
): AccessCell[] {
  return ACCESS_LEVELS.flatMap((level): AccessCell[] => {
    const names = actions.filter((action) => action.level === level).map(({ name }) => name);
    if (names.length === 0) return [];
    const granting = () => grants.filter(({ allows }) => names.some(allows)).map(({ text }) => text);
    return [
      {
        level,
        count: names.length,
        actions: names.length > MOST_NAMES ? granting() : names.sort(compareTexts),
        unrestricted: names.filter((name) => unrestricted.has(name)).length,
      },
    ];
  });
}
