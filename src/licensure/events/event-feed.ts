import { Fn, Stack } from 'aws-cdk-lib';
import { IRuleTarget, Rule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ContractQueue } from './contract-queue';
import type { FeedSource } from './feed-source';
import { failedInvocationsAlarm } from '../../private/failed-invocations-alarm';

export interface EventFeedProps {
  readonly source: FeedSource;
  readonly target: ContractQueue;
  readonly alarmTopic: ITopic;
}

/**
 * Brings events from a bus into a queue. What can't be delivered goes to the queue's dead-letter queue.
 *
 * The target is written out here because the library's own would also change the policy of the queue's key, which lies
 * in another stack; the key lets EventBridge in by itself.
 */
export class EventFeed extends Construct {
  constructor(scope: Construct, id: string, { source, target, alarmTopic }: EventFeedProps) {
    super(scope, id);
    const { queue, deadLetterQueue } = target;
    const { what, bus, eventPattern } = source;
    const delivery: IRuleTarget = {
      bind: () => ({ arn: queue.queueArn, deadLetterConfig: { arn: deadLetterQueue.queueArn }, targetResource: queue }),
    };
    const rule = new Rule(this, 'Rule', {
      eventBus: bus,
      description: `Brings ${what} into their queue`,
      eventPattern,
      targets: [delivery],
    });
    [queue, deadLetterQueue].forEach((recipient) => this.letIn(rule, recipient));
    failedInvocationsAlarm(this, {
      alarmTopic,
      busName: bus?.eventBusName,
      ruleName: nameOf(rule, bus !== undefined),
      alarmDescription: `Not all of ${what} reached their queue`,
    });
  }

  private letIn(rule: Rule, recipient: Queue): void {
    recipient.addToResourcePolicy(
      new PolicyStatement({
        sid: 'EventsOfTheRule',
        principals: [new ServicePrincipal('events.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [recipient.queueArn],
        conditions: {
          ArnEquals: { 'aws:SourceArn': rule.ruleArn },
          StringEquals: { 'aws:SourceAccount': Stack.of(this).account },
        },
      }),
    );
  }
}

/** CloudFormation's reference to a rule of a custom bus is no rule name; its ARN ends with `rule/<bus>/<name>`. */
function nameOf({ ruleArn, ruleName }: Rule, hasOwnBus: boolean): string {
  return hasOwnBus ? Fn.select(2, Fn.split('/', ruleArn)) : ruleName;
}
