import { ACCESS_LEVELS, AccessLevel, ActionTable } from '../iam/action-table';

/** What an app needs more and less than it did, for whoever reviews the change. */
export interface ActionDifference {
  readonly gained: ActionsByLevel;
  readonly lost: ActionsByLevel;
}

/** Actions by access level, the most dangerous level first; levels without actions are left out. */
export type ActionsByLevel = readonly { readonly level: AccessLevel; readonly actions: readonly string[] }[];

export function actionDifference(
  before: Iterable<string>,
  after: Iterable<string>,
  table: ActionTable,
): ActionDifference {
  const old = new Set(before);
  const present = new Set(after);
  return {
    gained: byLevel(
      [...present].filter((action) => !old.has(action)),
      table,
    ),
    lost: byLevel(
      [...old].filter((action) => !present.has(action)),
      table,
    ),
  };
}

/** An action that the table doesn't have counts as one that gives rights: nobody knows better. */
export function byLevel(actions: readonly string[], table: ActionTable): ActionsByLevel {
  const levelOf = (action: string) => table.find(action)?.level ?? 'PermissionsManagement';
  return [...ACCESS_LEVELS]
    .reverse()
    .map((level) => ({ level, actions: actions.filter((action) => levelOf(action) === level).sort() }))
    .filter((group) => group.actions.length > 0);
}
