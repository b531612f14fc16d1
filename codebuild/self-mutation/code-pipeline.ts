import {
  CodePipelineClient,
  DuplicatedStopRequestException,
  GetPipelineExecutionCommand,
  paginateListPipelineExecutions,
  PipelineExecutionNotStoppableException,
  PipelineExecutionSummary,
  StartPipelineExecutionCommand,
  StopPipelineExecutionCommand,
} from '@aws-sdk/client-codepipeline';
import { Execution } from './decide';
import type { Pipeline } from './ports';
import type { SelfMutationSettings } from '../../src/core/contracts/self-mutation';

export class CodePipeline implements Pipeline {
  public constructor(
    private readonly client: CodePipelineClient,
    private readonly settings: Pick<SelfMutationSettings, 'pipelineName' | 'sourceActionName'>,
  ) {}

  public async history(isEnough: (executions: readonly Execution[]) => boolean): Promise<readonly Execution[]> {
    const executions: Execution[] = [];
    const input = { pipelineName: this.settings.pipelineName };
    for await (const page of paginateListPipelineExecutions({ client: this.client }, input)) {
      for (const summary of page.pipelineExecutionSummaries ?? []) {
        // A stage that was rolled back appears as an execution of its own, which runs that stage only.
        if (summary.executionType !== 'ROLLBACK') executions.push(this.executionOf(summary));
      }
      if (isEnough(executions)) break;
    }
    return executions;
  }

  public async start(commitId: string, token: string): Promise<string> {
    const { pipelineExecutionId } = await this.client.send(
      new StartPipelineExecutionCommand({
        name: this.settings.pipelineName,
        clientRequestToken: token,
        sourceRevisions: [
          { actionName: this.settings.sourceActionName, revisionType: 'COMMIT_ID', revisionValue: commitId },
        ],
      }),
    );
    return pipelineExecutionId!;
  }

  /** Not abandoned: the one action that is running is this program, which is about to end, and its log stays whole. */
  public async stop(executionId: string, reason: string): Promise<void> {
    const pipelineName = this.settings.pipelineName;
    try {
      await this.client.send(
        new StopPipelineExecutionCommand({ pipelineName, pipelineExecutionId: executionId, abandon: false, reason }),
      );
    } catch (error) {
      if (error instanceof DuplicatedStopRequestException) return;
      if (error instanceof PipelineExecutionNotStoppableException && !(await this.isRunning(executionId))) return;
      throw new Error(
        `execution ${executionId} could not be stopped, so this action fails instead: the pipeline must not go on with its old definition`,
        { cause: error },
      );
    }
  }

  private async isRunning(pipelineExecutionId: string): Promise<boolean> {
    const { pipelineExecution } = await this.client.send(
      new GetPipelineExecutionCommand({ pipelineName: this.settings.pipelineName, pipelineExecutionId }),
    );
    return pipelineExecution?.status === 'InProgress';
  }

  private executionOf(summary: PipelineExecutionSummary): Execution {
    const { pipelineExecutionId, status, startTime, sourceRevisions = [], trigger } = summary;
    const source = sourceRevisions.find(({ actionName }) => actionName === this.settings.sourceActionName);
    return {
      id: pipelineExecutionId!,
      status: status!,
      startedAt: startTime!.getTime(),
      commitId: source?.revisionId,
      startedByCall: trigger?.triggerType === 'StartPipelineExecution',
    };
  }
}
