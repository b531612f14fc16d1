import { DeployedResource } from '../../../local/deploy/deployment';
import { discover } from '../../../local/deploy/discover';
import { Clients } from '../../../local/emulator/clients';
import { fakeClient } from '../fake-client';

const resource = (path: string, Type: string, physicalId: string, Properties = {}): DeployedResource => ({
  stack: 'stack',
  logicalId: path.replace(/\W/g, ''),
  physicalId,
  constructPath: path,
  definition: { Type, Properties },
});

const POOLS = [
  resource('/App/Identity/StaffUsersGreen/Resource', 'AWS::Cognito::UserPool', 'staff-pool'),
  resource('/App/Identity/StaffUsersGreen/UIClient/Resource', 'AWS::Cognito::UserPoolClient', 'ui-client'),
  resource('/App/Identity/StateAuthUsers/Resource', 'AWS::Cognito::UserPool', 'state-pool'),
];

const found = async (resources: readonly DeployedResource[]) =>
  discover(
    {
      apiGateway: fakeClient<Clients['apiGateway']>({
        GetStagesCommand: () => ({ item: [{ stageName: 'local-blue' }] }),
      }).client,
      cognito: fakeClient<Clients['cognito']>({
        DescribeUserPoolClientCommand: () => ({ UserPoolClient: { CallbackURLs: ['http://localhost:3018/callback'] } }),
      }).client,
    },
    resources,
  );

describe('finding what was deployed, without its physical names', () => {
  test('APIs and pools by construct id', async () => {
    const { apis, pools } = await found([
      ...POOLS,
      resource('/App/StateApi/StateApi/Api/Resource', 'AWS::ApiGateway::RestApi', 'api-1'),
      resource('/App/Api/LicenseApi/Api/Resource', 'AWS::ApiGateway::RestApi', 'api-2'),
    ]);

    expect(apis).toEqual({
      internal: { id: 'api-2', stage: 'local-blue' },
      state: { id: 'api-1', stage: 'local-blue' },
    });
    expect(pools).toEqual({
      staff: { id: 'staff-pool', uiClient: { id: 'ui-client', callbackUrl: 'http://localhost:3018/callback' } },
      state: { id: 'state-pool' },
    });
  });

  test('tables, buckets and buses, and only those queues that take dead letters', async () => {
    const dead = resource('/App/Ingest/IngestDlq/Resource', 'AWS::SQS::Queue', 'https://queues/dlq');
    const RedrivePolicy = { deadLetterTargetArn: { 'Fn::GetAtt': [dead.logicalId, 'Arn'] }, maxReceiveCount: 3 };

    const discovered = await found([
      ...POOLS,
      dead,
      resource('/App/Ingest/Ingest/Resource', 'AWS::SQS::Queue', 'https://queues/ingest', { RedrivePolicy }),
      resource('/App/Data/UploadsBucket/Resource', 'AWS::S3::Bucket', 'uploads-x1'),
      resource('/App/Other/OtherBus/Resource', 'AWS::Events::EventBus', 'bus-x2'),
      resource('/App/Data/UsersTable/Resource', 'AWS::DynamoDB::Table', 'users-x1'),
      resource('/App/Events/DataEventBus/Resource', 'AWS::Events::EventBus', 'bus-x1'),
    ]);

    expect(discovered.deadLetterQueues).toEqual([
      { name: 'Ingest/IngestDlq', url: 'https://queues/dlq', sources: ['https://queues/ingest'] },
    ]);
    expect(discovered.buckets).toEqual({ UploadsBucket: 'uploads-x1' });
    expect(discovered.tables).toEqual({ UsersTable: 'users-x1' });
    expect(discovered.dataEventBus).toBe('bus-x1');
  });

  test('an app without one of the pools is told which construct is missing', async () => {
    await expect(found(POOLS.slice(0, 2))).rejects.toThrow(
      'the deployed stacks have no user pool with a construct id that begins with StateAuthUsers: the local run needs it to sign state clients in',
    );
  });
});
