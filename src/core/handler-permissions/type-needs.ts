import type { Provenance } from '../iam/action-table';

/** What CloudFormation does with a resource. */
export const HANDLERS = ['create', 'read', 'update', 'delete', 'list', 'tag'] as const;

export type Handler = (typeof HANDLERS)[number];

/** What is known of a resource type. */
export interface TypeNeeds {
  readonly type: string;
  readonly actions: readonly TypeAction[];
  /** Properties that name a role that the service is going to use: `iam:PassRole` on it. */
  readonly passedRoles: readonly PassedRole[];
  /** Service principals that get a service-linked role of their own with the first such resource. */
  readonly serviceLinkedRoles: readonly ServiceLinkedRoleNeed[];
  /** Whether somebody has looked at every action and said when it is needed; else the list is an upper bound. */
  readonly reviewed: boolean;
  /** Where the actions come from: registry schema with its version, or the supplement's source. */
  readonly source: string;
}

export interface TypeAction {
  /** In the spelling of the action table. */
  readonly action: string;
  readonly handlers: readonly Handler[];
  /** When the action is needed; always when missing. Any one of them is enough. */
  readonly when?: readonly PropertyCondition[];
  /** Where this entry comes from, where it isn't the type's source. */
  readonly source?: string;
}

/** Something about the properties of a resource that must hold. */
export interface PropertyCondition {
  /** Path of the property, `VpcConfig.SubnetIds`; members of lists are passed through. */
  readonly property: string;
  /** One of these values, as JSON texts; else it is enough that the property is there. */
  readonly equals?: readonly string[];
}

export interface PassedRole {
  /** Path of the property with the role's ARN or name, `Targets.RoleArn`; members of lists are passed through. */
  readonly property: string;
  /** `iam:PassedToService`: `lambda.amazonaws.com`. */
  readonly service: string;
}

export interface ServiceLinkedRoleNeed {
  readonly service: string;
  readonly when?: readonly PropertyCondition[];
  readonly source: string;
}

/** What is known of all resource types. */
export interface TypeTable {
  readonly provenance: Provenance;
  readonly types: readonly string[];
  find(type: string): TypeNeeds | undefined;
}

/** Policies of AWS that roles use, by their ARN without the partition: `policy/service-role/AWSLambdaBasicExecutionRole`. */
export interface ManagedPolicyTable {
  find(name: string): ManagedPolicyFacts | undefined;
}

export interface ManagedPolicyFacts {
  /** The policy document, as JSON. */
  readonly document: unknown;
  readonly source: string;
}
