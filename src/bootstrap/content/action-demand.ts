import { isReserved } from './reserved-actions';
import { displayed, Problem } from '../../config/problem';
import { ActionUse, mergedUses } from '../../core/boundary/fold/action-use';
import type { StackActions } from '../../core/boundary/fold/fold-breakdown';

/** Actions that a boundary is to allow, with what they are needed for and by whom. */
export interface ActionDemand {
  readonly uses: readonly ActionUse[];
  readonly stacks: readonly StackActions[];
}

/** One need of one stack. */
export interface StackUse extends ActionUse {
  readonly stack: string;
  /** Where it comes from, for people. */
  readonly place: string;
}

export function actionDemand(uses: readonly StackUse[]): ActionDemand {
  const stacks = new Map<string, Set<string>>();
  for (const { stack, action } of uses) {
    if (!stacks.has(stack)) stacks.set(stack, new Set());
    stacks.get(stack)!.add(action);
  }
  return {
    uses: mergedUses(uses),
    stacks: [...stacks].map(([stack, actions]) => ({ stack, actions: [...actions].sort() })),
  };
}

/** What no content may have, because the boundary could be escaped by it; each action once, where it is needed first. */
export function reservedProblems(uses: readonly StackUse[]): Problem[] {
  const first = new Map<string, StackUse>();
  for (const use of uses) if (isReserved(use.action) && !first.has(use.action)) first.set(use.action, use);
  return [...first.values()].map(({ action, place }) => ({
    file: 'boundary content',
    path: place,
    value: displayed(action),
    reason: 'the boundary never allows it, or else it could be escaped',
    remedy: 'do without it in stacks: whoever bootstraps the account can do it once',
  }));
}
