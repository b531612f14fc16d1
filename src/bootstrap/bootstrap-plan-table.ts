import { placeName } from './bootstrap-places';
import type { BootstrapStep } from './bootstrap-plan';

/** A plan as rows of a table; the first one is the header. */
export function bootstrapPlanRows(steps: readonly BootstrapStep[]): string[][] {
  return [
    ['step', 'phase', 'account', 'for', 'command', 'why'],
    ...steps.map((step, index) => [
      String(index + 1),
      step.phase,
      placeName(step),
      step.environments.join(', '),
      step.argv.map(quoted).join(' '),
      step.why,
    ]),
  ];
}

/** As a POSIX shell reads it back. */
function quoted(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replace(/'/g, `'\\''`)}'`;
}
