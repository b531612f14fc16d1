import type { BoundaryFinding } from './finding';
import type { AccessLevel } from '../iam/action-table';

/** All that is known of an app's templates for one account against the boundaries of that account. */
export interface BoundaryAnalysis {
  /** `111111111111/us-east-1`, or a name for templates without one. */
  readonly place: string;
  readonly stacks: readonly string[];
  readonly boundaries: readonly BoundaryFigures[];
  /** All of them, escapes included, the worst first. */
  readonly findings: readonly BoundaryFinding[];
  /** How each known path out of the boundary is closed; the paths that are open are findings. */
  readonly closedPaths: readonly ClosedPath[];
}

/** Size and tightness of one boundary. */
export interface BoundaryFigures {
  readonly boundary: 'execution' | 'workload';
  /** Without whitespace, after substitution of the longest values. */
  readonly characters: number;
  readonly limit: number;
  readonly neededActions: number;
  readonly allowedActions: number;
  /** Allowed, but not needed. */
  readonly extraActions: readonly ExtraAction[];
}

export interface ExtraAction {
  readonly action: string;
  readonly level: AccessLevel;
}

/** A way in which rights beyond a boundary could be had, and why it isn't one. */
export interface ClosedPath {
  /** `create a role without boundary`. */
  readonly path: string;
  /** Statements that deny it, or what is not allowed. */
  readonly closedBy: readonly string[];
}
