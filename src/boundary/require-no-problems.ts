import { ConfigurationError } from '../config/problem';
import type { TemplateProblem } from '../core/boundary/deployed-template';

/** @throws ConfigurationError with all of them */
export function requireNoProblems(problems: readonly TemplateProblem[]): void {
  if (problems.length === 0) return;
  throw new ConfigurationError(problems.map(({ place, ...problem }) => ({ file: place, path: '', ...problem })));
}
