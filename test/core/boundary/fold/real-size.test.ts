import { MANAGED_POLICY_CHARACTERS } from '../../../../src/bootstrap/limits';
import { highsSolver } from '../../../../src/boundary/cover-solver';
import { boundaryTables } from '../../../../src/boundary/tables';
import { fold } from '../../../../src/core/boundary/fold/fold';

/** Types of a serverless backend with web client, search, backups and alarms. */
const BACKEND_TYPES = [
  'AWS::ApiGateway::Account,Authorizer,BasePathMapping,Deployment,DomainName,GatewayResponse,Method,Model,RequestValidator,Resource,RestApi,Stage',
  'AWS::Backup::BackupPlan,BackupSelection,BackupVault',
  'AWS::CloudFront::Distribution,OriginAccessControl,ResponseHeadersPolicy',
  'AWS::CloudTrail::Trail',
  'AWS::CloudWatch::Alarm,Dashboard',
  'AWS::Cognito::UserPool,UserPoolClient,UserPoolDomain,UserPoolResourceServer',
  'AWS::DynamoDB::Table',
  'AWS::EC2::FlowLog,RouteTable,SecurityGroup,SecurityGroupEgress,SecurityGroupIngress,Subnet,SubnetRouteTableAssociation,VPC,VPCEndpoint',
  'AWS::Events::Archive,EventBus,EventBusPolicy,Rule',
  'AWS::IAM::ManagedPolicy,Policy,Role',
  'AWS::KMS::Alias,Key',
  'AWS::KinesisFirehose::DeliveryStream',
  'AWS::Lambda::Alias,EventInvokeConfig,EventSourceMapping,Function,LayerVersion,Permission,Version',
  'AWS::Logs::LogGroup,MetricFilter,QueryDefinition,ResourcePolicy,SubscriptionFilter',
  'AWS::OpenSearchService::Domain',
  'AWS::Pipes::Pipe',
  'AWS::Route53::HostedZone',
  'AWS::S3::Bucket,BucketPolicy',
  'AWS::SES::ConfigurationSet,ConfigurationSetEventDestination,EmailIdentity',
  'AWS::SNS::Subscription,Topic,TopicPolicy',
  'AWS::SQS::Queue,QueuePolicy',
  'AWS::SSM::Parameter',
  'AWS::Scheduler::Schedule',
  'AWS::SecretsManager::Secret',
  'AWS::StepFunctions::StateMachine',
  'AWS::WAFv2::LoggingConfiguration,WebACL,WebACLAssociation',
].flatMap((line) => {
  const start = line.lastIndexOf(':') + 1;
  return line
    .slice(start)
    .split(',')
    .map((name) => `${line.slice(0, start)}${name}`);
});

test('all that a whole backend may need, whatever its properties are, fits into a policy without anything else', () => {
  const { actions: table, types } = boundaryTables();
  const actions = [...new Set(BACKEND_TYPES.flatMap((type) => types.find(type)!.actions.map(({ action }) => action)))];
  // What the rules about identities take, which are the same for every app.
  const budget = MANAGED_POLICY_CHARACTERS - 1_500;

  const result = fold({ actions, table, solver: highsSolver, budget });

  expect(actions.length).toBeGreaterThan(400);
  expect(result).toMatchObject({ ok: true, value: { isLossless: true, extra: [], unknown: [] } });
  if (!result.ok) return;
  expect(result.value.lowerBound).toBe(result.value.characters);
});
