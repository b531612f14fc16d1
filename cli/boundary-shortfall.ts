import { neededRights, NeededRights } from './boundary-difference';
import { requireNoTemplateProblems } from './boundary-problems';
import { partitionOf } from '../src/boundary/assembly/partitions';
import type { PlacedTemplates } from '../src/boundary/placed-templates';
import { boundaryTables } from '../src/boundary/tables';
import type { AccountModel, AccountPolicy } from '../src/core/boundary/account/account-model';
import { accountModel } from '../src/core/boundary/account/read-account';
import { ActionsByLevel, byLevel } from '../src/core/boundary/action-difference';
import { allowedActions } from '../src/core/boundary/allowed-actions';
import { analyse } from '../src/core/boundary/analyse';
import type { BoundaryFinding } from '../src/core/boundary/finding';

/** A bootstrap as it is or would be. */
export interface GivenBootstrap {
  readonly account: string;
  readonly region: string;
  /** The template, parsed. */
  readonly template: unknown;
  /** Values of its parameters; those that are missing have their default. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Programs in the account are meant to take on bootstrap roles. */
  readonly deploysWithBootstrapRoles: boolean;
}

/** What boundaries must allow in addition, and what else keeps them from being enough. */
export interface Shortfall {
  readonly execution: ActionsByLevel;
  readonly workload: ActionsByLevel;
  /** Other reasons: a resource or condition that a statement doesn't let through, a way out of the boundary. */
  readonly findings: readonly BoundaryFinding[];
}

/** What is deployed to one account, with what it needs. */
export interface Deployed {
  readonly placed: PlacedTemplates;
  readonly rights: NeededRights;
}

/** @throws CommandError with everything of which isn't known what it needs */
export function deployedTo(places: readonly PlacedTemplates[]): Deployed[] {
  const tables = boundaryTables();
  const deployed = places.map((placed) => ({ placed, rights: neededRights(placed, tables) }));
  requireNoTemplateProblems(deployed.flatMap(({ rights }) => rights.problems));
  return deployed;
}

/** Rules whose findings an app mends, and no bootstrap. */
const RULES_OF_APPS = ['RolesCarryWorkloadBoundary', 'EveryTemplateIsUnderstood'];

/** What a bootstrap lacks for what is deployed; nothing when it is enough. */
export function shortfall(bootstrap: GivenBootstrap, { placed, rights }: Deployed): Shortfall | undefined {
  const tables = boundaryTables();
  const account = modelOf(bootstrap);
  const lacking = (needed: ReadonlySet<string>, boundary: AccountPolicy | undefined): string[] => {
    const allowed = boundary?.policy && allowedActions(boundary.policy, tables.actions);
    return [...needed].filter((action) => allowed !== undefined && !allowed.has(action));
  };
  const execution = lacking(rights.execution, account.executionRole.boundary);
  const workload = lacking(rights.workload, account.workloadBoundary);
  const findings = analyse({ templates: placed.templates, account }, tables).findings.filter(
    ({ rule, severity, action }) =>
      severity !== 'warning' && !RULES_OF_APPS.includes(rule) && (action === undefined || !execution.includes(action)),
  );
  if (execution.length + workload.length + findings.length === 0) return undefined;
  return { execution: byLevel(execution, tables.actions), workload: byLevel(workload, tables.actions), findings };
}

/** Whether something bounds the role that deploys. */
export function isBounded(bootstrap: GivenBootstrap): boolean {
  return modelOf(bootstrap).executionRole.boundary !== undefined;
}

function modelOf(bootstrap: GivenBootstrap): AccountModel {
  const { managedPolicies } = boundaryTables();
  return accountModel({ ...bootstrap, partition: partitionOf(bootstrap.region), managedPolicies });
}
