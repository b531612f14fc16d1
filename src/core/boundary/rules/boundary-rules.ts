import { bootstrapIsUnderstood } from './bootstrap-is-understood';
import { boundaryFitsOnePolicy } from './boundary-fits-one-policy';
import { everyTemplateIsUnderstood } from './every-template-is-understood';
import { executionBoundaryAllowsEveryOperation } from './execution-boundary-allows-every-operation';
import { executionBoundaryCannotBeEscaped } from './execution-boundary-cannot-be-escaped';
import { rolesCarryWorkloadBoundary } from './roles-carry-workload-boundary';
import type { BoundaryRule } from './rule';
import { workloadBoundaryAllowsWhatRolesUse } from './workload-boundary-allows-what-roles-use';

/** All rules, in the order in which a reader wants to know. */
export const BOUNDARY_RULES: readonly BoundaryRule[] = [
  executionBoundaryCannotBeEscaped,
  executionBoundaryAllowsEveryOperation,
  rolesCarryWorkloadBoundary,
  workloadBoundaryAllowsWhatRolesUse,
  boundaryFitsOnePolicy,
  everyTemplateIsUnderstood,
  bootstrapIsUnderstood,
];
