import type { ReportedAcknowledgement, ReportedFinding } from '../model';

/** Id under which a finding can be acknowledged. */
export function findingCode({ rule, detail }: Pick<ReportedFinding, 'rule' | 'detail'>): string {
  return detail === undefined ? rule : `${rule}[${detail}]`;
}

export function findingText(finding: ReportedFinding): string {
  return `${findingCode(finding)} in ${placeText(finding.path)}`;
}

export function acknowledgementText({ findings, scope }: ReportedAcknowledgement): string {
  return `${findings.join(', ')} on ${placeText(scope)}`;
}

/** The path of the app is empty. */
export function placeText(path: string): string {
  return path === '' ? 'the app' : path;
}
