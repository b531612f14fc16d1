import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { required } from './backend-resources';
import { KEY_ACTIONS } from './rights';
import type { MadeTrigger, TriggeredFunction } from './trigger';
import type { QueueTrigger } from '../core/contracts/functions';
import { QUEUES } from '../core/contracts/queues';

/** What Lambda needs to read a queue in the name of a function. */
const RECEIVE_ACTIONS = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

export function queueTrigger(
  { scope, contract, resources }: TriggeredFunction,
  { queue: id, batchSize, batchWindowSeconds }: QueueTrigger,
): MadeTrigger {
  const queue = required(resources.queues?.[id], `the queue ${id}`, contract);
  const keyUse = { key: queue.encryptionMasterKey, service: 'sqs', actions: KEY_ACTIONS.queueReceive } as const;
  return {
    rights: [{ actions: RECEIVE_ACTIONS, resource: queue.queueArn, keyUse }],
    connect(target) {
      new EventSourceMapping(scope, `${QUEUES[id].constructId}Trigger`, {
        target,
        eventSourceArn: queue.queueArn,
        batchSize,
        maxBatchingWindow: Duration.seconds(batchWindowSeconds),
        reportBatchItemFailures: true,
      });
    },
  };
}
