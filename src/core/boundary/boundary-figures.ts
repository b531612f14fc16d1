import type { AccountPolicy } from './account/account-model';
import { allowedActions } from './allowed-actions';
import type { BoundaryFigures } from './analysis';
import type { DeployedIdentity } from './deployed-identity';
import type { RuleSubject } from './rules/rule';
import type { ActionTable } from '../iam/action-table';

/** Characters of a managed policy without white space
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html). */
export const MANAGED_POLICY_CHARACTERS = 6_144;

/** How large the boundaries of an account are, and how much more they allow than its stacks need. */
export function boundaryFigures({
  account,
  needs,
  identities,
  tables: { actions },
}: Omit<RuleSubject, 'figures'>): BoundaryFigures[] {
  const execution = account.executionRole.boundary;
  return [
    ...figures('execution', execution, new Set(needs.map(({ action }) => action)), actions),
    ...figures('workload', account.workloadBoundary, actionsOfIdentities(identities, actions), actions),
  ];
}

function figures(
  boundary: BoundaryFigures['boundary'],
  found: AccountPolicy | undefined,
  needed: ReadonlySet<string>,
  table: ActionTable,
): BoundaryFigures[] {
  if (found?.policy === undefined) return [];
  const allowed = [...allowedActions(found.policy, table).values()];
  return [
    {
      boundary,
      characters: policyCharacters(found.document),
      limit: MANAGED_POLICY_CHARACTERS,
      neededActions: needed.size,
      allowedActions: allowed.length,
      extraActions: allowed.filter(({ name }) => !needed.has(name)).map(({ name, level }) => ({ action: name, level })),
    },
  ];
}

/** As IAM counts them: without white space. */
function policyCharacters(document: unknown): number {
  return (JSON.stringify(document) ?? '').replace(/\s/g, '').length;
}

/** What roles and users are given by their own policies, in the spelling of the table. */
export function actionsOfIdentities(identities: readonly DeployedIdentity[], table: ActionTable): Set<string> {
  const policies = identities.flatMap((identity) => identity.policies);
  return new Set(policies.flatMap((policy) => [...allowedActions(policy, table).keys()]));
}
