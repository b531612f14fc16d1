import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { alarm } from './alarms';

/** Longer than any weekend: what failed waits for somebody to look at it. It is also the most that SQS keeps a message. */
const RETENTION = Duration.days(14);

export interface DeadLetterQueueProps {
  readonly encryptionKey: IKey;
  readonly alarmTopic: ITopic;
  /** What it means that something is in the queue, and what to do: text of the alarm. */
  readonly alarmDescription: string;
  /**
   * How long a received message is hidden; a function that reads the queue must end within it.
   * @default 30 seconds, for people who look into the queue
   */
  readonly visibilityTimeout?: Duration;
}

/** Makes, in `scope`, the queue of what failed for good, and the alarm that tells of the first message in it. */
export function deadLetterQueue(
  scope: Construct,
  { encryptionKey, alarmTopic, alarmDescription, visibilityTimeout }: DeadLetterQueueProps,
): Queue {
  const queue = new Queue(scope, 'DeadLetterQueue', {
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: encryptionKey,
    enforceSSL: true,
    retentionPeriod: RETENTION,
    visibilityTimeout,
  });
  alarm(scope, 'DeadLetterAlarm', {
    alarmTopic,
    metric: queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', period: Duration.minutes(5) }),
    threshold: 1,
    alarmDescription,
  });
  return queue;
}
