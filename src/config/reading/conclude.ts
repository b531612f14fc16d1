import { ConfigurationError, distinct, Problem } from '../problem';
import { Ledger } from './ledger';
import { Report } from '../rules/rule';

/**
 * Ends reading: what the rules say of a setting is said of the place that it came from.
 *
 * @param files names of the files, in the order in which their problems are told
 * @throws ConfigurationError with every problem that was found, in reading or now
 */
export function conclude(ledger: Ledger, files: readonly string[], check: (report: Report) => void): void {
  check((setting, reason, remedy, value) => {
    const origin = ledger.originOf(setting);
    if (!ledger.wasRefused(origin)) ledger.report({ ...origin, ...(value !== undefined && { value }) }, reason, remedy);
  });
  const problems = inOrder(ledger.problems, files);
  if (problems.length > 0) throw new ConfigurationError(problems);
}

/** By place, each once: what a compact says that is listed twice is read twice. */
function inOrder(problems: readonly Problem[], files: readonly string[]): Problem[] {
  return distinct(problems).sort(
    (one, other) =>
      files.indexOf(one.file) - files.indexOf(other.file) ||
      (one.line ?? 0) - (other.line ?? 0) ||
      (one.column ?? 0) - (other.column ?? 0),
  );
}
