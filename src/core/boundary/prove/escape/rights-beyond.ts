import type { ActionTable } from '../../../iam/action-table';
import { resourceOf } from '../../../iam/arn-matching';
import { evaluate } from '../../../iam/evaluate';
import type { Statement } from '../../../iam/policy';
import type { AccountModel, AccountRole } from '../../account/account-model';
import { callerOf } from '../caller';

/** Whether a role may do anything that neither execution nor workload boundary lets through for certain. */
export function isBeyond(role: AccountRole, model: AccountModel, table: ActionTable): boolean {
  const bounds = [model.executionRole.boundary, model.workloadBoundary].flatMap((bound) => bound ?? []);
  if (bounds.some(({ arn }) => arn === role.boundary?.arn)) return false;
  if (role.unknownPolicies.length > 0) return true;
  const { principal, policies, context } = callerOf(role, model);
  return role.identity
    .flatMap(({ statements }) => statements)
    .filter(({ effect }) => effect === 'Allow')
    .some((statement) => {
      if (statement.actions.not) return true;
      const actions = statement.actions.patterns.flatMap((pattern) => actionsOf(pattern, table));
      return actions.some((action) =>
        resourcesOf(statement).some((resource) => {
          const request = { action, resource, context, principal };
          const isAllowed = evaluate(request, policies).verdict !== 'no';
          return (
            isAllowed &&
            bounds.every(
              ({ policy }) => policy === undefined || evaluate(request, { identity: [policy] }).verdict !== 'yes',
            )
          );
        }),
      );
    });
}

/** What a pattern stands for; the pattern itself, where the table knows nothing of the kind. */
function actionsOf(pattern: string, table: ActionTable): readonly string[] {
  const known = table.matching(pattern).map(({ name }) => name);
  return known.length > 0 ? known : [pattern];
}

function resourcesOf({ resources }: Statement) {
  return resources === undefined || resources.not ? [resourceOf(['*'])] : resources.patterns.map(resourceOf);
}
