import { randomUUID } from 'node:crypto';
import { Refusal } from './refusal';

export interface ScriptedExecution {
  readonly id: string;
  readonly commit: string;
  readonly startedAt: number;
  readonly trigger: 'WebhookV2' | 'StartPipelineExecution';
  readonly type?: 'STANDARD' | 'ROLLBACK';
  status: string;
  /** Whether the source action has run: before, the history doesn't tell the commit. */
  hasSource: boolean;
  stopReason?: string;
  /** Whether the stop took the running action away. */
  isAbandoned?: boolean;
}

const PAGE = 2;

/** A pipeline with as much of CodePipeline's behaviour as restarts and stops need. */
export class ScriptedPipeline {
  /** Oldest first. */
  public readonly executions: ScriptedExecution[] = [];
  public exists = true;
  /** For how long a token is remembered is not documented: an hour later, the history may have to do. */
  public forgetsTokens = false;
  private readonly byToken = new Map<string, ScriptedExecution>();

  public constructor(
    private readonly name: string,
    private readonly now: () => number,
  ) {}

  /** What happens outside of this program: a tag is pushed, a person starts the pipeline. */
  public begin(commit: string, changes: Partial<ScriptedExecution> = {}): ScriptedExecution {
    const execution: ScriptedExecution = {
      id: randomUUID(),
      commit,
      startedAt: this.now(),
      trigger: 'WebhookV2',
      status: 'InProgress',
      hasSource: true,
      ...changes,
    };
    this.executions.push(execution);
    return execution;
  }

  /** The action that runs the program ends. */
  public endAction(execution: ScriptedExecution, succeeded: boolean): void {
    if (execution.status === 'Stopping') execution.status = 'Stopped';
    if (execution.status === 'InProgress' && !succeeded) execution.status = 'Failed';
  }

  /** A person retries the failed stage. */
  public retryStage(execution: ScriptedExecution): void {
    if (execution.status === 'Failed') execution.status = 'InProgress';
  }

  /** The definition is updated: an execution inside a stage may be cancelled by that. */
  public cancelRunning(): void {
    for (const execution of this.executions) if (execution.status === 'InProgress') execution.status = 'Cancelled';
  }

  public answer(operation: string, input: any): unknown {
    if (!this.exists || (input.name ?? input.pipelineName) !== this.name) {
      throw new Refusal('PipelineNotFoundException', `Account does not have a pipeline with name '${this.name}'`);
    }
    switch (operation) {
      case 'ListPipelineExecutions':
        return this.list(Number(input.nextToken ?? 0));
      case 'GetPipelineExecution':
        return { pipelineExecution: { status: this.find(input.pipelineExecutionId).status } };
      case 'StartPipelineExecution':
        return this.start(input);
      case 'StopPipelineExecution':
        return this.stop(input);
      default:
        throw new Refusal('InvalidAction', operation);
    }
  }

  private list(from: number) {
    const newestFirst = [...this.executions].reverse();
    const to = from + PAGE;
    return {
      pipelineExecutionSummaries: newestFirst.slice(from, to).map((execution) => ({
        pipelineExecutionId: execution.id,
        status: execution.status,
        startTime: execution.startedAt / 1_000,
        executionType: execution.type ?? 'STANDARD',
        trigger: { triggerType: execution.trigger },
        sourceRevisions: execution.hasSource ? [{ actionName: 'Source', revisionId: execution.commit }] : [],
      })),
      nextToken: to < newestFirst.length ? String(to) : undefined,
    };
  }

  private start({ clientRequestToken, sourceRevisions: [revision] }: any) {
    const known = this.byToken.get(clientRequestToken);
    if (known) return { pipelineExecutionId: known.id };
    if (revision.actionName !== 'Source' || revision.revisionType !== 'COMMIT_ID') {
      throw new Refusal('ValidationException', 'the source revision names no source action');
    }
    const hasSource = this.forgetsTokens;
    const execution = this.begin(revision.revisionValue, { trigger: 'StartPipelineExecution', hasSource });
    if (!this.forgetsTokens) this.byToken.set(clientRequestToken, execution);
    return { pipelineExecutionId: execution.id };
  }

  private stop({ pipelineExecutionId, abandon, reason }: any) {
    const execution = this.find(pipelineExecutionId);
    if (reason.length > 200) throw new Refusal('ValidationException', 'reason is longer than 200 characters');
    if (execution.status === 'Stopping') throw new Refusal('DuplicatedStopRequestException', 'already stopping');
    if (execution.status !== 'InProgress') {
      throw new Refusal('PipelineExecutionNotStoppableException', `the execution is ${execution.status}`);
    }
    execution.status = abandon ? 'Stopped' : 'Stopping';
    execution.isAbandoned = abandon;
    execution.stopReason = reason;
    return { pipelineExecutionId };
  }

  private find(id: string): ScriptedExecution {
    const execution = this.executions.find((candidate) => candidate.id === id);
    if (!execution) throw new Refusal('PipelineExecutionNotFoundException', `no execution ${id}`);
    return execution;
  }
}
