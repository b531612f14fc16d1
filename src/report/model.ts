import type { ReportChanges } from './model-changes';
import type { ReportedControl } from './model-controls';
import type { ReportedRole, TrustGraph } from './model-roles';
import type { BoundaryAnalysis } from '../core/boundary/analysis';

/**
 * Everything that a reviewer of an app's security reads, over all its stacks, stages and accounts. The JSON form of the
 * report is this model as it is; a member that is missing is unknown, never "none".
 */
export interface SecurityReport {
  readonly format: 'cdk-compact-platform/security-report';
  /** Version of this format; a change that readers must know of raises it. */
  readonly version: 1;
  readonly generator: ReportGenerator;
  /** Name of the app or its folder, for the title. */
  readonly title: string;
  /** Day for which acknowledgements are judged, `YYYY-MM-DD`. */
  readonly today: string;
  readonly summary: ReportSummary;
  /** What could not be read, and what that means for the report; a report with gaps says so first. */
  readonly gaps: readonly string[];
  readonly stacks: readonly ReportedStack[];
  /** Findings of all rule packs, open ones first, the worst first. */
  readonly findings: readonly ReportedFinding[];
  /** What the rules of the findings say. */
  readonly rules: readonly ReportedRule[];
  /** The ones that expire first come first. */
  readonly acknowledgements: readonly ReportedAcknowledgement[];
  readonly boundaries: ReportedBoundaries;
  readonly roles: readonly ReportedRole[];
  readonly trust: TrustGraph;
  readonly controls: readonly ReportedControl[];
  /** Compared with an earlier assembly; missing when there was none to compare with. */
  readonly changes?: ReportChanges;
}

export interface ReportGenerator {
  readonly name: string;
  readonly version: string;
}

export interface ReportSummary {
  /** Accounts that stacks are deployed to, as far as the assembly tells. */
  readonly accounts: readonly string[];
  readonly stacks: number;
  readonly resources: number;
  readonly openFindings: SeverityCounts;
  readonly acknowledgedFindings: number;
  /** Acknowledgements whose last day is past. */
  readonly expiredAcknowledgements: number;
  /** Acknowledgements that end within 90 days. */
  readonly expiringAcknowledgements: number;
  /** Acknowledgements without a last day: those of the CDK itself. */
  readonly endlessAcknowledgements: number;
  /** Least characters that a boundary has left; missing when none was analysed. */
  readonly boundaryMargin?: number;
  readonly openBoundaryFindings: SeverityCounts;
}

export const SEVERITIES = ['fatal', 'error', 'warning', 'info'] as const;

/** `fatal` can't be acknowledged. */
export type Severity = (typeof SEVERITIES)[number];

export type SeverityCounts = Readonly<Record<Severity, number>>;

export interface ReportedStack {
  /** Construct path, `Installation/prod/Backend/Data`: unique in the report. */
  readonly path: string;
  /** Name in CloudFormation. */
  readonly name: string;
  readonly account?: string;
  readonly region?: string;
  /** File of the template in the assembly. */
  readonly template: string;
  readonly resources: number;
}

/** One finding of one rule in one resource. */
export interface ReportedFinding {
  /** Stable over runs: made from rule, detail and resource. */
  readonly id: string;
  /** Id of the rule, a key of `rules`. */
  readonly rule: string;
  /** What exactly the rule found, where it tells: `Resource::*`. */
  readonly detail?: string;
  readonly severity: Severity;
  /** Construct path of the resource; empty for the app. */
  readonly path: string;
  readonly resource?: ReportedResource;
  /** Path of the stack. */
  readonly stack?: string;
  /** Id of the acknowledgement that accepts it; an open finding has none. */
  readonly acknowledgement?: string;
}

export interface ReportedResource {
  readonly logicalId: string;
  readonly type?: string;
}

export interface ReportedRule {
  readonly id: string;
  /** Pack or plugin that the rule belongs to. */
  readonly source: string;
  readonly description: string;
  readonly explanation?: string;
  /** Citations of 45 CFR, `164.312(b)`. */
  readonly controls: readonly string[];
}

export interface ReportedAcknowledgement {
  readonly id: string;
  /** Construct path that it stands on; it holds for everything below. */
  readonly scope: string;
  /** Ids of findings that it accepts. */
  readonly findings: readonly string[];
  readonly reason: string;
  readonly owner?: string;
  /** Last day on which it holds, `YYYY-MM-DD`. */
  readonly expires?: string;
  readonly state: AcknowledgementState;
  /** How many findings of the report it accepts. */
  readonly accepts: number;
}

/** `expiring`: within 90 days. `endless`: no last day. */
export type AcknowledgementState = 'expired' | 'expiring' | 'current' | 'endless';

export interface ReportedBoundaries {
  readonly analysed: readonly ReportedBoundary[];
  /** Accounts and regions of stacks whose boundaries nobody looked at: nothing is proved about them. */
  readonly notAnalysed: readonly string[];
}

export interface ReportedBoundary extends BoundaryAnalysis {
  /**
   * `escape`: a path beyond the boundary is open. `depends`: one could be, depending on what findings say; all others are
   * closed. `closed`: every known path is closed by what `closedPaths` says. `not examined`: no path was looked at.
   */
  readonly proof: 'escape' | 'depends' | 'closed' | 'not examined';
}
