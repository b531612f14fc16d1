import { CommandError } from './exit-codes';
import type { TemplateProblem } from '../src/core/boundary/deployed-template';

/** @throws CommandError with all of them */
export function requireNoTemplateProblems(problems: readonly TemplateProblem[]): void {
  if (problems.length === 0) return;
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  throw new CommandError(
    [`the templates have ${count}:`, ...problems.map((each) => `  ${problemLine(each)}`)].join('\n'),
  );
}

export function problemLine({ place, value, reason, remedy }: TemplateProblem): string {
  return `${place}: found ${value}, but ${reason}; ${remedy}`;
}
