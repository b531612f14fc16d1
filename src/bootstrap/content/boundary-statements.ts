import type { Statement } from '../policies/statement';

/** What the two boundaries of an account allow, apart from the rules about identities, which the bootstrap adds. */
export interface BoundaryStatements {
  /** Control plane: what CloudFormation may do for stacks. */
  readonly execution: readonly Statement[];
  /** Data plane: what roles and users of stacks may do. */
  readonly workload: readonly Statement[];
  /** Whether roles of stacks pass roles to services. */
  readonly workloadPassesRoles: boolean;
  /** Whether roles of stacks assume other roles of stacks. */
  readonly workloadAssumesRoles: boolean;
  /** Services for which AWS makes a role of its own when their resources are made first. */
  readonly serviceLinkedRoles: readonly string[];
}
