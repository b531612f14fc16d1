import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { required } from './backend-resources';
import { deadLetterQueue } from './dead-letter-queue';
import { KEY_ACTIONS } from './rights';
import type { MadeTrigger, TriggeredFunction } from './trigger';
import type { StreamTrigger } from '../core/contracts/functions';
import { TABLES } from '../core/contracts/tables';
import { acknowledge } from '../nag/library-acknowledgements';

/**
 * What Lambda needs to read a stream in the name of a function
 * (https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-eventsourcemapping.html).
 */
const READ_ACTIONS = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
  (action) => `dynamodb:${action}`,
);

/** Where records begin and end that the stream gave up is told to a queue; the items are still in their table. */
export function streamTrigger(
  { scope: parent, contract, resources }: TriggeredFunction,
  { table: id, batchSize, maxRetries }: StreamTrigger,
): MadeTrigger {
  const { constructId } = TABLES[id];
  const scope = new Construct(parent, `${constructId}Stream`);
  const table = required(resources.tables[id], `the table ${id}`, contract);
  const eventSourceArn = required(table.tableStreamArn, `the stream of the table ${id}`, contract);
  const queue = deadLetterQueue(scope, {
    encryptionKey: resources.sharedKey,
    alarmTopic: resources.alarmTopic,
    alarmDescription: `${contract.constructId} failed for new items of ${constructId}: its dead-letter queue says which part of the stream, its log why`,
  });
  acknowledgeFindings(queue);
  return {
    rights: [
      {
        actions: READ_ACTIONS,
        resource: eventSourceArn,
        keyUse: { key: table.encryptionKey, service: 'dynamodb', actions: KEY_ACTIONS.tableRead },
      },
      {
        actions: ['sqs:SendMessage'],
        resource: queue.queueArn,
        keyUse: { key: queue.encryptionMasterKey, service: 'sqs', actions: KEY_ACTIONS.queueSend },
      },
    ],
    connect(target) {
      new EventSourceMapping(scope, 'Trigger', {
        target,
        eventSourceArn,
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize,
        filters: [FilterCriteria.filter({ eventName: FilterRule.isEqual('INSERT') })],
        retryAttempts: maxRetries,
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        // The CDK's own destination would also grant the right to send, which stands in the function's policy.
        onFailure: { bind: () => ({ destination: queue.queueArn }) },
      });
    },
  };
}

function acknowledgeFindings(queue: Queue): void {
  acknowledge(queue, ['AwsSolutions-SQS3'], 'The queue is where failures of a stream go; nothing reads it by itself');
}
