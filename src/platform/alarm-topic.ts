import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { SlackAlarmChannel } from './slack-alarm-channel';
import type { NotificationSettings } from '../config/settings';

const ALARMS = new ServicePrincipal('cloudwatch.amazonaws.com');

/** Properties of `AlarmTopic`. */
export interface AlarmTopicProps {
  /** Key of the messages; CloudWatch gets the right to use it when it is made in the same app. */
  readonly encryptionKey: IKey;
  /**
   * Who hears of alarms.
   *
   * @default - nobody; the topic can be subscribed to later
   */
  readonly notifications?: NotificationSettings;
  /**
   * How names of Slack configurations begin; they are unique in an account.
   *
   * @default - the name of the stack
   */
  readonly namePrefix?: string;
}

/** The topic of every alarm of an account or environment, with the people and channels that hear of them. */
export class AlarmTopic extends Topic {
  public constructor(scope: Construct, id: string, props: AlarmTopicProps) {
    super(scope, id, { masterKey: props.encryptionKey, enforceSSL: true });
    this.letAlarmsPublish();
    letAlarmsUse(props.encryptionKey);

    const { email = [], slack = [] } = props.notifications ?? {};
    email.forEach((address) => this.addSubscription(new EmailSubscription(address)));
    for (const channel of slack) {
      new SlackAlarmChannel(this, `Slack-${channel.channelId}`, {
        channel,
        topics: [this],
        configurationName: `${props.namePrefix ?? Stack.of(this).stackName}-${channel.channelName}`,
      });
    }
  }

  /** Alarms of this account only: a topic that any account could use is a way to lie to operators. */
  private letAlarmsPublish(): void {
    const { account, region, partition } = Stack.of(this);
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: [ALARMS],
        actions: ['sns:Publish'],
        resources: [this.topicArn],
        conditions: {
          ArnLike: { 'aws:SourceArn': `arn:${partition}:cloudwatch:${region}:${account}:alarm:*` },
          StringEquals: { 'aws:SourceAccount': account },
        },
      }),
    );
  }
}

function letAlarmsUse(key: IKey): void {
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'cloudwatchToAlarmTopic',
      principals: [ALARMS],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      resources: ['*'],
    }),
  );
}
