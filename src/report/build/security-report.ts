import { reportedAcknowledgements } from './acknowledgements';
import { reportedBoundaries } from './boundaries';
import { ComparedAssembly, reportChanges } from './changes';
import { reportedControls } from './controls';
import { reportedFindings, reportedRules } from './findings';
import { compareTexts } from './order';
import { rightsOf } from './role-rights';
import { reportedRole } from './roles';
import { reportSummary } from './summary';
import { trustGraph } from './trust';
import type { BoundaryAnalysis } from '../../core/boundary/analysis';
import type { DeployedIdentity } from '../../core/boundary/deployed-identity';
import type { ActionTable } from '../../core/iam/action-table';
import type { AssemblyFacts } from '../assembly/assembly-facts';
import type { HipaaRule } from '../hipaa/nag-rules';
import type { ReportGenerator, SecurityReport } from '../model';

/** All that a report is made from. */
export interface ReportInput {
  readonly title: string;
  readonly generator: ReportGenerator;
  /** Day for which acknowledgements are judged, `YYYY-MM-DD`. */
  readonly today: string;
  readonly actions: ActionTable;
  readonly hipaaRules: readonly HipaaRule[];
  readonly assembly: ReviewedAssembly;
  /** Analyses of boundaries; places of the assembly without one are reported as not analysed. */
  readonly boundaries: readonly BoundaryAnalysis[];
  /** An earlier assembly to compare with. */
  readonly since?: EarlierAssembly;
}

export interface ReviewedAssembly {
  readonly facts: AssemblyFacts;
  readonly identities: readonly DeployedIdentity[];
  /** What of the roles could not be read, in sentences. */
  readonly gaps?: readonly string[];
}

export interface EarlierAssembly extends ReviewedAssembly {
  /** What it is called in the report. */
  readonly name: string;
}

export function securityReport(input: ReportInput): SecurityReport {
  const { since, actions } = input;
  const present = reviewed(input, input.assembly, input.boundaries);
  if (since === undefined) return present.report;
  const earlier = reviewed(input, since, []);
  return { ...present.report, changes: reportChanges(since.name, earlier, present, actions) };
}

function reviewed(
  { title, generator, today, actions, hipaaRules }: ReportInput,
  { facts, identities, gaps = [] }: ReviewedAssembly,
  analyses: readonly BoundaryAnalysis[],
): ComparedAssembly {
  const rights = identities.map((identity) => rightsOf(identity, actions));
  const findings = reportedFindings(facts);
  const reported = {
    stacks: facts.stacks.map(({ resources, ...stack }) => ({ ...stack, resources: resources.length })),
    findings,
    acknowledgements: reportedAcknowledgements(facts.acknowledgements, findings, today),
    boundaries: reportedBoundaries(analyses, facts.stacks),
  };
  const report: SecurityReport = {
    format: 'cdk-compact-platform/security-report',
    version: 1,
    generator,
    title,
    today,
    summary: reportSummary(reported),
    gaps: [...facts.gaps, ...gaps],
    ...reported,
    rules: reportedRules(facts.findings),
    roles: rights.map((ofRole) => reportedRole(ofRole, actions)).sort((one, other) => compareTexts(one.id, other.id)),
    trust: trustGraph(identities),
    controls: reportedControls(hipaaRules, findings, facts.resourcesOfRules),
  };
  return { report, stacks: facts.stacks, rights };
}
