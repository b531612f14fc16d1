import type { AwsPolicy } from './policies';

const LOGS = 'logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents';

/** Policies for what runs: functions, tasks, services that work for an app. */
export const RUN_TIME_POLICIES: readonly AwsPolicy[] = [
  { name: 'service-role/AWSLambdaBasicExecutionRole', statements: [{ allow: LOGS }] },
  {
    name: 'service-role/AWSLambdaVPCAccessExecutionRole',
    statements: [
      {
        allow: `${LOGS} ec2:AssignPrivateIpAddresses ec2:CreateNetworkInterface ec2:DeleteNetworkInterface
          ec2:DescribeNetworkInterfaces ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcs
          ec2:UnassignPrivateIpAddresses`,
      },
    ],
  },
  {
    name: 'service-role/AWSLambdaSQSQueueExecutionRole',
    statements: [{ allow: `${LOGS} sqs:DeleteMessage sqs:GetQueueAttributes sqs:ReceiveMessage` }],
  },
  {
    name: 'service-role/AWSLambdaDynamoDBExecutionRole',
    statements: [
      {
        allow: `${LOGS} dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator
          dynamodb:ListStreams`,
      },
    ],
  },
  {
    name: 'service-role/AWSLambdaKinesisExecutionRole',
    statements: [
      {
        allow: `${LOGS} kinesis:DescribeStream kinesis:DescribeStreamSummary kinesis:GetRecords
          kinesis:GetShardIterator kinesis:ListShards kinesis:ListStreams kinesis:SubscribeToShard`,
      },
    ],
  },
  {
    name: 'AWSXRayDaemonWriteAccess',
    statements: [
      {
        allow: `xray:GetSamplingRules xray:GetSamplingStatisticSummaries xray:GetSamplingTargets
          xray:PutTelemetryRecords xray:PutTraceSegments`,
      },
    ],
  },
  {
    name: 'service-role/AmazonAPIGatewayPushToCloudWatchLogs',
    statements: [
      {
        allow: `${LOGS} logs:DescribeLogGroups logs:DescribeLogStreams logs:FilterLogEvents logs:GetLogEvents`,
      },
    ],
  },
  {
    name: 'service-role/AmazonECSTaskExecutionRolePolicy',
    statements: [
      {
        allow: `ecr:BatchCheckLayerAvailability ecr:BatchGetImage ecr:GetAuthorizationToken ecr:GetDownloadUrlForLayer
          logs:CreateLogStream logs:PutLogEvents`,
      },
    ],
  },
  {
    name: 'service-role/AmazonRDSEnhancedMonitoringRole',
    statements: [
      {
        allow: 'logs:CreateLogGroup logs:PutRetentionPolicy',
        on: ['logs:*:*:log-group:RDS*'],
      },
      {
        allow: 'logs:CreateLogStream logs:DescribeLogStreams logs:GetLogEvents logs:PutLogEvents',
        on: ['logs:*:*:log-group:RDS*:log-stream:*'],
      },
    ],
  },
  {
    name: 'CloudWatchLambdaInsightsExecutionRolePolicy',
    statements: [
      { allow: 'logs:CreateLogGroup' },
      {
        allow: 'logs:CreateLogStream logs:PutLogEvents',
        on: ['logs:*:*:log-group:/aws/lambda-insights:*'],
      },
    ],
  },
  {
    name: 'AmazonSSMManagedInstanceCore',
    statements: [
      {
        allow: `ssm:DescribeAssociation ssm:DescribeDocument ssm:GetDeployablePatchSnapshotForInstance ssm:GetDocument
          ssm:GetManifest ssm:GetParameter ssm:GetParameters ssm:ListAssociations ssm:ListInstanceAssociations
          ssm:PutComplianceItems ssm:PutConfigurePackageResult ssm:PutInventory ssm:UpdateAssociationStatus
          ssm:UpdateInstanceAssociationStatus ssm:UpdateInstanceInformation ssmmessages:CreateControlChannel
          ssmmessages:CreateDataChannel ssmmessages:OpenControlChannel ssmmessages:OpenDataChannel
          ec2messages:AcknowledgeMessage ec2messages:DeleteMessage ec2messages:FailMessage ec2messages:GetEndpoint
          ec2messages:GetMessages ec2messages:SendReply`,
      },
    ],
  },
];
