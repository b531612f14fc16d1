import { AbsentKeys, absentKeysOf } from './absent-keys';
import type { ActionTable } from '../../../iam/action-table';
import { parsePolicy } from '../../../iam/parse-policy';
import type { AccountModel, AccountPolicy, AccountRole } from '../../account/account-model';
import { ADMINISTRATOR_ACCESS } from '../../account/policy-shelf';
import { callerOf, Caller } from '../caller';

/** Somebody under the attacker's control, and how they came under it. */
export interface Actor extends Caller {
  /** For people: `CloudFormation`. */
  readonly name: string;
  /** What was done before. */
  readonly steps: readonly string[];
  /** The bootstrap's role that it is, if it is one of those that deploy. */
  readonly deploymentRole?: AccountRole;
  /** Keys that its request for an action can't carry. */
  readonly absentKeys: AbsentKeys;
}

/** Name that is no name of others: which it is makes no difference, since it is the boundary that bounds. */
const PROGRAM = 'program-of-the-attacker';

/** Those whom whoever controls templates has from the beginning. */
export function firstActors(model: AccountModel, table: ActionTable): readonly Actor[] {
  const { executionRole, workloadBoundary } = model;
  const execution = actorOf(executionRole, 'CloudFormation', [], model, table);
  if (workloadBoundary?.policy === undefined) return [execution];
  return [execution, program(workloadBoundary, model, table)];
}

/** A program of a stack: the template gives its role any policies, and the workload boundary bounds them. */
function program(boundary: AccountPolicy, model: AccountModel, table: ActionTable): Actor {
  const { partition, account } = model;
  const role: AccountRole = {
    name: PROGRAM,
    arn: `arn:${partition}:iam::${account}:role/${PROGRAM}`,
    identity: [parsePolicy(ADMINISTRATOR_ACCESS, 'template').policy],
    unknownPolicies: [],
    boundary,
  };
  const start = `deploy a program whose role has the boundary ${boundary.arn} and a policy that allows everything`;
  return actorOf(role, 'a program', [start], model, table);
}

export function deploymentActor(
  role: AccountRole,
  steps: readonly string[],
  model: AccountModel,
  table: ActionTable,
): Actor {
  return { ...actorOf(role, role.name, steps, model, table), deploymentRole: role };
}

function actorOf(
  role: AccountRole,
  name: string,
  steps: readonly string[],
  model: AccountModel,
  table: ActionTable,
): Actor {
  const caller = callerOf(role, model);
  return { ...caller, name, steps, absentKeys: absentKeysOf(table, caller.policies) };
}
