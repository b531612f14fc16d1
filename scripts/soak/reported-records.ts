import type { LicenseFileLedger } from './made-up-license-file';
import { shortened } from './stored-licenses';
import { allEvents } from '../../local/observe/event-log';

export interface ReportedRecords {
  /** Events by their type. */
  readonly events: ReadonlyMap<string, number>;
  /** Records that were reported more than once. */
  readonly repeated: number;
  /** What is not as the file says, one line each. */
  readonly differences: readonly string[];
}

interface ValidationError {
  readonly recordNumber: number;
  readonly errors: Readonly<Record<string, readonly string[]>>;
}

/** Compares the published reports of bad records with the file: each bad record with its one error, and no other. */
export async function checkReportedRecords(
  address: string,
  { refusals }: LicenseFileLedger,
  /** Whether the file was read more than once: what was reported before is then reported again. */
  wasReadAgain: boolean,
): Promise<ReportedRecords> {
  const differences: string[] = [];
  const events = new Map<string, number>();
  const reports = new Map<number, number>();
  for await (const event of allEvents(address)) {
    events.set(event.type, (events.get(event.type) ?? 0) + 1);
    if (event.type !== 'license.validation-error') continue;
    const { recordNumber, errors } = event.detail as ValidationError;
    reports.set(recordNumber, (reports.get(recordNumber) ?? 0) + 1);
    const expected = refusals.get(recordNumber);
    const wanted = expected && JSON.stringify({ [expected.field]: [expected.message] });
    if (JSON.stringify(errors) !== wanted) {
      differences.push(
        `record ${recordNumber} is reported with ${JSON.stringify(errors)}, not with ${wanted ?? 'nothing'}`,
      );
    }
  }
  for (const record of refusals.keys()) if (!reports.has(record)) differences.push(`record ${record} is not reported`);
  const repeated = [...reports.values()].filter((count) => count > 1).length;
  if (repeated > 0 && !wasReadAgain) differences.push(`${repeated} records are reported more than once`);
  return { events, repeated, differences: shortened(differences) };
}

/** What a state learns of a file from events: one line per event that names the object. */
export async function reportsOfFile(address: string, objectKey: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const { source, type, detail } of allEvents(address)) {
    if (!source.endsWith(`.${objectKey}`)) continue;
    const { recordNumber, errors } = detail as Partial<ValidationError>;
    if (type === 'license.validation-error') lines.push(`record ${recordNumber}: ${JSON.stringify(errors)}`);
    if (type === 'license.ingest-failure') lines.push(`the file failed: ${JSON.stringify(errors)}`);
  }
  return lines;
}
