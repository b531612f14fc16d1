import type { Statement } from '../policies/statement';

/** What the two boundaries of an account allow, apart from the rules about identities, which the bootstrap adds. */
export interface BoundaryStatements {
  /** Control plane: what CloudFormation may do for stacks. */
  readonly execution: StatementsWithin;
  /** IAM actions that stacks take to make identities of their own; the bootstrap says on which, and how bounded. */
  readonly identityActions: readonly string[];
  /** Whether stacks give roles to services. */
  readonly passesRoles: boolean;
  /** Whether stacks make other stacks. */
  readonly nestsStacks: boolean;
  /** Data plane: what roles and users of stacks may do. */
  readonly workload: StatementsWithin;
  /** Whether roles of stacks pass roles to services. */
  readonly workloadPassesRoles: boolean;
  /** Actions with which roles of stacks assume other roles of stacks; none where they don't. */
  readonly workloadAssuming: readonly string[];
  /** Services for which AWS makes a role of its own when their resources are made first; any where that isn't known. */
  readonly serviceLinkedRoles: readonly string[] | 'any';
}

/**
 * Statements that have at most so many characters, as IAM counts them, with the longest values in place of references.
 *
 * @throws ConfigurationError where that is impossible
 */
export type StatementsWithin = (characters: number) => readonly Statement[];
