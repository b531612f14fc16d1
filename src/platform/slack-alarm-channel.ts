import { SlackChannelConfiguration } from 'aws-cdk-lib/aws-chatbot';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { SlackChannelSettings } from '../config/settings';
import { acknowledge } from '../nag/library-acknowledgements';

/** Properties of `SlackAlarmChannel`. */
export interface SlackAlarmChannelProps {
  /** The channel; its workspace is authorised once per account, by hand. */
  readonly channel: SlackChannelSettings;
  /** Topics whose messages arrive in the channel. */
  readonly topics: ITopic[];
  /** Name of the configuration, unique in the account. */
  readonly configurationName: string;
}

/** A Slack channel where alarms arrive, and from which metrics and logs can be looked at, but nothing changed. */
export class SlackAlarmChannel extends Construct {
  public constructor(scope: Construct, id: string, { channel, topics, configurationName }: SlackAlarmChannelProps) {
    super(scope, id);
    // Guardrails bound what the role may do from a channel, so each right stands in both lists.
    const policies = [ManagedPolicy.fromAwsManagedPolicyName('job-function/ViewOnlyAccess'), this.lookIntoAlarms()];
    const configuration = new SlackChannelConfiguration(this, 'Configuration', {
      slackChannelConfigurationName: configurationName,
      slackChannelId: channel.channelId,
      slackWorkspaceId: channel.workspaceId,
      notificationTopics: topics,
      guardrailPolicies: policies,
    });
    policies.forEach((policy) => configuration.role!.addManagedPolicy(policy));
    acknowledge(
      configuration.role!,
      ['AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/job-function/ViewOnlyAccess]'],
      'Operators look around from the channel; the managed policy of AWS grows with the services and grants no change and no data',
    );
  }

  /** What an alarm makes people want to see, and ViewOnlyAccess leaves out. */
  private lookIntoAlarms(): ManagedPolicy {
    const policy = new ManagedPolicy(this, 'LookIntoAlarms', {
      description: 'Looks into alarms, metrics and logs of the account from a chat channel',
      statements: [
        new PolicyStatement({
          actions: [
            'cloudwatch:DescribeAlarmHistory',
            'cloudwatch:GenerateQuery',
            'cloudwatch:GetDashboard',
            'cloudwatch:GetMetricData',
            'cloudwatch:ListDashboards',
            'cloudwatch:ListMetrics',
            'logs:GetQueryResults',
            'logs:StartQuery',
          ],
          resources: ['*'],
        }),
      ],
    });
    acknowledge(
      policy,
      ['AwsSolutions-IAM5[Resource::*]'],
      'An alarm can be about any log group or metric of the account; these actions read no data of the service',
    );
    return policy;
  }
}
