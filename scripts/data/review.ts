import type {
  PassedRole,
  PropertyCondition,
  ServiceLinkedRoleNeed,
} from '../../src/core/handler-permissions/type-needs';

/**
 * What somebody found out about a resource type. Actions are names separated by white space. Those of the type's schema
 * stand in exactly one of `always`, `when` and `never`, where `dynamodb:Describe*` means those of the schema; what the
 * schema doesn't have stands in `adds`. `iam:PassRole` and `iam:CreateServiceLinkedRole` have their place in
 * `passedRoles` and `serviceLinkedRoles`, which tell the role as well.
 *
 * An action that takes a setting away stands where the setting does: a deployment that fails takes away what it set.
 */
export interface Review {
  /** Actions of the schema that are needed whatever the properties are, or that nobody can rule out. */
  readonly always?: string;
  /** Actions of the schema that are needed only when a property is set. */
  readonly when?: readonly ConditionalActions[];
  /** Actions of the schema that no deployment needs. */
  readonly never?: readonly NeverNeeded[];
  readonly adds?: readonly AddedActions[];
  readonly passedRoles?: readonly PassedRole[];
  readonly serviceLinkedRoles?: readonly ServiceLinkedRoleNeed[];
  /** Page of the documentation, for types whose schema has no permissions and for types without a schema. */
  readonly source?: string;
}

export interface ConditionalActions {
  /** Any one of them is enough. */
  readonly when: readonly PropertyCondition[];
  readonly actions: string;
}

export interface NeverNeeded {
  readonly actions: string;
  readonly reason: string;
}

export interface AddedActions {
  /** By the first letters of the handlers that need them: `cu` for create and update, `t` for tagging. */
  readonly actions: Readonly<Record<string, string>>;
  readonly when?: readonly PropertyCondition[];
  /** Page of the documentation; the review's when missing. */
  readonly source?: string;
}

/** Reviews by resource type. */
export type Reviews = Readonly<Record<string, Review>>;

export function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** A condition that any of these properties is there. */
export function set(...properties: string[]): PropertyCondition[] {
  return properties.map((property) => ({ property }));
}

/** A condition that a property has one of these values. */
export function has(property: string, ...values: (string | boolean | number)[]): PropertyCondition[] {
  return [{ property, equals: values.map((value) => JSON.stringify(value)) }];
}
