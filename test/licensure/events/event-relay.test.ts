import { sandboxSettings } from '../backend-settings';
import { ResourceLabels } from '../resource-labels';
import { resourcesOf, synthesize, template } from '../synthesized';

const stacks = synthesize(sandboxSettings());
const { listeners } = stacks;
const labels = new ResourceLabels(stacks);
const [[, mapping]] = resourcesOf(listeners, 'AWS::Lambda::EventSourceMapping').filter(([id]) =>
  id.startsWith('EventRelay'),
);

test('the relay hears of new items only, from the first one on, and of its own removals never', () => {
  const { FilterCriteria, StartingPosition } = mapping.Properties;

  expect(StartingPosition).toBe('TRIM_HORIZON');
  expect(FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern))).toEqual([
    { eventName: ['INSERT'] },
  ]);
});

test('one item that fails holds up the stream for few tries, and takes no others with it', () => {
  expect(mapping.Properties).toMatchObject({
    BisectBatchOnFunctionError: true,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    MaximumRetryAttempts: 3,
  });
});

test('what the stream gives up is told to a queue, which an alarm watches from the first message on', () => {
  const { Destination } = mapping.Properties.DestinationConfig.OnFailure;
  const queueId = Destination['Fn::GetAtt'][0];

  expect(labels.of('listeners', Destination)).toBe('dead-letter queue the stream of eventOutbox');
  expect(labels.of('listeners', listeners.Resources[queueId].Properties.KmsMasterKeyId)).toBe('key shared');
  template(listeners).hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'ApproximateNumberOfMessagesVisible',
    Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [queueId, 'QueueName'] } }],
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  });
});

test('only its schedule may call the relay, and an alarm tells when it could not', () => {
  const [[ruleId]] = resourcesOf(listeners, 'AWS::Events::Rule').filter(([id]) => id.startsWith('EventRelay'));
  const permissions = resourcesOf(listeners, 'AWS::Lambda::Permission').map(([, { Properties }]) => Properties);

  expect(permissions).toEqual([
    expect.objectContaining({
      Principal: 'events.amazonaws.com',
      SourceArn: { 'Fn::GetAtt': [ruleId, 'Arn'] },
      FunctionName: { 'Fn::GetAtt': [expect.stringMatching(/^EventRelayFunction/), 'Arn'] },
    }),
  ]);
  template(listeners).hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'FailedInvocations',
    Dimensions: [{ Name: 'RuleName', Value: { Ref: ruleId } }],
  });
});

test('a mapping is made after the rights that Lambda checks when it is made', () => {
  const mappings = [stacks.ingest, listeners].flatMap((stack) =>
    resourcesOf(stack, 'AWS::Lambda::EventSourceMapping').map(
      ([, { Properties }]) => stack.Resources[Properties.FunctionName.Ref].DependsOn,
    ),
  );

  expect(mappings.length).toBeGreaterThan(5);
  for (const dependencies of mappings) {
    expect(dependencies).toEqual(expect.arrayContaining([expect.stringMatching(/Policy[0-9A-F]{8}$/)]));
  }
});
