import type { PartialText } from '../iam/partial-text';
import type { Policy } from '../iam/policy';

/** A role or user that a template makes, with all its policies, whichever way it is given them. */
export interface DeployedIdentity {
  readonly kind: 'role' | 'user';
  readonly stack: string;
  readonly logicalId: string;
  readonly path?: string;
  readonly account?: string;
  readonly arn: PartialText;
  /** Inline policies, policies attached by other resources of the templates, and policies of AWS that are known. */
  readonly policies: readonly Policy[];
  /** Policies that are attached but that nobody here knows: their ARNs. */
  readonly unknownPolicies: readonly PartialText[];
  /** Who may take on the role. */
  readonly trust?: Policy;
  /** ARN of the permissions boundary; nothing when it has none. */
  readonly boundary?: PartialText;
}
