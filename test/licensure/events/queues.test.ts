import { QueueContract, QUEUES } from '../../../src/core/contracts/queues';
import { sandboxSettings } from '../backend-settings';
import { ResourceLabels } from '../resource-labels';
import { Part, Resource, resourcesOf, synthesize, template } from '../synthesized';

const stacks = synthesize(sandboxSettings());
const labels = new ResourceLabels(stacks);
const contracts = Object.values<QueueContract>(QUEUES);

/** Queues lie in the stack of the functions that they invoke. */
const INGEST = ['bulkUploads', 'licensePreprocessing', 'licenseIngest'];

interface Queues {
  readonly part: Part;
  readonly main: [string, Resource];
  readonly deadLetters: [string, Resource];
}

function queuesOf({ id, constructId }: QueueContract): Queues {
  const part = INGEST.includes(id) ? 'ingest' : 'listeners';
  const made = resourcesOf(stacks[part], 'AWS::SQS::Queue').filter(([name]) => name.startsWith(`${constructId}Queue`));
  const [main] = made.filter(([, { Properties }]) => Properties.RedrivePolicy);
  const [deadLetters] = made.filter(([, { Properties }]) => !Properties.RedrivePolicy);
  return { part, main, deadLetters };
}

test.each(contracts)('queue $id and its dead-letter queue use the key of its contract', (contract) => {
  const { part, main, deadLetters } = queuesOf(contract);

  for (const [, { Properties }] of [main, deadLetters]) {
    expect(labels.of(part, Properties.KmsMasterKeyId)).toBe(`key ${contract.encryption}`);
  }
});

test.each(contracts)('what fails for good in queue $id waits two weeks for somebody', (contract) => {
  const { main, deadLetters } = queuesOf(contract);

  expect(main[1].Properties.RedrivePolicy.deadLetterTargetArn).toEqual({ 'Fn::GetAtt': [deadLetters[0], 'Arn'] });
  expect(deadLetters[1].Properties.MessageRetentionPeriod).toBe(14 * 24 * 3600);
});

test.each(['ingest', 'listeners'] as const)('every queue of the %s stack refuses plain connections', (part) => {
  const policies = resourcesOf(stacks[part], 'AWS::SQS::QueuePolicy');

  expect(policies).toHaveLength(resourcesOf(stacks[part], 'AWS::SQS::Queue').length);
  for (const [, { Properties }] of policies) {
    expect(Properties.PolicyDocument.Statement[0]).toMatchObject({
      Effect: 'Deny',
      Action: 'sqs:*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
  }
});

test.each(contracts)('queue $id tells when messages wait too long, and when the first one fails', (contract) => {
  const { part, main, deadLetters } = queuesOf(contract);
  const alarms = template(stacks[part]);

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

/** Properties of what connects a queue to a function. */
function mappingsOf(part: Part, queue: string) {
  return resourcesOf(stacks[part], 'AWS::Lambda::EventSourceMapping')
    .map(([, { Properties }]) => Properties)
    .filter(({ EventSourceArn }) => labels.of(part, EventSourceArn) === queue);
}

const timeoutOf = (part: Part, { FunctionName }: any) => stacks[part].Resources[FunctionName.Ref].Properties.Timeout;

test.each(contracts)('a function has time to fail before queue $id gives its messages to another call', (contract) => {
  const { main, part } = queuesOf(contract);
  const [mapping, ...others] = mappingsOf(part, `queue ${contract.id}`);

  expect(others).toEqual([]);
  expect(main[1].Properties.VisibilityTimeout).toBeGreaterThan(timeoutOf(part, mapping));
});

test('dead letters with social security numbers can be given to their function again, which nobody else can read', () => {
  const contract = QUEUES.licensePreprocessing;
  const { deadLetters, part } = queuesOf(contract);
  const [mapping] = mappingsOf(part, `queue ${contract.id}`);
  const [redrive] = mappingsOf(part, `dead-letter queue ${contract.id}`);

  expect(redrive).toEqual({ ...mapping, EventSourceArn: redrive.EventSourceArn, Enabled: false });
  expect(deadLetters[1].Properties.VisibilityTimeout).toBeGreaterThan(timeoutOf(part, redrive));
  expect(Object.keys(stacks[part].Outputs)).toContain('LicensePreprocessingRedriveMapping');
});

test.each(contracts.filter(({ encryption }) => encryption !== 'ssn'))(
  'operators move dead letters of queue $id themselves',
  (contract) => {
    const { part } = queuesOf(contract);

    expect(mappingsOf(part, `dead-letter queue ${contract.id}`)).toEqual([]);
  },
);
