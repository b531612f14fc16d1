import type { Policy } from '../../iam/policy';
import type { TemplateProblem } from '../deployed-template';

/** A bootstrapped account as far as boundaries are concerned: who deploys with what rights, and what that relies on. */
export interface AccountModel {
  /** `111111111111/us-east-1`. */
  readonly place: string;
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly qualifier: string;
  /** The role with which CloudFormation deploys. */
  readonly executionRole: AccountRole;
  /** The other roles of the bootstrap: those that start deployments, publish assets and look up. */
  readonly deploymentRoles: readonly AccountRole[];
  /** Managed policies that the bootstrap made. */
  readonly policies: readonly AccountPolicy[];
  /** ARNs of the boundaries that the execution boundary lets new roles and users have; none when it demands none. */
  readonly demandedBoundaries: readonly string[];
  /** Boundary of the roles and users that stacks make. */
  readonly workloadBoundary?: AccountPolicy;
  readonly resources: BootstrapResources;
  /** The account holds pipelines: its programs are meant to take on bootstrap roles. */
  readonly deploysWithBootstrapRoles: boolean;
  /** Whether the account holds programs whose roles have no boundary of this bootstrap; nothing when nobody has said. */
  readonly holdsOtherPrograms?: boolean;
  readonly problems: readonly TemplateProblem[];
}

export interface AccountRole {
  readonly name: string;
  readonly arn: string;
  readonly identity: readonly Policy[];
  /** ARNs of attached policies whose content nobody here knows. */
  readonly unknownPolicies: readonly string[];
  /** Who may take on the role; nothing when that isn't known. */
  readonly trust?: Policy;
  /** Permissions boundary; nothing when the role has none. */
  readonly boundary?: AccountPolicy;
}

export interface AccountPolicy {
  readonly arn: string;
  /** Nothing when the policy isn't part of what was given. */
  readonly policy?: Policy;
  /** The same as JSON, with the values of the account in place of references. */
  readonly document?: unknown;
}

/** What deployments rely on: ARNs, with example values where only the deployment knows them. */
export interface BootstrapResources {
  readonly stack: string;
  readonly bucket: string;
  readonly key?: string;
  readonly repository: string;
  readonly parameters: readonly string[];
}
