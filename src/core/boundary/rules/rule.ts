import type { ManagedPolicyTable, TypeTable } from '../../handler-permissions/type-needs';
import type { ActionTable } from '../../iam/action-table';
import type { AccountModel } from '../account/account-model';
import type { BoundaryFigures, ClosedPath } from '../analysis';
import type { DeployedIdentity } from '../deployed-identity';
import type { TemplateProblem } from '../deployed-template';
import type { BoundaryFinding } from '../finding';
import type { Need } from '../need';

/** What is known of actions, resource types and policies of AWS. */
export interface KnowledgeTables {
  readonly actions: ActionTable;
  readonly types: TypeTable;
  readonly managedPolicies: ManagedPolicyTable;
}

/** An app's templates for one account, read, and the account. */
export interface RuleSubject {
  readonly account: AccountModel;
  readonly needs: readonly Need[];
  readonly identities: readonly DeployedIdentity[];
  /** What couldn't be read or isn't known of the templates. */
  readonly problems: readonly TemplateProblem[];
  readonly figures: readonly BoundaryFigures[];
  readonly tables: KnowledgeTables;
}

/** A property that an app and the boundaries of its account should have. */
export interface BoundaryRule {
  /** The property, `RolesCarryWorkloadBoundary`: the id of its findings. */
  readonly name: string;
  /** The property in one sentence. */
  readonly description: string;
  readonly check: (subject: RuleSubject) => RuleOutcome;
}

export interface RuleOutcome {
  readonly findings: readonly BoundaryFinding[];
  /** For rules that prove something: how. */
  readonly closedPaths?: readonly ClosedPath[];
}
