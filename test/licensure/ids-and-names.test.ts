import { productionSettings, sandboxSettings } from './backend-settings';
import { allResources, Part, Resource, resourcesOf, StackJson, synthesize } from './synthesized';
import { EnvironmentPurpose } from '../../src/config/settings';

const sandbox = synthesize(sandboxSettings());

/** A changed id replaces the resource: a breaking change with a migration note. */
test('logical ids of what holds data, identities or addresses never change', () => {
  const stateful = [
    'AWS::DynamoDB::Table',
    'AWS::KMS::Key',
    'AWS::Cognito::UserPool',
    'AWS::Cognito::UserPoolClient',
    'AWS::Events::EventBus',
    'AWS::SQS::Queue',
    'AWS::S3::Bucket',
    'AWS::SNS::Topic',
    'AWS::ApiGateway::RestApi',
  ].flatMap((type) => allResources(sandbox, type).map(([id]) => id));

  expect(stateful.sort()).toEqual([
    'AccessLogsBucket83982689',
    'AlarmTopicD01E77F9',
    'BulkUploadsBucketDA4BDCD0',
    'BulkUploadsQueueAD97ED13',
    'BulkUploadsQueueDeadLetterQueue4615130E',
    'CompactConfigurationTableC6E80F57',
    'DataEventBus55A300BC',
    'DataEventTable00A96798',
    'DataEventsQueue2E8846F8',
    'DataEventsQueueDeadLetterQueue78C75C61',
    'EventOutboxTable06E18FD8',
    'EventRelayEventOutboxTableStreamDeadLetterQueue0794BDA9',
    'EventStateTableAD661622',
    'LicenseApi2660CE90',
    'LicenseDeactivationQueue84B4DA94',
    'LicenseDeactivationQueueDeadLetterQueue120EA749',
    'LicenseEncumbranceLiftQueueCB2E7360',
    'LicenseEncumbranceLiftQueueDeadLetterQueue264FFDF8',
    'LicenseEncumbranceQueue036FDBE4',
    'LicenseEncumbranceQueueDeadLetterQueue4A75CFC2',
    'LicenseIngestQueue6B38E078',
    'LicenseIngestQueueDeadLetterQueue0C85B41D',
    'LicensePreprocessingQueue761C2009',
    'LicensePreprocessingQueueDeadLetterQueueA17813EF',
    'ProviderTableEC5D0597',
    'ProviderUsersBucket5C7B202B',
    'RateLimitingTable259308DF',
    'SharedKey1EE60F1E',
    'SsnKey604101FC',
    'SsnTable48AED653',
    'StateApi10068CD9',
    'TransactionHistoryTable8BB7CC9F',
    'TransactionReportsBucket6F03F979',
    'UserPoolsStaffUsersGreen9B865997',
    'UserPoolsStaffUsersGreenUIClient00B6170D',
    'UserPoolsStateAuthUsers1362EA64',
    'UsersTable9725E9C8',
  ]);
});

test('outputs name what operators and tools look up', () => {
  const names = Object.values(sandbox).flatMap(({ Outputs }) =>
    Object.entries(Outputs).flatMap(([name, { Export }]) => (Export ? [] : [name])),
  );

  expect(names.sort()).toEqual([
    'BulkUploadsBucketName',
    'CompactConfigurationTableName',
    'DataEventBusName',
    'DataEventTableName',
    'EventOutboxTableName',
    'EventStateTableName',
    'LicenseApiAPIId',
    'LicenseApiEndpoint',
    'LicensePreprocessingRedriveMapping',
    'ProviderTableName',
    'ProviderUsersBucketName',
    'RateLimitingTableName',
    'SsnTableName',
    'StaffUserPoolDomainName',
    'StaffUsersGreenUIClientId',
    'StaffUsersGreenUserPoolId',
    'StateApiAPIId',
    'StateApiEndpoint',
    'StateAuthUserPoolDomainName',
    'StateAuthUsersUserPoolId',
    'TransactionHistoryTableName',
    'TransactionReportsBucketName',
    'UsersTableName',
  ]);
});

/** Names inside something that is itself distinct, or that a service allows twice. */
const SCOPED_NAMES = [
  'AWS::ApiGateway::',
  'AWS::CloudWatch::Alarm.MetricName',
  'AWS::Cognito::UserPoolResourceServer.Name',
  'AWS::IAM::Policy.PolicyName',
];

const production = productionSettings();

test.each([
  ['sandboxes', sandboxSettings(), sandboxSettings({ name: 'ben' })],
  [
    'environments for production',
    production,
    productionSettings({
      environment: {
        ...production.environment,
        name: 'west',
        purpose: EnvironmentPurpose.PRODUCTION,
        domainName: 'west.example.org',
      },
    }),
  ],
])('two %s in one account share no physical name', (_name, one, other) => {
  const taken = new Set(physicalNames(synthesize(one)));

  expect(taken.size).toBeGreaterThan(10);
  expect(physicalNames(synthesize(other)).filter((name) => taken.has(name))).toEqual([]);
});

function physicalNames(stacks: Record<Part, StackJson>): string[] {
  const namesOf = ({ Type, Properties = {} }: Resource) =>
    Object.entries(Properties)
      .filter(([key, value]) => /(Name|^Domain)$/.test(key) && typeof value === 'string')
      .map(([key, value]) => `${Type}.${key} = ${value}`);
  return Object.values(stacks)
    .flatMap(({ Resources }) => Object.values(Resources).flatMap(namesOf))
    .filter((name) => !SCOPED_NAMES.some((scoped) => name.startsWith(scoped)));
}

test('physical names tell the deployment, so that operators know whose they are', () => {
  const anonymous = physicalNames(sandbox).filter((name) => !name.includes('ana'));

  expect(anonymous).toEqual([]);
});

/** One that is written twice is the policy of the stack that came last, and goes with the first that is deleted. */
test('no two stacks write the same policy of one role', () => {
  const written = Object.values(sandbox).flatMap((stack) =>
    resourcesOf(stack, 'AWS::IAM::Policy').flatMap(([, { Properties }]) =>
      Properties.Roles.map((role: unknown) => `${roleOf(stack, role)} ${Properties.PolicyName}`),
    ),
  );

  expect(written.filter((name) => name.startsWith('BulkUploadUrlRole'))).toHaveLength(2);
  expect(written.filter((name, index) => written.indexOf(name) !== index)).toEqual([]);
});

/** The role that a policy names: one of its own stack, or one that another stack exports. */
function roleOf(stack: StackJson, role: any): string {
  if (role.Ref) {
    const part = Object.entries(sandbox).find(([, other]) => other === stack)![0];
    return `${role.Ref} of ${part}`;
  }
  const exported = Object.entries(sandbox).flatMap(([part, { Outputs }]) =>
    Object.values(Outputs).flatMap(({ Value, Export }): string[] =>
      Export?.Name === role['Fn::ImportValue'] ? [`${(Value as { Ref: string }).Ref} of ${part}`] : [],
    ),
  );
  expect(exported).toHaveLength(1);
  return exported[0];
}
