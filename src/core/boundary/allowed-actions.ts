import type { ActionFacts, ActionTable } from '../iam/action-table';
import type { Policy, Statement } from '../iam/policy';

/**
 * The actions that a policy allows for some resource in some situation: what its statements allow, without what it denies
 * for every resource in every situation.
 */
export function allowedActions(policy: Policy, table: ActionTable): ReadonlyMap<string, ActionFacts> {
  const allowed = new Map<string, ActionFacts>();
  for (const statement of policy.statements) {
    if (statement.effect !== 'Allow') continue;
    for (const action of matched(statement, table)) allowed.set(action.name, action);
  }
  for (const statement of policy.statements) {
    if (statement.effect !== 'Deny' || !isAboutEverything(statement)) continue;
    for (const { name } of matched(statement, table)) allowed.delete(name);
  }
  return allowed;
}

function matched({ actions }: Statement, table: ActionTable): readonly ActionFacts[] {
  const named = actions.patterns.flatMap((pattern) => table.matching(pattern));
  if (!actions.not) return named;
  const excluded = new Set(named.map(({ name }) => name));
  return table.matching('*').filter(({ name }) => !excluded.has(name));
}

/** Whether nothing limits a statement to some resources, situations or principals. */
function isAboutEverything({ resources, conditions }: Statement): boolean {
  return (
    conditions.length === 0 &&
    resources !== undefined &&
    !resources.not &&
    resources.patterns.some((pattern) => pattern.length === 1 && pattern[0] === '*')
  );
}
