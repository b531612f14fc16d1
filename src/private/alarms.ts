import { Alarm, AlarmProps, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

export interface ContractAlarmProps extends Pick<
  AlarmProps,
  'metric' | 'threshold' | 'alarmDescription' | 'evaluateLowSampleCountPercentile'
> {
  readonly alarmTopic: ITopic;
  /** @default 1 */
  readonly evaluationPeriods?: number;
  /** @default - at or above the threshold */
  readonly comparisonOperator?: ComparisonOperator;
}

/** An alarm that tells the alarm topic; no data means that nothing happened. */
export function alarm(scope: Construct, id: string, { alarmTopic, ...props }: ContractAlarmProps): Alarm {
  const created = new Alarm(scope, id, {
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    ...props,
  });
  created.addAlarmAction(new SnsAction(alarmTopic));
  return created;
}
