import { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { failedInvocationsAlarm } from './failed-invocations-alarm';
import type { MadeTrigger, TriggeredFunction } from './trigger';
import type { ScheduleTrigger } from '../core/contracts/functions';

/** The rule may call the function by a policy of the function, so its role needs nothing. */
export function scheduleTrigger(
  { scope, contract: { constructId }, resources }: TriggeredFunction,
  { everyMinutes }: ScheduleTrigger,
): MadeTrigger {
  return {
    rights: [],
    connect(handler) {
      const { ruleName } = new Rule(scope, 'Schedule', {
        description: `Calls ${constructId} every ${everyMinutes} minutes`,
        schedule: Schedule.rate(Duration.minutes(everyMinutes)),
        targets: [new LambdaFunction(handler, { event: RuleTargetInput.fromObject({}) })],
      });
      failedInvocationsAlarm(scope, {
        alarmTopic: resources.alarmTopic,
        ruleName,
        alarmDescription: `The schedule of ${constructId} could not call it`,
      });
    },
  };
}
