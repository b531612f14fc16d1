import { productionSettings, sandboxSettings } from './backend-settings';
import { ResourceLabels } from './resource-labels';
import { PARTS, resourcesOf, synthesize } from './synthesized';
import { FunctionContract, FunctionId, FUNCTIONS, Permission } from '../../src/core/contracts/functions';

const stacks = synthesize(sandboxSettings());
const labels = new ResourceLabels(stacks);

/** What each function may do with keys, and through which service: written down here, not derived. */
const KEY_RIGHTS: Readonly<Record<FunctionId, readonly string[]>> = {
  staffPreToken: [
    'kms:Decrypt on key shared via dynamodb',
    'kms:Encrypt on key shared via dynamodb',
    'kms:GenerateDataKey on key shared via dynamodb',
  ],
  licenseUpload: ['kms:Decrypt on key ssn via sqs', 'kms:GenerateDataKey on key ssn via sqs'],
  licensePreprocessor: [
    'kms:Decrypt on key ssn via dynamodb',
    'kms:Encrypt on key ssn via dynamodb',
    'kms:GenerateDataKey on key ssn via dynamodb',
    'kms:Decrypt on key ssn via sqs',
  ],
  licenseIngest: [
    'kms:Decrypt on key shared via dynamodb',
    'kms:Encrypt on key shared via dynamodb',
    'kms:GenerateDataKey on key shared via dynamodb',
    'kms:Decrypt on key shared via sqs',
  ],
  providerRead: ['kms:Decrypt on key shared via dynamodb'],
};

test.each(Object.values<FunctionContract>(FUNCTIONS))(
  'the role of $id may do exactly what its contract says',
  (contract) => {
    const expected = [
      ...['logs:CreateLogStream', 'logs:PutLogEvents'].map((action) => `${action} on log ${contract.constructId}`),
      ...contract.permissions.flatMap(rightsOf),
      ...(contract.trigger
        ? ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'].map(
            (action) => `${action} on queue ${contract.trigger!.queue}`,
          )
        : []),
      ...KEY_RIGHTS[contract.id],
    ];

    expect(grantedTo(contract).sort()).toEqual(expected.sort());
  },
);

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

test('queues and tables let nobody in by their own policies but EventBridge', () => {
  const allowed = PARTS.flatMap((part) => resourcesOf(stacks[part], 'AWS::SQS::QueuePolicy'))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
    .filter(({ Effect }) => Effect === 'Allow');

  expect(allowed.map(({ Principal, Action }) => [Principal, Action])).toEqual([
    [{ Service: 'events.amazonaws.com' }, 'sqs:SendMessage'],
    [{ Service: 'events.amazonaws.com' }, 'sqs:SendMessage'],
  ]);
});
