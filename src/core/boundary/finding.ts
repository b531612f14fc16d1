import type { Operation } from './need';

/** From the worst: escapes are fatal, certain misses errors, conditional misses and what can't be decided warnings. */
export const SEVERITIES = ['fatal', 'error', 'warning'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** Something about an app and its boundaries that a person should know. */
export interface BoundaryFinding {
  /** Good-property name of the rule: `ExecutionBoundaryAllowsEveryOperation`. */
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence. */
  readonly description: string;
  readonly stack?: string;
  readonly logicalId?: string;
  /** Construct path. */
  readonly path?: string;
  readonly resourceType?: string;
  readonly operations?: readonly Operation[];
  readonly property?: string;
  readonly action?: string;
  /** The statement that denies, or that nothing allows. */
  readonly blocking?: string;
  /** The smallest change that mends it. */
  readonly change: string;
  /** For escapes: what an attacker does, in order, a sentence each. */
  readonly steps?: readonly string[];
}
