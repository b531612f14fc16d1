import { Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { IEventBus, IRuleTarget, Rule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ContractQueue } from './contract-queue';
import type { EventType } from '../../core/contracts/events';
import { alarm } from '../../private/alarms';
import { Deployment, physicalName } from '../../private/deployment';

export interface EventFeedProps {
  readonly bus: IEventBus;
  readonly eventType: EventType;
  readonly target: ContractQueue;
  readonly alarmTopic: ITopic;
  readonly deployment: Deployment;
}

/**
 * Brings events of one type from the bus into a queue. What can't be delivered goes to the queue's dead-letter queue.
 *
 * The target is written out here because the library's own would also change the policy of the queue's key, which lies
 * in another stack; the key lets EventBridge in by itself.
 */
export class EventFeed extends Construct {
  constructor(scope: Construct, id: string, { bus, eventType, target, alarmTopic, deployment }: EventFeedProps) {
    super(scope, id);
    const { queue, deadLetterQueue } = target;
    const delivery: IRuleTarget = {
      bind: () => ({ arn: queue.queueArn, deadLetterConfig: { arn: deadLetterQueue.queueArn }, targetResource: queue }),
    };
    // Named by us because CloudFormation's reference to a rule of a custom bus is no rule name, and the alarm needs one.
    const ruleName = physicalName(deployment, eventType);
    const rule = new Rule(this, 'Rule', {
      ruleName,
      eventBus: bus,
      description: `Events ${eventType} to their queue`,
      eventPattern: { detailType: [eventType] },
      targets: [delivery],
    });
    [queue, deadLetterQueue].forEach((recipient) => this.letIn(rule, recipient));
    alarm(this, 'FailedInvocationsAlarm', {
      alarmTopic,
      metric: new Metric({
        namespace: 'AWS/Events',
        metricName: 'FailedInvocations',
        dimensionsMap: { EventBusName: bus.eventBusName, RuleName: ruleName },
        statistic: 'Sum',
        period: Duration.minutes(5),
      }),
      threshold: 1,
      alarmDescription: `An event ${eventType} did not reach its queue`,
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
