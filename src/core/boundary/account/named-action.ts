import { actionMatches } from '../../iam/action-matching';
import type { Statement } from '../../iam/policy';

/** Whether a statement is about an action, whatever its resources and conditions. */
export function namesAction({ actions: { not, patterns } }: Statement, action: string): boolean {
  return patterns.some((pattern) => actionMatches(pattern, action)) !== not;
}
