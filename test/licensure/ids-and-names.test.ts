import { sandboxSettings } from './backend-settings';
import { allResources, Part, Resource, StackJson, synthesize } from './synthesized';

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

test('two environments in one account share no physical name', () => {
  const other = synthesize(sandboxSettings({ name: 'ben' }));

  const taken = new Set(physicalNames(sandbox));
  expect(taken.size).toBeGreaterThan(10);
  expect(physicalNames(other).filter((name) => taken.has(name))).toEqual([]);
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
