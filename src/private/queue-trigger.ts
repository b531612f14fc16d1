import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping, Function } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { required } from './backend-resources';
import { operatorOutput } from './outputs';
import { KEY_ACTIONS, Right } from './rights';
import type { MadeTrigger, TriggeredFunction } from './trigger';
import type { QueueTrigger } from '../core/contracts/functions';
import { canOnlyFunctionsRead, QUEUES } from '../core/contracts/queues';

/** What Lambda needs to read a queue in the name of a function. */
const RECEIVE_ACTIONS = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

/**
 * Connects a queue to its function. Where nobody but functions can read the queue, its dead letters get a mapping to the
 * same function too, disabled: operators enable it once the cause is mended, because they can't move such messages.
 */
export function queueTrigger(triggered: TriggeredFunction, trigger: QueueTrigger): MadeTrigger {
  const { contract, resources } = triggered;
  const queueContract = QUEUES[trigger.queue];
  const queue = required(resources.queues?.[trigger.queue], `the queue ${trigger.queue}`, contract);
  const deadLetters = canOnlyFunctionsRead(queueContract)
    ? required(resources.deadLetterQueues?.[trigger.queue], `the dead letters of ${trigger.queue}`, contract)
    : undefined;
  return {
    rights: [receiveRight(queue), ...(deadLetters ? [receiveRight(deadLetters)] : [])],
    connect(target) {
      mapping(triggered, trigger, { id: `${queueContract.constructId}Trigger`, target, queue });
      if (!deadLetters) return;
      const id = `${queueContract.constructId}Redrive`;
      const redrive = mapping(triggered, trigger, { id, target, queue: deadLetters, enabled: false });
      operatorOutput(
        triggered.scope,
        `${id}Mapping`,
        redrive.eventSourceMappingId,
        `Event source mapping that processes the dead letters of ${queueContract.constructId} again while it is enabled`,
      );
    },
  };
}

function receiveRight({ queueArn, encryptionMasterKey }: IQueue): Right {
  const keyUse = { key: encryptionMasterKey, service: 'sqs', actions: KEY_ACTIONS.queueReceive } as const;
  return { actions: RECEIVE_ACTIONS, resource: queueArn, keyUse };
}

interface MappingSettings {
  readonly id: string;
  readonly target: Function;
  readonly queue: IQueue;
  readonly enabled?: boolean;
}

function mapping(
  { scope }: TriggeredFunction,
  { batchSize, batchWindowSeconds }: QueueTrigger,
  { id, target, queue, enabled }: MappingSettings,
): EventSourceMapping {
  return new EventSourceMapping(scope, id, {
    target,
    eventSourceArn: queue.queueArn,
    batchSize,
    maxBatchingWindow: Duration.seconds(batchWindowSeconds),
    reportBatchItemFailures: true,
    enabled,
  });
}
