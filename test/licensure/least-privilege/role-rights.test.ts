import { FunctionContract, FunctionId, FUNCTIONS, Permission, Trigger } from '../../../src/core/contracts/functions';
import { QueueContract, QUEUES } from '../../../src/core/contracts/queues';
import { productionSettings, sandboxSettings } from '../backend-settings';
import { ResourceLabels } from '../resource-labels';
import { PARTS, resourcesOf, synthesize } from '../synthesized';

const stacks = synthesize(sandboxSettings());
const labels = new ResourceLabels(stacks);

/** What each function may do with keys, and through which service: written down here, not derived. */
const KEY_RIGHTS: Readonly<Record<FunctionId, readonly string[]>> = {
  staffPreToken: ['Decrypt', 'Encrypt', 'GenerateDataKey'].map((action) => `${action} on key shared via dynamodb`),
  licenseUpload: ['Decrypt on key ssn via sqs', 'GenerateDataKey on key ssn via sqs'],
  bulkUploadUrl: ['GenerateDataKey on key ssn via s3'],
  bulkUploadParser: [
    'Decrypt on key ssn via s3',
    'Decrypt on key ssn via sqs',
    'GenerateDataKey on key ssn via sqs',
    'Decrypt on key shared via sqs',
  ],
  licensePreprocessor: [
    'Decrypt on key ssn via dynamodb',
    'Encrypt on key ssn via dynamodb',
    'GenerateDataKey on key ssn via dynamodb',
    'Decrypt on key ssn via sqs',
  ],
  licenseIngest: [
    ...['Decrypt', 'Encrypt', 'GenerateDataKey'].map((action) => `${action} on key shared via dynamodb`),
    ...['Decrypt', 'GenerateDataKey'].map((action) => `${action} on key shared via s3`),
    'Decrypt on key shared via sqs',
  ],
  privilegeListener: [
    ...['Decrypt', 'Encrypt', 'GenerateDataKey'].map((action) => `${action} on key shared via dynamodb`),
    'Decrypt on key shared via sqs',
  ],
  eventRelay: [
    ...['Decrypt', 'Encrypt', 'GenerateDataKey'].map((action) => `${action} on key shared via dynamodb`),
    // Where failures of the stream go.
    ...['Decrypt', 'GenerateDataKey'].map((action) => `${action} on key shared via sqs`),
  ],
  dataEventArchiver: [
    ...['Decrypt', 'Encrypt', 'GenerateDataKey'].map((action) => `${action} on key shared via dynamodb`),
    'Decrypt on key shared via sqs',
  ],
  configurationUpload: ['Decrypt', 'Encrypt', 'GenerateDataKey'].map(
    (action) => `${action} on key shared via dynamodb`,
  ),
  providerRead: ['Decrypt on key shared via dynamodb'],
};

test.each(Object.values<FunctionContract>(FUNCTIONS))(
  'the role of $id may do exactly what its contract says',
  (contract) => {
    const expected = [
      ...['logs:CreateLogStream', 'logs:PutLogEvents'].map((action) => `${action} on log ${contract.constructId}`),
      ...contract.permissions.flatMap(rightsOf),
      ...(contract.triggers ?? []).flatMap(triggerRights),
      ...KEY_RIGHTS[contract.id].map((right) => `kms:${right}`),
    ];

    expect([...new Set(grantedTo(contract))].sort()).toEqual(expected.sort());
  },
);

/** Queues whose dead letters nobody but their function can take out again. */
const READ_DEAD_LETTERS: readonly string[] = ['licensePreprocessing'];

/** What Lambda does in the name of the function's role. */
function triggerRights(trigger: Trigger): string[] {
  switch (trigger.on) {
    case 'queue':
      return ['DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'].flatMap((action) => [
        `sqs:${action} on queue ${trigger.queue}`,
        ...(READ_DEAD_LETTERS.includes(trigger.queue) ? [`sqs:${action} on dead-letter queue ${trigger.queue}`] : []),
      ]);
    case 'stream':
      return [
        ...['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
          (action) => `dynamodb:${action} on stream of table ${trigger.table}`,
        ),
        `sqs:SendMessage on dead-letter queue the stream of ${trigger.table}`,
      ];
    case 'schedule':
      return [];
  }
}

function rightsOf(permission: Permission): string[] {
  switch (permission.on) {
    case 'table':
      return permission.actions.map((action) => `dynamodb:${action} on table ${permission.table}`);
    case 'index':
      return permission.actions.map(
        (action) => `dynamodb:${action} on table ${permission.table}/index/${permission.index}`,
      );
    case 'queue':
      return permission.actions.map((action) => `sqs:${action} on queue ${permission.queue}`);
    case 'bucket':
      return permission.actions.map(
        (action) => `s3:${action} on bucket ${permission.bucket}${action === 'ListBucket' ? '' : '/*'}`,
      );
    case 'bus':
      return permission.actions.map((action) => `events:${action} on bus`);
  }
}

/** Every right of the function's role, from every policy of every stack that is attached to it. */
function grantedTo(contract: FunctionContract): string[] {
  const role = roleLabel(contract);
  return PARTS.flatMap((part) =>
    resourcesOf(stacks[part], 'AWS::IAM::Policy')
      .filter(([, { Properties }]) => Properties.Roles.some((attached: unknown) => labels.of(part, attached) === role))
      .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
      .flatMap(({ Effect, Action, Resource, Condition }) => {
        const via = Condition?.StringEquals['kms:ViaService'].split('.')[0];
        expect(Effect).toBe('Allow');
        return [Action].flat().flatMap((action) =>
          // The CDK puts statements together where that keeps their meaning.
          [Resource].flat().map((one) => `${action} on ${labels.of(part, one)}${via ? ` via ${via}` : ''}`),
        );
      }),
  );
}

function roleLabel({ entry }: FunctionContract): string {
  for (const part of PARTS) {
    for (const [, { Properties }] of resourcesOf(stacks[part], 'AWS::Lambda::Function')) {
      if (Properties.Handler === `${entry}.handler`) return labels.of(part, Properties.Role);
    }
  }
  throw new Error(`no function runs ${entry}`);
}

test('roles of functions have no policies but these, and only Lambda takes them on', () => {
  const roles = PARTS.flatMap((part) => resourcesOf(stacks[part], 'AWS::IAM::Role')).filter(([, { Properties }]) =>
    JSON.stringify(Properties.AssumeRolePolicyDocument).includes('lambda.amazonaws.com'),
  );
  const ofCdk = roles.filter(([id]) => id.startsWith('CustomS3AutoDelete'));

  expect(roles.length - ofCdk.length).toBe(Object.keys(FUNCTIONS).length);
  for (const [, { Properties }] of roles.filter((role) => !ofCdk.includes(role))) {
    expect(Properties).not.toHaveProperty('ManagedPolicyArns');
    expect(Properties).not.toHaveProperty('Policies');
    expect(Properties.AssumeRolePolicyDocument.Statement).toHaveLength(1);
  }
});

test('each stack with names below a hosted zone has one more role, which may list hosted zones and write a log', () => {
  const production = synthesize(productionSettings());
  const policies = PARTS.flatMap((part) =>
    resourcesOf(production[part], 'AWS::IAM::Policy')
      .filter(([id]) => id.includes('HostedZoneLookup'))
      .map(([, { Properties }]) => [part, Properties.Roles.length, actionsOf(Properties.PolicyDocument)]),
  );

  const actions = ['route53:ListHostedZonesByName', 'logs:CreateLogStream', 'logs:PutLogEvents'];
  expect(policies).toEqual(['identity', 'api', 'state-api'].map((part) => [part, 1, actions]));
});

function actionsOf({ Statement }: { readonly Statement: readonly { readonly Action: string | string[] }[] }): string[] {
  return Statement.flatMap(({ Action }) => Action);
}

test('queues let nobody in by their own policies but EventBridge, tables nobody', () => {
  const allowed = PARTS.flatMap((part) => resourcesOf(stacks[part], 'AWS::SQS::QueuePolicy'))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
    .filter(({ Effect }) => Effect === 'Allow');
  const ofTables = resourcesOf(stacks.data, 'AWS::DynamoDB::Table').flatMap(
    ([, { Properties }]) => Properties.ResourcePolicy?.PolicyDocument.Statement ?? [],
  );

  const fed = Object.values<QueueContract>(QUEUES).filter(({ feed }) => feed);
  // Each queue with a feed, and its dead-letter queue.
  expect(allowed).toHaveLength(2 * fed.length);
  for (const { Principal, Action } of allowed) {
    expect([Principal, Action]).toEqual([{ Service: 'events.amazonaws.com' }, 'sqs:SendMessage']);
  }
  expect(ofTables.filter(({ Effect }: { Effect: string }) => Effect === 'Allow')).toEqual([]);
});
