import type { ActionTable } from '../../../iam/action-table';
import type { PoliciesInForce, RequestContext } from '../../../iam/request';

export type AbsentKeys = (action: string) => RequestContext;

/**
 * Of the condition keys in somebody's policies, those that requests for an action don't carry: a condition on them is
 * one on a key that is absent. Nothing is said of actions that the table doesn't have, and of keys with a tag's name.
 */
export function absentKeysOf(table: ActionTable, { identity, boundary }: PoliciesInForce): AbsentKeys {
  const statements = [...identity, ...(boundary === undefined ? [] : [boundary])].flatMap(
    (policy) => policy.statements,
  );
  const written = new Set(statements.flatMap(({ conditions }) => conditions.map(({ key }) => key.toLowerCase())));
  return (action) => {
    const facts = table.find(action);
    if (facts === undefined) return {};
    const service = action.slice(0, action.indexOf(':') + 1).toLowerCase();
    const carried = facts.conditionKeys.map((key) => key.toLowerCase());
    const absent = [...written].filter(
      (key) => key.startsWith(service) && !key.includes('/') && !carried.includes(key),
    );
    return Object.fromEntries(absent.map((key) => [key, 'absent' as const]));
  };
}
