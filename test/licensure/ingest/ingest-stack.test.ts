import { Match } from 'aws-cdk-lib/assertions';
import { EVENTS } from '../../../src/core/contracts/events';
import { QueueContract, QUEUES } from '../../../src/core/contracts/queues';
import { sandboxSettings } from '../backend-settings';
import { ResourceLabels } from '../resource-labels';
import { resourcesOf, synthesize, template } from '../synthesized';

const stacks = synthesize(sandboxSettings());
const { ingest } = stacks;
const labels = new ResourceLabels(stacks);
const contracts = Object.values<QueueContract>(QUEUES);

function queuesOf({ constructId }: QueueContract) {
  const made = resourcesOf(ingest, 'AWS::SQS::Queue').filter(([id]) => id.startsWith(`${constructId}Queue`));
  const [main] = made.filter(([, { Properties }]) => Properties.RedrivePolicy);
  const [deadLetters] = made.filter(([, { Properties }]) => !Properties.RedrivePolicy);
  return { main, deadLetters };
}

test.each(contracts)('queue $id and its dead-letter queue use the key of its contract', (contract) => {
  const { main, deadLetters } = queuesOf(contract);

  for (const [, { Properties }] of [main, deadLetters]) {
    expect(labels.of('ingest', Properties.KmsMasterKeyId)).toBe(`key ${contract.encryption}`);
  }
});

test.each(contracts)('what fails for good in queue $id waits two weeks for somebody', (contract) => {
  const { main, deadLetters } = queuesOf(contract);

  expect(main[1].Properties.RedrivePolicy.deadLetterTargetArn).toEqual({ 'Fn::GetAtt': [deadLetters[0], 'Arn'] });
  expect(deadLetters[1].Properties.MessageRetentionPeriod).toBe(14 * 24 * 3600);
});

test('every queue refuses plain connections', () => {
  const policies = resourcesOf(ingest, 'AWS::SQS::QueuePolicy');

  expect(policies).toHaveLength(resourcesOf(ingest, 'AWS::SQS::Queue').length);
  for (const [, { Properties }] of policies) {
    expect(Properties.PolicyDocument.Statement[0]).toMatchObject({
      Effect: 'Deny',
      Action: 'sqs:*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
  }
});

test.each(contracts)('queue $id tells when messages wait too long, and when the first one fails', (contract) => {
  const { main, deadLetters } = queuesOf(contract);
  const alarms = template(ingest);

  alarms.hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'ApproximateAgeOfOldestMessage',
    Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [main[0], 'QueueName'] } }],
    Threshold: (contract.retentionHours * 3600) / 2,
    ComparisonOperator: 'GreaterThanThreshold',
    EvaluationPeriods: 3,
    Period: 300,
  });
  alarms.hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'ApproximateNumberOfMessagesVisible',
    Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [deadLetters[0], 'QueueName'] } }],
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  });
});

test.each(contracts.filter(({ eventType }) => eventType))(
  'events $eventType come from the bus into queue $id',
  (contract) => {
    const { main, deadLetters } = queuesOf(contract);
    const queueArn = { 'Fn::GetAtt': [main[0], 'Arn'] };
    const deadLetterArn = { 'Fn::GetAtt': [deadLetters[0], 'Arn'] };
    const rules = resourcesOf(ingest, 'AWS::Events::Rule').filter(([id]) => id.startsWith(contract.constructId));

    expect(rules).toHaveLength(1);
    const [ruleId, { Properties }] = rules[0];
    expect(Properties.EventPattern).toEqual({ 'detail-type': [EVENTS[contract.eventType!].detailType] });
    expect(Properties.Targets).toEqual([
      expect.objectContaining({ Arn: queueArn, DeadLetterConfig: { Arn: deadLetterArn } }),
    ]);
    for (const Resource of [queueArn, deadLetterArn]) {
      template(ingest).hasResourceProperties('AWS::SQS::QueuePolicy', {
        PolicyDocument: {
          Statement: Match.arrayWith([
            Match.objectLike({
              Effect: 'Allow',
              Principal: { Service: 'events.amazonaws.com' },
              Action: 'sqs:SendMessage',
              Resource,
              Condition: {
                ArnEquals: { 'aws:SourceArn': { 'Fn::GetAtt': [ruleId, 'Arn'] } },
                StringEquals: { 'aws:SourceAccount': '111122223333' },
              },
            }),
          ]),
        },
      });
    }
    template(ingest).hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'AWS/Events',
      MetricName: 'FailedInvocations',
      Dimensions: [
        { Name: 'EventBusName', Value: Properties.EventBusName },
        { Name: 'RuleName', Value: Properties.Name },
      ],
    });
  },
);
