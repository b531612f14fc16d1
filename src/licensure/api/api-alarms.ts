import { Duration } from 'aws-cdk-lib';
import type { Stage } from 'aws-cdk-lib/aws-apigateway';
import { ComparisonOperator } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { alarm } from '../../private/alarms';

/** Just below the timeout of the functions behind the gateway. */
const SLOW_MILLISECONDS = 25_000;

/** Alarms of one API (spec 03 section 2.8). */
export function addApiAlarms(scope: Construct, name: string, stage: Stage, alarmTopic: ITopic): void {
  const period = Duration.minutes(5);
  alarm(scope, 'ServerErrorAlarm', {
    alarmTopic,
    metric: stage.metricServerError({ statistic: 'Sum', period }),
    threshold: 1,
    alarmDescription: `${name} answered with a server error`,
  });
  alarm(scope, 'ClientErrorAlarm', {
    alarmTopic,
    metric: stage.metricClientError({ statistic: 'Average', period }),
    threshold: 0.5,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: 6,
    alarmDescription: `${name} refused more than half of its requests for half an hour`,
  });
  alarm(scope, 'LatencyAlarm', {
    alarmTopic,
    metric: stage.metricLatency({ statistic: 'p95', period }),
    threshold: SLOW_MILLISECONDS,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: 3,
    evaluateLowSampleCountPercentile: 'evaluate',
    alarmDescription: `${name} is slow: one request in twenty takes almost as long as a function may run`,
  });
}
