import { htmlReport } from './html';
import { jsonReport } from './json';
import { markdownReport } from './markdown';
import { sarifReport } from './sarif';
import type { SecurityReport } from '../model';

/** The forms of a report, by their short names. */
export const REPORT_WRITERS = {
  html: htmlReport,
  md: markdownReport,
  sarif: sarifReport,
  json: jsonReport,
} as const satisfies Record<string, (report: SecurityReport) => string>;

export type ReportFormat = keyof typeof REPORT_WRITERS;
