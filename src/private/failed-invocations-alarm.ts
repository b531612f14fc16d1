import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { alarm } from './alarms';

export interface FailedInvocationsAlarmProps {
  readonly alarmTopic: ITopic;
  readonly ruleName: string;
  /** @default - a rule of the account's default bus */
  readonly busName?: string;
  readonly alarmDescription: string;
}

/** Tells when a rule could not reach its target. */
export function failedInvocationsAlarm(scope: Construct, props: FailedInvocationsAlarmProps): void {
  const { alarmTopic, ruleName, busName, alarmDescription } = props;
  alarm(scope, 'FailedInvocationsAlarm', {
    alarmTopic,
    metric: new Metric({
      namespace: 'AWS/Events',
      metricName: 'FailedInvocations',
      dimensionsMap: { ...(busName !== undefined && { EventBusName: busName }), RuleName: ruleName },
      statistic: 'Sum',
      period: Duration.minutes(5),
    }),
    threshold: 1,
    alarmDescription,
  });
}
