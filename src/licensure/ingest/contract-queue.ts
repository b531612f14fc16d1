import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator } from 'aws-cdk-lib/aws-cloudwatch';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { QueueContract } from '../../core/contracts/queues';
import { alarm } from '../../private/alarms';

/** Longer than any weekend: a message that failed waits for somebody to look at it. */
const DEAD_LETTER_RETENTION = Duration.days(14);

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
    const common = { encryption: QueueEncryption.KMS, encryptionMasterKey: encryptionKey, enforceSSL: true };
    this.deadLetterQueue = new Queue(this, 'DeadLetterQueue', { ...common, retentionPeriod: DEAD_LETTER_RETENTION });
    this.queue = new Queue(this, 'Queue', {
      ...common,
      visibilityTimeout: Duration.seconds(contract.visibilitySeconds),
      retentionPeriod: Duration.hours(contract.retentionHours),
      deadLetterQueue: { queue: this.deadLetterQueue, maxReceiveCount: contract.maxReceives },
    });
    this.addAlarms(contract, alarmTopic);
  }

  private addAlarms({ constructId, retentionHours }: QueueContract, alarmTopic: ITopic): void {
    const period = Duration.minutes(5);
    alarm(this, 'MessageAgeAlarm', {
      alarmTopic,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum', period }),
      threshold: Duration.hours(retentionHours).toSeconds() / 2,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 3,
      alarmDescription: `A message of the queue ${constructId} waits for more than half of its retention: it will be lost`,
    });
    alarm(this, 'DeadLetterAlarm', {
      alarmTopic,
      metric: this.deadLetterQueue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', period }),
      threshold: 1,
      alarmDescription: `A message of the queue ${constructId} failed for good: look into its dead-letter queue`,
    });
  }
}
