import { Match } from 'aws-cdk-lib/assertions';
import { bulkIngestSource, EVENT_SOURCES, EVENT_TYPES } from '../../../src/core/contracts/events';
import { QueueContract, QUEUES } from '../../../src/core/contracts/queues';
import { sandboxSettings } from '../backend-settings';
import { ResourceLabels } from '../resource-labels';
import { Part, PARTS, Resource, resourcesOf, synthesize, template } from '../synthesized';

const stacks = synthesize(sandboxSettings());
const labels = new ResourceLabels(stacks);
const fed = Object.values<QueueContract>(QUEUES).filter(({ feed }) => feed);

interface Feed {
  readonly part: Part;
  readonly ruleId: string;
  readonly rule: Resource['Properties'];
}

function feedOf({ constructId }: QueueContract): Feed {
  const feeds = PARTS.flatMap((part) =>
    resourcesOf(stacks[part], 'AWS::Events::Rule')
      .filter(([id]) => id.startsWith(`${constructId}Feed`))
      .map(([ruleId, { Properties }]): Feed => ({ part, ruleId, rule: Properties })),
  );
  expect(feeds).toHaveLength(1);
  return feeds[0];
}

test.each(fed)(
  'a rule brings what queue $id wants into it, and what it can not deliver into its dead letters',
  (contract) => {
    const { part, rule } = feedOf(contract);

    expect(rule.Targets).toHaveLength(1);
    expect(labels.of(part, rule.Targets[0].Arn)).toBe(`queue ${contract.id}`);
    expect(labels.of(part, rule.Targets[0].DeadLetterConfig.Arn)).toBe(`dead-letter queue ${contract.id}`);
    expect(rule.Targets[0]).not.toHaveProperty('Input');
  },
);

test.each(fed)('only its own rule may send to queue $id and to its dead letters', (contract) => {
  const { part, ruleId, rule } = feedOf(contract);

  for (const queueArn of [rule.Targets[0].Arn, rule.Targets[0].DeadLetterConfig.Arn]) {
    template(stacks[part]).hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: [
          Match.objectLike({ Effect: 'Deny' }),
          Match.objectLike({
            Effect: 'Allow',
            Principal: { Service: 'events.amazonaws.com' },
            Action: 'sqs:SendMessage',
            Resource: queueArn,
            Condition: {
              ArnEquals: { 'aws:SourceArn': { 'Fn::GetAtt': [ruleId, 'Arn'] } },
              StringEquals: { 'aws:SourceAccount': '111122223333' },
            },
          }),
        ],
      },
    });
  }
});

test.each(fed)('an alarm tells when the rule of queue $id could not deliver', (contract) => {
  const { part, ruleId, rule } = feedOf(contract);
  const ruleName = rule.EventBusName
    ? { 'Fn::Select': [2, { 'Fn::Split': ['/', { 'Fn::GetAtt': [ruleId, 'Arn'] }] }] }
    : { Ref: ruleId };

  template(stacks[part]).hasResourceProperties('AWS::CloudWatch::Alarm', {
    Namespace: 'AWS/Events',
    MetricName: 'FailedInvocations',
    Dimensions: [
      ...(rule.EventBusName ? [{ Name: 'EventBusName', Value: rule.EventBusName }] : []),
      { Name: 'RuleName', Value: ruleName },
    ],
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  });
});

test.each([
  ['licenseIngest', { 'detail-type': ['license.ingest'] }],
  ['licenseEncumbrance', { 'detail-type': ['license.encumbrance'] }],
  ['licenseEncumbranceLift', { 'detail-type': ['license.encumbranceLifted'] }],
  ['licenseDeactivation', { 'detail-type': ['license.deactivation'] }],
  ['dataEvents', { source: [{ prefix: 'org.compactconnect.' }] }],
] as const)('queue %s takes events of the data event bus that match %j', (id, pattern) => {
  const { rule } = feedOf(QUEUES[id]);

  expect(rule.EventPattern).toEqual(pattern);
  expect(JSON.stringify(rule.EventBusName)).toContain('dataeventbusarn');
});

test('every source of events is one that the archive takes', () => {
  const sources = [...Object.values(EVENT_SOURCES), bulkIngestSource('aslp/oh/file')];

  expect(sources.filter((source) => !source.startsWith('org.compactconnect.'))).toEqual([]);
});

test('listeners wait for types that exist', () => {
  const types = fed.flatMap(({ feed }) =>
    feed?.from === 'dataEventBus' && feed.eventType !== 'every' ? feed.eventType : [],
  );

  expect(types.length).toBeGreaterThan(0);
  expect(types.filter((type) => !EVENT_TYPES.includes(type))).toEqual([]);
});

test("new files come through the account's default bus, those of the one bucket only", () => {
  const { part, rule } = feedOf(QUEUES.bulkUploads);
  const { detail, ...pattern } = rule.EventPattern;

  expect(rule).not.toHaveProperty('EventBusName');
  expect(pattern).toEqual({ source: ['aws.s3'], 'detail-type': ['Object Created'] });
  expect(Object.keys(detail)).toEqual(['bucket']);
  expect(labels.of(part, detail.bucket.name[0])).toBe('bucket bulkUploads');
});
