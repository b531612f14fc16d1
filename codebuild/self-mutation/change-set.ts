import type { ChangeSet } from './ports';

export type Verdict = 'changes' | 'noChanges' | 'outdated' | 'failed';

/**
 * How CloudFormation says that a change set is empty: by failing it, with one of these reasons (the second one where the
 * template has a transform). The CDK's command line knows an empty change set by the same words.
 */
const EMPTY = ["The submitted information didn't contain changes.", 'No updates are to be performed.'];

/** Execution statuses of a change set that was overtaken by another deployment of its stack. */
const OVERTAKEN = ['OBSOLETE', 'UNAVAILABLE'];

/** What a change set's own status says about the stack. */
export function verdictOn({ status, statusReason, executionStatus }: ChangeSet): Verdict {
  if (status === 'CREATE_COMPLETE') return OVERTAKEN.includes(executionStatus) ? 'outdated' : 'changes';
  return status === 'FAILED' && EMPTY.some((reason) => statusReason.startsWith(reason)) ? 'noChanges' : 'failed';
}
