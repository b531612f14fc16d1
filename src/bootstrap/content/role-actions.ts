import { listOf, Statement } from '../policies/statement';

const PASS_ROLE = /^iam:passrole$/i;
const ASSUMING = ['sts:AssumeRole', 'sts:TagSession'];
const ASSUME_ROLE = /^sts:(?:assumerole|tagsession)$/i;

/** Data-plane statements without what hands out roles: for which roles, the bootstrap decides. */
export interface WorkloadStatements {
  readonly workload: readonly Statement[];
  readonly workloadPassesRoles: boolean;
  readonly workloadAssuming: readonly string[];
}

export function withoutRoleActions(statements: readonly Statement[]): WorkloadStatements {
  const allowed = statements.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => listOf(Action));
  const others = statements.flatMap((statement) => {
    if (statement.Effect !== 'Allow' || statement.Action === undefined) return [statement];
    const actions = listOf(statement.Action).filter((action) => !PASS_ROLE.test(action) && !ASSUME_ROLE.test(action));
    return actions.length === 0 ? [] : [{ ...statement, Action: actions }];
  });
  return {
    workload: others,
    workloadPassesRoles: allowed.some((action) => PASS_ROLE.test(action)),
    workloadAssuming: allowed.some((action) => ASSUME_ROLE.test(action)) ? ASSUMING : [],
  };
}
