/** Access levels of the Service Authorization Reference, from harmless to dangerous. */
export const ACCESS_LEVELS = ['List', 'Read', 'Tagging', 'Write', 'PermissionsManagement'] as const;

export type AccessLevel = (typeof ACCESS_LEVELS)[number];

/** What is known of an IAM action (Service Authorization Reference). */
export interface ActionFacts {
  /** In the spelling of the reference: `dynamodb:CreateTable`. */
  readonly name: string;
  readonly level: AccessLevel;
  /** Formats of ARNs that policies can name for it: `arn:${Partition}:dynamodb:${Region}:…`; none where only `*` is possible. */
  readonly resources: readonly string[];
  /** Condition keys of the service that it knows, `iam:PermissionsBoundary`; not the global ones. */
  readonly conditionKeys: readonly string[];
}

/** From where a table was taken, and when. */
export interface Provenance {
  readonly source: string;
  readonly version: string;
  /** Day of the data, `YYYY-MM-DD`. */
  readonly date: string;
  readonly license: string;
}

/** All actions of all services. */
export interface ActionTable {
  readonly provenance: Provenance;
  /** Prefixes of services, sorted. */
  readonly services: readonly string[];
  /** All actions of a service, sorted by name; none for a service that the table doesn't have. */
  actionsOf(service: string): readonly ActionFacts[];
  /** The action of that name, whatever its letter case. */
  find(action: string): ActionFacts | undefined;
  /** The actions that a pattern with `*` and `?` matches, whatever its letter case; `*` matches all of all services. */
  matching(pattern: string): readonly ActionFacts[];
}
