import { describeDifference } from './compare';
import type { DifferingCase, FileResult } from './runner';

interface Counts {
  readonly passed: number;
  readonly recorded: number;
  readonly unrecorded: number;
  readonly notCovered: number;
}

function countsOf(result: FileResult): Counts {
  return {
    passed: result.passed,
    recorded: result.differing.filter((differing) => differing.recorded).length,
    unrecorded: result.differing.filter((differing) => !differing.recorded).length,
    notCovered: [...result.notCovered.values()].reduce((sum, count) => sum + count, 0),
  };
}

/** Cases that differ without a recorded reason. */
export function unrecordedCases(results: readonly FileResult[]): number {
  return results.reduce((sum, result) => sum + countsOf(result).unrecorded, 0);
}

/** One line per file and a total; `verbose` adds what differs and what is missing. */
export function reportLines(
  results: readonly FileResult[],
  missingFiles: readonly string[],
  verbose: boolean,
): string[] {
  const counts = results.map(countsOf);
  const total = counts.reduce(
    (sum, count) => ({
      passed: sum.passed + count.passed,
      recorded: sum.recorded + count.recorded,
      unrecorded: sum.unrecorded + count.unrecorded,
      notCovered: sum.notCovered + count.notCovered,
    }),
    { passed: 0, recorded: 0, unrecorded: 0, notCovered: 0 },
  );
  return [
    row('file', 'passed', 'differs, recorded', 'differs, unrecorded', 'not covered yet'),
    ...results.flatMap((result, index) => [
      countRow(result.file, counts[index]),
      ...(result.remarks ?? []).map((remark) => `    ${remark}`),
      ...(verbose ? details(result) : []),
    ]),
    ...missingFiles.map((file) => `${file}: not there`),
    countRow('total', total),
  ];
}

function countRow(label: string, counts: Counts): string {
  return row(label, ...[counts.passed, counts.recorded, counts.unrecorded, counts.notCovered].map(String));
}

function row(label: string, ...columns: string[]): string {
  return label.padEnd(42) + columns.map((column) => column.padStart(21)).join('');
}

function details(result: FileResult): string[] {
  const uncovered = [...result.notCovered].map(([reason, count]) => `    not covered yet, ${count}: ${reason}`);
  return [...result.differing.flatMap(caseLines), ...uncovered];
}

function caseLines({ name, recorded, differences }: DifferingCase): string[] {
  const verdict = recorded ? `${recorded.reason} (docs/decisions/${recorded.decision})` : 'no recorded reason';
  return [
    `    differs: ${name}: ${verdict}`,
    ...differences.map((difference) => `        ${describeDifference(difference)}`),
  ];
}
