import type { MadeUpFileSettings } from './made-up-license-file';
import type { SoakResult } from './soak';

/** What people read at the end of a soak: figures first, then what is wrong. */
export function describeResult(result: SoakResult, { rows, seed }: MadeUpFileSettings): string[] {
  const { accepted, bytes, seconds, kills, repeatedReports, calls, scannedLines, scannedEvents, failures } = result;
  const perLicense = (count: number) => (count / accepted).toFixed(3);
  return [
    `${rows} records (seed ${seed}, ${(bytes / 1e6).toFixed(1)} MB), ${accepted} of them accepted`,
    `${(rows / seconds).toFixed(0)} records per second from the upload to the last stored item (${seconds.toFixed(1)} s)`,
    `killed: ${kills.map(({ label, stored }) => `${label} at ${stored} items`).join(', ') || 'nothing'}`,
    `reports that a second reading of the file repeated: ${repeatedReports}`,
    `calls per accepted license: ${perLicense(calls.total())}`,
    ...calls.entries().map(([call, count]) => `  ${call.padEnd(32)} ${perLicense(count)}`),
    `scanned for personal data: ${scannedLines} log lines, ${scannedEvents} events`,
    ...failures.map((failure) => `FAILED: ${failure}`),
    failures.length === 0 ? 'all is as it must be' : `${failures.length} findings`,
  ];
}
