import { compareTexts } from './order';
import { AcknowledgementState, ReportSummary, SecurityReport, SEVERITIES, Severity, SeverityCounts } from '../model';

/** The figures at the top of a report. */
export function reportSummary(
  report: Pick<SecurityReport, 'stacks' | 'findings' | 'acknowledgements' | 'boundaries'>,
): ReportSummary {
  const { stacks, findings, acknowledgements, boundaries } = report;
  const inState = (state: AcknowledgementState) => acknowledgements.filter((one) => one.state === state).length;
  const open = findings.filter(({ acknowledgement }) => acknowledgement === undefined);
  const margins = boundaries.analysed.flatMap((analysis) =>
    analysis.boundaries.map(({ limit, characters }) => limit - characters),
  );
  return {
    accounts: [...new Set(stacks.flatMap(({ account }) => account ?? []))].sort(compareTexts),
    stacks: stacks.length,
    resources: stacks.reduce((sum, { resources }) => sum + resources, 0),
    openFindings: severityCounts(open),
    acknowledgedFindings: findings.length - open.length,
    expiredAcknowledgements: inState('expired'),
    expiringAcknowledgements: inState('expiring'),
    endlessAcknowledgements: inState('endless'),
    boundaryMargin: margins.length > 0 ? Math.min(...margins) : undefined,
    openBoundaryFindings: severityCounts(boundaries.analysed.flatMap((analysis) => analysis.findings)),
  };
}

function severityCounts(findings: readonly { readonly severity: Severity }[]): SeverityCounts {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return Object.fromEntries(SEVERITIES.map((severity) => [severity, count(severity)])) as Record<Severity, number>;
}
