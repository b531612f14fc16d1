import type { AccessLevel } from '../core/iam/action-table';

/** What is different from an earlier assembly. */
export interface ReportChanges {
  /** What the earlier assembly is called: its folder. */
  readonly since: string;
  readonly stacks: ItemChanges;
  /** By resource type, sorted; types without a change are left out. */
  readonly resources: readonly ResourceTypeChange[];
  /** `AwsSolutions-IAM5[Resource::*] in Backend/Api/Role`, open and acknowledged ones. */
  readonly findings: ItemChanges;
  /** Findings that were open and are acknowledged now. */
  readonly acknowledgedFindings: readonly string[];
  /** `AwsSolutions-COG1, AwsSolutions-COG2 on Backend/Identity/Pool`. */
  readonly acknowledgements: ItemChanges;
  /** Ids of roles. */
  readonly roles: ItemChanges;
  /** Actions that roles gained or lost, by role and access level. */
  readonly access: readonly RoleAccessChange[];
  /** `who → role`. */
  readonly trust: ItemChanges;
  /** What could not be read of the earlier assembly. */
  readonly gaps: readonly string[];
}

export interface ItemChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export interface ResourceTypeChange {
  readonly type: string;
  readonly added: number;
  readonly removed: number;
  /** Same logical id, another definition. */
  readonly changed: number;
}

export interface RoleAccessChange {
  readonly role: string;
  readonly level: AccessLevel;
  /** Names of actions, at most 40 of each; the counts tell of all. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  readonly gainedCount: number;
  readonly lostCount: number;
}
