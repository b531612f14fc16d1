import { Duration, Stack } from 'aws-cdk-lib';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { alarm } from './alarms';
import type { BackendResources } from './backend-resources';
import type { FunctionContract } from '../core/contracts/functions';

/**
 * Tells when a function is throttled, when it fails, when it logs an error (most failures end in an answer or in a
 * message that comes again, which is no failure of the call), and of the lines that its contract watches.
 */
export function addHandlerAlarms(
  scope: Construct,
  handler: Function,
  logGroup: LogGroup,
  { constructId, watchedLines = [] }: FunctionContract,
  { alarmTopic }: BackendResources,
): void {
  // A function can serve in several stacks, and the alarm of one must not ring for another.
  const metricNamespace = Stack.of(scope).stackName;
  const perFiveMinutes = { statistic: 'Sum', period: Duration.minutes(5) };
  alarm(scope, 'ThrottleAlarm', {
    alarmTopic,
    metric: handler.metricThrottles(perFiveMinutes),
    threshold: 1,
    alarmDescription: `${constructId} was throttled: calls were refused or delayed`,
  });
  alarm(scope, 'ErrorAlarm', {
    alarmTopic,
    metric: handler.metricErrors(perFiveMinutes),
    threshold: 1,
    alarmDescription: `${constructId} failed: look into its log for the error`,
  });
  const errorLines = new MetricFilter(scope, 'ErrorLines', {
    logGroup,
    filterPattern: FilterPattern.stringValue('$.level', '=', 'ERROR'),
    metricNamespace,
    metricName: `${constructId}ErrorLines`,
  });
  alarm(scope, 'ErrorLinesAlarm', {
    alarmTopic,
    metric: errorLines.metric(perFiveMinutes),
    threshold: 1,
    alarmDescription: `${constructId} logged an error: its log says which`,
  });
  for (const { message, attribute, value, metricName, description } of watchedLines) {
    const lines = new MetricFilter(scope, `${metricName}-lines`, {
      logGroup,
      filterPattern: FilterPattern.all(
        FilterPattern.stringValue('$.message', '=', message),
        FilterPattern.stringValue(`$.${attribute}`, '=', value),
      ),
      metricNamespace,
      metricName,
    });
    alarm(scope, `${metricName}-alarm`, {
      alarmTopic,
      metric: lines.metric({ statistic: 'Sum', period: Duration.days(1) }),
      threshold: 1,
      alarmDescription: description,
    });
  }
}
