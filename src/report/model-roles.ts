import type { AccessLevel } from '../core/iam/action-table';

/** A role or user of a stack, with what its own policies allow. */
export interface ReportedRole {
  /** Stack and logical id, `Backend-Data/HandlerRole`. */
  readonly id: string;
  readonly kind: 'role' | 'user';
  /** Construct path, or else the id. */
  readonly name: string;
  readonly stack: string;
  readonly logicalId: string;
  readonly account?: string;
  /** Permissions boundary; missing when it has none. */
  readonly boundary?: string;
  /** Attached policies that nobody here knows: what they allow is not in the figures. */
  readonly unknownPolicies: readonly string[];
  /** Number of allowed actions by access level. */
  readonly levels: LevelCounts;
  /** By service, sorted. */
  readonly services: readonly ServiceAccess[];
  /** Patterns that match no known action. */
  readonly unknownActions: readonly string[];
}

export type LevelCounts = Readonly<Record<AccessLevel, number>>;

export interface ServiceAccess {
  readonly service: string;
  readonly cells: readonly AccessCell[];
}

/** What a role may do with a service at one access level. */
export interface AccessCell {
  readonly level: AccessLevel;
  readonly count: number;
  /** The actions by name; where they are very many, the patterns that allow them. */
  readonly actions: readonly string[];
  /** Actions among them that are allowed on every resource without a condition. */
  readonly unrestricted: number;
}

/** Who may take on which role. */
export interface TrustGraph {
  readonly nodes: readonly TrustNode[];
  readonly edges: readonly TrustEdge[];
}

export interface TrustNode {
  readonly id: string;
  /** `elsewhere` is a role that no stack of the app makes; `anyone` is every principal of AWS. */
  readonly kind: 'role' | 'user' | 'service' | 'account' | 'federated' | 'elsewhere' | 'anyone' | 'organisation';
  readonly label: string;
  /** Account that it belongs to, where that is known. */
  readonly account?: string;
}

export interface TrustEdge {
  /** Ids of nodes: who, and the role that it may take on. */
  readonly from: string;
  readonly to: string;
  /** The role's trust policy lets it; the principal's own policy lets it ask; or both. */
  readonly basis: 'trust policy' | 'own policy' | 'both';
  /** Conditions that must hold, `StringEquals aws:PrincipalOrgID = o-1`. */
  readonly conditions: readonly string[];
}
