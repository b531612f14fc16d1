import type { TemplateProblem } from '../deployed-template';
import type { BoundaryFinding } from '../finding';

export function problemFinding(rule: string, { place, value, reason, remedy }: TemplateProblem): BoundaryFinding {
  return { rule, severity: 'error', description: `${place}: found ${value}, but ${reason}`, change: remedy };
}
