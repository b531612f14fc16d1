import type { SecurityReport } from '../model';

/** The report for other programs: the model as it is. */
export function jsonReport(report: SecurityReport): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
