import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator } from 'aws-cdk-lib/aws-cloudwatch';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { canOnlyFunctionsRead, QueueContract } from '../../core/contracts/queues';
import { alarm } from '../../private/alarms';
import { deadLetterQueue } from '../../private/dead-letter-queue';

export interface ContractQueueProps {
  readonly contract: QueueContract;
  readonly encryptionKey: IKey;
  readonly alarmTopic: ITopic;
}

/** A queue as its contract says, with its dead-letter queue and the alarms that tell when messages wait or fail. */
export class ContractQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetterQueue: Queue;

  constructor(scope: Construct, { contract, encryptionKey, alarmTopic }: ContractQueueProps) {
    super(scope, `${contract.constructId}Queue`);
    const visibilityTimeout = Duration.seconds(contract.visibilitySeconds);
    this.deadLetterQueue = deadLetterQueue(this, {
      encryptionKey,
      alarmTopic,
      alarmDescription: `A message of the queue ${contract.constructId} failed for good: look into its dead-letter queue`,
      ...(canOnlyFunctionsRead(contract) && { visibilityTimeout }),
    });
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: encryptionKey,
      enforceSSL: true,
      visibilityTimeout,
      retentionPeriod: Duration.hours(contract.retentionHours),
      deadLetterQueue: { queue: this.deadLetterQueue, maxReceiveCount: contract.maxReceives },
    });
    this.addAgeAlarm(contract, alarmTopic);
  }

  private addAgeAlarm({ constructId, retentionHours }: QueueContract, alarmTopic: ITopic): void {
    alarm(this, 'MessageAgeAlarm', {
      alarmTopic,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum', period: Duration.minutes(5) }),
      threshold: Duration.hours(retentionHours).toSeconds() / 2,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 3,
      alarmDescription: `A message of the queue ${constructId} waits for more than half of its retention: it will be lost`,
    });
  }
}
