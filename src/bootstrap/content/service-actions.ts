/** What CloudFormation needs for the resource types of a service. */
export interface ServiceActions {
  readonly actions: readonly string[];
  /**
   * Service principals that get a service-linked role with the first resource. Which services do:
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
   */
  readonly serviceLinkedRoles?: readonly string[];
}

const NOTHING: ServiceActions = { actions: [] };

/** By the service in `AWS::<service>::<type>`. A service prefix of IAM stands for all that the service can do. */
export const ACTIONS_OF_SERVICE: Readonly<Record<string, ServiceActions>> = {
  ApiGateway: { actions: ['apigateway:*'], serviceLinkedRoles: ['ops.apigateway.amazonaws.com'] },
  Backup: { actions: ['backup-storage:*', 'backup:*'], serviceLinkedRoles: ['backup.amazonaws.com'] },
  CDK: NOTHING,
  CertificateManager: { actions: ['acm:*'] },
  Chatbot: { actions: ['chatbot:*'], serviceLinkedRoles: ['management.chatbot.amazonaws.com'] },
  CloudFront: { actions: ['cloudfront:*'] },
  CloudWatch: { actions: ['cloudwatch:*'] },
  CodeBuild: { actions: ['codebuild:*'] },
  CodeConnections: { actions: ['codeconnections:*', 'codestar-connections:*'] },
  CodePipeline: {
    actions: ['codepipeline:*', 'codeconnections:PassConnection', 'codestar-connections:PassConnection'],
  },
  CodeStarConnections: { actions: ['codeconnections:*', 'codestar-connections:*'] },
  CodeStarNotifications: {
    actions: ['codestar-notifications:*'],
    serviceLinkedRoles: ['codestar-notifications.amazonaws.com'],
  },
  Cognito: {
    // A domain of one's own is a CloudFront distribution that Cognito changes with the caller's rights
    // (https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html).
    actions: ['cognito-identity:*', 'cognito-idp:*', 'cloudfront:UpdateDistribution'],
    serviceLinkedRoles: ['email.cognito-idp.amazonaws.com'],
  },
  DynamoDB: { actions: ['dynamodb:*'] },
  Events: { actions: ['events:*'] },
  KMS: { actions: ['kms:*'] },
  Lambda: { actions: ['lambda:*'] },
  Logs: { actions: ['logs:*'] },
  OpenSearchService: { actions: ['es:*'], serviceLinkedRoles: ['opensearchservice.amazonaws.com'] },
  Pipes: { actions: ['pipes:*'] },
  Route53: { actions: ['route53:*'] },
  S3: { actions: ['s3:*'] },
  SES: { actions: ['ses:*'] },
  SNS: { actions: ['sns:*'] },
  SQS: { actions: ['sqs:*'] },
  Scheduler: { actions: ['scheduler:*'] },
  SecretsManager: { actions: ['secretsmanager:*'] },
  StepFunctions: { actions: ['states:*'] },
  WAFv2: { actions: ['wafv2:*'], serviceLinkedRoles: ['wafv2.amazonaws.com'] },
};

const VPC_READS = ['ec2:CreateTags', 'ec2:DeleteTags', 'ec2:Describe*'];

/**
 * Types of services that can do much more than one wants them to, such as run machines or commands, and types that the
 * execution boundary covers by itself.
 */
export const ACTIONS_OF_TYPE: Readonly<Record<string, ServiceActions>> = {
  'AWS::CloudFormation::CustomResource': { actions: ['lambda:InvokeFunction'] },
  'AWS::CloudFormation::Stack': {
    actions: ['cloudformation:*ChangeSet', 'cloudformation:*Stack', 'cloudformation:Describe*', 'cloudformation:Get*'],
  },
  'AWS::CloudFormation::WaitCondition': NOTHING,
  'AWS::CloudFormation::WaitConditionHandle': NOTHING,
  'AWS::EC2::FlowLog': { actions: ['ec2:*FlowLogs', ...VPC_READS, 'logs:*LogDelivery'] },
  'AWS::EC2::Route': { actions: ['ec2:*Route', ...VPC_READS] },
  'AWS::EC2::RouteTable': { actions: ['ec2:*RouteTable', ...VPC_READS] },
  'AWS::EC2::SecurityGroup': { actions: ['ec2:*SecurityGroup*', ...VPC_READS] },
  'AWS::EC2::SecurityGroupEgress': { actions: ['ec2:*SecurityGroup*', ...VPC_READS] },
  'AWS::EC2::SecurityGroupIngress': { actions: ['ec2:*SecurityGroup*', ...VPC_READS] },
  'AWS::EC2::Subnet': { actions: ['ec2:*Subnet*', ...VPC_READS] },
  'AWS::EC2::SubnetRouteTableAssociation': { actions: ['ec2:*RouteTable', ...VPC_READS] },
  'AWS::EC2::VPC': { actions: ['ec2:CreateVpc', 'ec2:DeleteVpc', 'ec2:ModifyVpcAttribute', ...VPC_READS] },
  'AWS::EC2::VPCEndpoint': { actions: ['ec2:*VpcEndpoint*', ...VPC_READS] },
  'AWS::IAM::ManagedPolicy': NOTHING,
  'AWS::IAM::Policy': NOTHING,
  'AWS::IAM::Role': NOTHING,
  'AWS::IAM::RolePolicy': NOTHING,
  'AWS::IAM::User': NOTHING,
  'AWS::IAM::UserPolicy': NOTHING,
  'AWS::SSM::Parameter': { actions: ['ssm:*Parameter*', 'ssm:*TagsFromResource', 'ssm:*TagsToResource', 'ssm:List*'] },
};

/** What CloudFormation needs to call the function behind a resource type of one's own. */
export const CUSTOM_RESOURCE_ACTIONS = ['lambda:InvokeFunction'];

/** What dynamic references and parameters of a template need, by a text that templates with them have. */
export const ACTIONS_OF_REFERENCE: Readonly<Record<string, readonly string[]>> = {
  '{{resolve:secretsmanager:': ['secretsmanager:GetSecretValue'],
  '{{resolve:ssm': ['ssm:GetParameter*'],
  '"AWS::SSM::Parameter::Value<': ['ssm:GetParameter*'],
};

/**
 * What roles with a policy of AWS need of it, by the name of the policy
 * (https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html). Where a policy is broad, it is what
 * constructs of this library use it for; the boundary takes the rest away.
 */
export const ACTIONS_OF_MANAGED_POLICY: Readonly<Record<string, readonly string[]>> = {
  AWSLambdaBasicExecutionRole: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  AWSLambdaVPCAccessExecutionRole: [
    'ec2:AssignPrivateIpAddresses',
    'ec2:CreateNetworkInterface',
    'ec2:DeleteNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSecurityGroups',
    'ec2:DescribeSubnets',
    'ec2:DescribeVpcs',
    'ec2:UnassignPrivateIpAddresses',
    'logs:CreateLogGroup',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
  ],
  AmazonAPIGatewayPushToCloudWatchLogs: [
    'logs:CreateLogGroup',
    'logs:CreateLogStream',
    'logs:Describe*',
    'logs:FilterLogEvents',
    'logs:GetLogEvents',
    'logs:PutLogEvents',
  ],
  // Chat channels with alarms show what these tell.
  ViewOnlyAccess: ['cloudwatch:Describe*', 'cloudwatch:Get*', 'cloudwatch:List*', 'logs:Describe*'],
};
