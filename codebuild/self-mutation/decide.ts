/** An execution of the pipeline as its history shows it. */
export interface Execution {
  readonly id: string;
  /** Status in the words of CodePipeline, e.g. `InProgress`. */
  readonly status: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Absent until the source action has run. */
  readonly commitId?: string;
  /** Whether StartPipelineExecution started it, as this program does, and not a tag or a branch. */
  readonly startedByCall: boolean;
}

/** What is known after the stacks were deployed. */
export interface Situation {
  /** Execution that this program runs in. */
  readonly execution: Execution;
  /** Commit that it deploys. */
  readonly commitId: string;
  /** Executions of the pipeline, newest first, at least as far back as `tellsEnough` asks for. */
  readonly history: readonly Execution[];
  /** When the last deployment of the pipeline's stack ended, milliseconds since 1970. */
  readonly pipelineUpdatedAt: number;
  /** How often one commit may restart the pipeline. */
  readonly maximumRestarts: number;
}

export type NextStep =
  /** The pipeline is as this execution's commit wants it: the next stage may begin. */
  | { readonly kind: 'continue' }
  /** Another execution does what this one would be restarted for. */
  | { readonly kind: 'yield'; readonly to: Execution; readonly sameCommit: boolean }
  | { readonly kind: 'restart' }
  /** Every restart finds another definition: no further one would help. */
  | { readonly kind: 'giveUp'; readonly restarts: number }
  /** This execution ended, or is about to: nothing is done in its name. */
  | { readonly kind: 'leave' };

/**
 * Statuses after which CodePipeline starts no further action of an execution. `Cancelled` and `Failed` aren't among them:
 * an update of the definition cancels the execution that made it, and the build of a failed one can be run again; both
 * still owe a restart.
 */
const OVER: ReadonlySet<string> = new Set(['Stopped', 'Stopping', 'Superseded', 'Succeeded']);

export function isOver({ status }: Execution): boolean {
  return OVER.has(status);
}

/**
 * An update of the pipeline after this execution began changed the definition that it runs by, whoever made it: this run
 * of the program, one before it that was killed, or another execution. Such an execution must not go on.
 */
export function decide(situation: Situation): NextStep {
  const { execution, pipelineUpdatedAt, maximumRestarts } = situation;
  if (isOver(execution)) return { kind: 'leave' };
  if (pipelineUpdatedAt <= execution.startedAt) return { kind: 'continue' };
  const successor = successorOf(situation);
  if (successor) return { kind: 'yield', to: successor, sameCommit: true };
  const newer = newerCommitOf(situation);
  if (newer) return { kind: 'yield', to: newer, sameCommit: false };
  const restarts = restartsBefore(situation);
  return restarts < maximumRestarts ? { kind: 'restart' } : { kind: 'giveUp', restarts };
}

/**
 * The execution that already deploys the same commit with the updated pipeline. It stays the successor when it fails or
 * is stopped: its own stages can be retried, and a second one would race with them.
 */
function successorOf({ execution, commitId, history, pipelineUpdatedAt }: Situation): Execution | undefined {
  return history.find(
    (other) => other.id !== execution.id && other.commitId === commitId && other.startedAt > pipelineUpdatedAt,
  );
}

/**
 * A later execution of another commit that is still running: restarting the older commit behind it would deploy the older
 * one last, and the two would replace each other's definition in turn. A call whose commit isn't known yet may be this
 * execution's own restart, so it doesn't count.
 */
function newerCommitOf({ execution, commitId, history }: Situation): Execution | undefined {
  return history.find(
    (other) =>
      other.startedAt > execution.startedAt &&
      other.status === 'InProgress' &&
      (other.commitId === undefined ? !other.startedByCall : other.commitId !== commitId),
  );
}

/**
 * How many restarts led to this execution: executions of its commit that were started by call, back to the one that a
 * trigger started. A call after a success is somebody's wish to deploy again, not a restart.
 */
function restartsBefore({ execution, commitId, history }: Situation): number {
  const chain = chainOf(history, execution.id, commitId);
  return chain.findIndex(({ startedByCall }, position) => {
    const earlier = chain[position + 1];
    return !startedByCall || earlier === undefined || earlier.status === 'Succeeded';
  });
}

/** Whether older executions than those of `history` can't change the decision. */
export function tellsEnough(
  history: readonly Execution[],
  { executionId, commitId, maximumRestarts }: { executionId: string; commitId: string; maximumRestarts: number },
): boolean {
  return chainOf(history, executionId, commitId).length > maximumRestarts;
}

/** The execution, and the earlier ones of its commit, newest first. */
function chainOf(history: readonly Execution[], executionId: string, commitId: string): readonly Execution[] {
  const position = history.findIndex(({ id }) => id === executionId);
  if (position < 0) return [];
  return history.slice(position).filter((other) => other.id === executionId || other.commitId === commitId);
}
