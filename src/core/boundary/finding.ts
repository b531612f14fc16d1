import type { Operation } from './need';

/** Something about an app and its boundaries that a person should know. */
export interface BoundaryFinding {
  /** Good-property name of the rule: `ExecutionBoundaryAllowsEveryOperation`. */
  readonly rule: string;
  /** Escapes are fatal, certain misses errors, conditional misses and what can't be decided warnings. */
  readonly severity: 'fatal' | 'error' | 'warning';
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
  /** For escapes: what an attacker does, in order. */
  readonly steps?: readonly string[];
}
