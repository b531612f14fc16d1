import { charactersOf, counted, grouped } from './boundary-figures';
import { findingLines } from './boundary-finding-text';
import type { BoundaryAnalysis, BoundaryFigures } from '../src/core/boundary/analysis';
import { BoundaryFinding, SEVERITIES, Severity } from '../src/core/boundary/finding';
import { ACCESS_LEVELS } from '../src/core/iam/action-table';
import { tableLines } from '../src/core/text/table';

/** What findings of a severity are called: a fatal one is a way out of the boundary. */
const NAMES: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  fatal: ['escape', 'escapes'],
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
};

export interface AnalysisPrinting {
  /** Also prints all warnings, and how each known way out of the boundary is closed. */
  readonly verbose?: boolean;
}

/** Figures and findings by account, for people. */
export function analysisLines(analyses: readonly BoundaryAnalysis[], printing: AnalysisPrinting = {}): string[] {
  return analyses.flatMap((analysis, index) => [...(index === 0 ? [] : ['']), ...placeLines(analysis, printing)]);
}

function placeLines(analysis: BoundaryAnalysis, { verbose = false }: AnalysisPrinting): string[] {
  const { place, boundaries, stacks, findings, closedPaths } = analysis;
  const sections = [
    [
      `${place}: ${stacks.join(', ')}`,
      ...(boundaries.length === 0 ? [] : tableLines([HEADER, ...boundaries.map(figuresRow)])),
    ],
    ...SEVERITIES.map((severity) => severityLines(severity, findings, verbose)),
    verbose ? closedPathLines(analysis) : [],
    [
      `checked ${neededActions(boundaries)} of ${counted(stacks.length, 'stack')} and ${counted(closedPaths.length, 'closed path')}: ${summary(findings)}`,
    ],
  ].filter((section) => section.length > 0);
  return sections.flatMap((section, index) => [...(index === 0 ? [] : ['']), ...section]);
}

const HEADER = ['boundary', 'characters', 'actions needed', 'allowed', 'extra', 'extra by access level'];

function figuresRow(boundary: BoundaryFigures): string[] {
  const { allowedActions, extraActions } = boundary;
  const levels = [...ACCESS_LEVELS].reverse().flatMap((level) => {
    const count = extraActions.filter((extra) => extra.level === level).length;
    return count === 0 ? [] : [`${level} ${grouped(count)}`];
  });
  return [
    boundary.boundary,
    charactersOf(boundary),
    grouped(boundary.neededActions),
    grouped(allowedActions),
    grouped(extraActions.length),
    levels.join(', '),
  ];
}

function neededActions(boundaries: readonly BoundaryFigures[]): string {
  const needed = boundaries.reduce((sum, boundary) => sum + boundary.neededActions, 0);
  return counted(needed, 'needed action');
}

/** Warnings are often the same for many actions of many resources. */
const MOST_WARNINGS = 20;

function severityLines(severity: Severity, findings: readonly BoundaryFinding[], verbose: boolean): string[] {
  const ofSeverity = findings.filter((finding) => finding.severity === severity);
  if (ofSeverity.length === 0) return [];
  const shown = severity === 'warning' && !verbose ? ofSeverity.slice(0, MOST_WARNINGS) : ofSeverity;
  const more = ofSeverity.length - shown.length;
  return [
    `${heading(severity, ofSeverity.length)}:`,
    ...shown.flatMap(findingLines),
    ...(more > 0 ? [`  and ${grouped(more)} more (all: --verbose)`] : []),
  ];
}

function heading(severity: Severity, count: number): string {
  return counted(count, ...NAMES[severity]);
}

function closedPathLines({ closedPaths }: BoundaryAnalysis): string[] {
  if (closedPaths.length === 0) return [];
  return ['closed paths:', ...closedPaths.map(({ path, closedBy }) => `  ${path}: ${closedBy.join('; ')}`)];
}

/** `1 escape, 3 errors`, or that nothing was found. */
function summary(findings: readonly BoundaryFinding[]): string {
  const counts = SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [heading(severity, count)];
  });
  return counts.length === 0 ? 'no findings' : counts.join(', ');
}

/** Whether a check fails: for escapes and errors, and where one is strict also for warnings. */
export function isFailing(analyses: readonly BoundaryAnalysis[], isStrict: boolean): boolean {
  const severities = analyses.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  return severities.some((severity) => isStrict || severity !== 'warning');
}
