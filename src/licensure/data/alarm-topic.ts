import { Stack } from 'aws-cdk-lib';
import { SlackChannelConfiguration } from 'aws-cdk-lib/aws-chatbot';
import { ManagedPolicy, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { SlackChannelSettings } from '../../config/settings';
import { acknowledge } from '../../nag/library-acknowledgements';
import { Deployment, physicalName } from '../../private/deployment';

/** The topic of every alarm, with the people and channels that hear of them. */
export class AlarmTopic extends Topic {
  constructor(scope: Construct, id: string, deployment: Deployment, masterKey: IKey) {
    super(scope, id, { masterKey, enforceSSL: true });
    const { account, region, partition } = Stack.of(this);
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topicArn],
        conditions: {
          ArnLike: { 'aws:SourceArn': `arn:${partition}:cloudwatch:${region}:${account}:alarm:*` },
          StringEquals: { 'aws:SourceAccount': account },
        },
      }),
    );
    const { email = [], slack = [] } = deployment.settings.environment.notifications ?? {};
    email.forEach((address) => this.addSubscription(new EmailSubscription(address)));
    slack.forEach((channel) => this.addChannel(channel, deployment));
  }

  /** A channel where alarms arrive and where their logs and metrics can be looked at. */
  private addChannel({ channelName, channelId, workspaceId }: SlackChannelSettings, deployment: Deployment): void {
    const channel = new SlackChannelConfiguration(this, `Slack-${channelId}`, {
      slackChannelConfigurationName: physicalName(deployment, channelName),
      slackChannelId: channelId,
      slackWorkspaceId: workspaceId,
      notificationTopics: [this],
      guardrailPolicies: [ManagedPolicy.fromAwsManagedPolicyName('job-function/ViewOnlyAccess')],
    });
    channel.role!.addManagedPolicy(ManagedPolicy.fromAwsManagedPolicyName('job-function/ViewOnlyAccess'));
    acknowledge(
      channel,
      ['AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/job-function/ViewOnlyAccess]'],
      'Operators look around from the channel; the managed policy of AWS grows with the services and grants no change and no data',
    );
  }
}
