import { decide, Execution, isOver, NextStep, tellsEnough } from './decide';
import { deployStack } from './deploy-stack';
import type { Ports } from './ports';
import type { SelfMutationSettings } from '../../src/core/contracts/self-mutation';

export interface RunningExecution {
  readonly executionId: string;
  readonly commitId: string;
}

/**
 * Deploys the pipeline's own stacks. Where that changed the definition that the running execution began with, another
 * execution of the same commit is started and this one stops; else it goes on. Every step looks at what is there first,
 * so that a run after one that was killed, refused or throttled ends where an undisturbed one would have.
 */
export async function updatePipeline(
  ports: Ports,
  settings: SelfMutationSettings,
  running: RunningExecution,
): Promise<void> {
  const before = await look(ports, settings, running);
  if (isOver(before.execution)) {
    ports.say(`execution ${running.executionId} is ${before.execution.status}: nothing is deployed for it any more`);
    return;
  }
  for (const stack of settings.stacks) await deployStack(ports, stack, `self-mutation-${running.executionId}`);
  const situation = {
    ...(await look(ports, settings, running)),
    commitId: running.commitId,
    pipelineUpdatedAt: await ports.stackOf(settings.stacks.at(-1)!).updatedAt(),
    maximumRestarts: settings.maximumRestarts,
  };
  await take(decide(situation), ports, settings, running, situation.execution);
}

async function look(
  { pipeline }: Ports,
  { pipelineName, maximumRestarts }: SelfMutationSettings,
  { executionId, commitId }: RunningExecution,
) {
  const history = await pipeline.history((executions) =>
    tellsEnough(executions, { executionId, commitId, maximumRestarts }),
  );
  const execution = history.find(({ id }) => id === executionId);
  if (!execution) {
    throw new Error(
      `pipeline ${pipelineName} has no execution ${executionId}: it was deleted or replaced; start the new pipeline, by pushing the tag again`,
    );
  }
  return { execution, history };
}

async function take(
  step: NextStep,
  ports: Ports,
  settings: SelfMutationSettings,
  running: RunningExecution,
  execution: Execution,
): Promise<void> {
  const { say } = ports;
  const { executionId, commitId } = running;
  switch (step.kind) {
    case 'continue':
      say('the pipeline is up to date: this execution goes on');
      return;
    case 'leave':
      say(`execution ${executionId} is ${execution.status}: the pipeline is up to date, but is not restarted`);
      return;
    case 'yield':
      say(
        step.sameCommit
          ? `the pipeline changed, and execution ${step.to.id} (${step.to.status}) already deploys commit ${commitId} with it: this execution stops; if that one failed, retry its failed stage`
          : `the pipeline changed, and the later execution ${step.to.id} deploys a newer commit with it: this execution stops`,
      );
      await ports.pipeline.stop(executionId, `Pipeline changed; execution ${step.to.id} carries on`);
      return;
    case 'giveUp':
      throw new Error(
        `commit ${commitId} restarted the pipeline ${step.restarts} times, and its definition changed again: the synthesis differs from run to run. Compare the changes listed above with those of the earlier executions, and look for a time, a random value, an unordered list, a looked-up value or an asset that is built anew; then push the tag again`,
      );
    case 'restart':
      await restart(ports, settings, running);
  }
}

async function restart(
  { pipeline, say }: Ports,
  { pipelineName }: SelfMutationSettings,
  { executionId, commitId }: RunningExecution,
): Promise<void> {
  let successor: string;
  try {
    successor = await pipeline.start(commitId, `restart-${executionId}`);
  } catch (error) {
    throw new Error(
      `the pipeline changed, but an execution of ${pipelineName} with commit ${commitId} could not be started; retry this action, which starts nothing twice, or push the tag again`,
      { cause: error },
    );
  }
  say(`the pipeline changed: execution ${successor} deploys commit ${commitId} with it, this execution stops`);
  await pipeline.stop(executionId, `Pipeline changed; restarted as ${successor}`);
}
