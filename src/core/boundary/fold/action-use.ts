import type { ActionTable } from '../../iam/action-table';
import type { PartialText } from '../../iam/partial-text';
import type { Policy, Statement } from '../../iam/policy';

/** What an action is needed for. */
export interface ActionUse {
  readonly action: string;
  /**
   * ARNs of all resources that calls of the action are authorized for, with wildcards where they stand in a policy;
   * `any` where it isn't certain that these are all.
   */
  readonly resources: readonly PartialText[] | 'any';
}

/** What identities may do by their own policies: a boundary that allows it takes nothing away from them. */
export interface PolicyUses {
  /** One per action, sorted. */
  readonly uses: readonly ActionUse[];
  /** Patterns with wildcards that match no action, sorted: a new service, or a mistake. */
  readonly unmatched: readonly UnmatchedPattern[];
}

export interface UnmatchedPattern {
  readonly pattern: string;
  /** Where it stands, for people. */
  readonly place: string;
}

/** The actions that policies allow, with patterns expanded. What they deny is left in: a boundary needn't repeat it. */
export function usesOfPolicies(policies: readonly Policy[], table: ActionTable): PolicyUses {
  const statements = policies.flatMap((policy) => policy.statements).filter(({ effect }) => effect === 'Allow');
  const unmatched = statements.flatMap((statement) => unmatchedOf(statement, table));
  return {
    uses: mergedUses(statements.flatMap((statement) => usesOfStatement(statement, table))),
    unmatched: unmatched.sort((one, other) => (one.pattern < other.pattern ? -1 : 1)),
  };
}

/** One use per action, sorted, with the resources of all. */
export function mergedUses(uses: readonly ActionUse[]): ActionUse[] {
  const merged = new Map<string, PartialText[] | 'any'>();
  for (const { action, resources } of uses) {
    const known = merged.get(action);
    if (resources === 'any' || known === 'any') merged.set(action, 'any');
    else if (known) known.push(...resources);
    else merged.set(action, [...resources]);
  }
  return [...merged]
    .map(([action, resources]) => ({ action, resources }))
    .sort((one, other) => (one.action < other.action ? -1 : 1));
}

function usesOfStatement(statement: Statement, table: ActionTable): ActionUse[] {
  const { resources } = statement;
  const named = resources === undefined || resources.not ? 'any' : resources.patterns;
  return actionsOf(statement, table).map((action) => ({ action, resources: named }));
}

function actionsOf({ actions: { not, patterns } }: Statement, table: ActionTable): string[] {
  const matched = new Set(patterns.flatMap((pattern) => table.matching(pattern)).map(({ name }) => name));
  if (not) return everyAction(table).filter((name) => !matched.has(name));
  const unknown = patterns.filter((pattern) => !hasWildcard(pattern) && table.find(pattern) === undefined);
  return [...matched, ...unknown];
}

function everyAction(table: ActionTable): string[] {
  return table.services.flatMap((service) => table.actionsOf(service)).map(({ name }) => name);
}

function unmatchedOf({ actions, place }: Statement, table: ActionTable): UnmatchedPattern[] {
  return actions.patterns
    .filter((pattern) => hasWildcard(pattern) && table.matching(pattern).length === 0)
    .map((pattern) => ({ pattern, place }));
}

function hasWildcard(pattern: string): boolean {
  return /[*?]/.test(pattern);
}
