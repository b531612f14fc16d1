import { allowedActions } from '../../core/boundary/allowed-actions';
import type { DeployedIdentity } from '../../core/boundary/deployed-identity';
import { actionMatches } from '../../core/iam/action-matching';
import type { ActionFacts, ActionTable } from '../../core/iam/action-table';
import type { Statement } from '../../core/iam/policy';

/** What the policies of a role or user allow, before its boundary. */
export interface RoleRights {
  readonly identity: DeployedIdentity;
  readonly id: string;
  /** By name. */
  readonly actions: ReadonlyMap<string, ActionFacts>;
  /** Names of those that are allowed on every resource without a condition. */
  readonly unrestricted: ReadonlySet<string>;
}

export function roleId({ stack, logicalId }: Pick<DeployedIdentity, 'stack' | 'logicalId'>): string {
  return `${stack}/${logicalId}`;
}

export function rightsOf(identity: DeployedIdentity, table: ActionTable): RoleRights {
  const statements = identity.policies.flatMap((policy) => policy.statements);
  const allowedBy = (some: readonly Statement[]) =>
    allowedActions({ place: roleId(identity), statements: some }, table);
  const unrestricted = statements.filter((statement) => statement.effect === 'Deny' || isUnrestricted(statement));
  return {
    identity,
    id: roleId(identity),
    actions: allowedBy(statements),
    unrestricted: new Set(allowedBy(unrestricted).keys()),
  };
}

/** What a statement allows, as it is written. */
export interface Grant {
  readonly text: string;
  readonly allows: (action: string) => boolean;
}

/** What the statements of a role or user allow, each text once. */
export function grantsOf(identity: DeployedIdentity): Grant[] {
  const allowing = identity.policies.flatMap(({ statements }) => statements.filter(({ effect }) => effect === 'Allow'));
  const grants = allowing.flatMap(({ actions: { not, patterns } }): Grant[] => {
    if (!not) return patterns.map((pattern) => ({ text: pattern, allows: (action) => actionMatches(pattern, action) }));
    const isExcluded = (action: string) => patterns.some((pattern) => actionMatches(pattern, action));
    return [{ text: `all but ${patterns.join(', ')}`, allows: (action) => !isExcluded(action) }];
  });
  return [...new Map(grants.map((grant) => [grant.text, grant])).values()];
}

function isUnrestricted({ resources, conditions }: Statement): boolean {
  const isEvery = resources?.patterns.some((pattern) => pattern.length === 1 && pattern[0] === '*') ?? false;
  return isEvery && !resources?.not && conditions.length === 0;
}
