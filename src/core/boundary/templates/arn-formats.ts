/** How a resource of a type is called: its ARN, and what `Ref` and `Fn::GetAtt` give. */
export interface ArnFormat {
  /** What follows the partition, with `R`egion and `A`ccount: `dynamodb:R:A:table/`. The name follows. */
  readonly beginning: string;
  /** Property with the name; types without one have an id that the service makes. */
  readonly name?: string;
  /** Property with the path, which stands before the name: `/` or `/service/`. */
  readonly path?: string;
  /** What `Ref` gives. */
  readonly ref: 'name' | 'arn' | 'something else';
  /** Attributes that are the ARN; with `:*` behind it where the service puts it there. */
  readonly arn?: string;
  readonly arnEnd?: string;
  /** Attribute that is the name. */
  readonly nameAttribute?: string;
  /**
   * Longest name that CloudFormation makes of stack and logical id, for types without a name in the template; where it is
   * missing, nothing is known of the names that CloudFormation makes.
   */
  readonly generated?: number;
  readonly lowerCase?: true;
  /** What stands between the name and an end that the service makes. */
  readonly beforeEnd?: '-' | '/';
}

const ARN = { arn: 'Arn' } as const;
const NAMED = { ...ARN, ref: 'name' } as const;
const BY_ARN = { ...ARN, ref: 'arn' } as const;

/**
 * ARN formats: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html;
 * what `Ref` and attributes give: "Return values" of each type in
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html;
 * lengths of names: quotas of the services.
 */
export const ARN_FORMATS: Readonly<Record<string, ArnFormat>> = {
  'AWS::Backup::BackupPlan': { beginning: 'backup:R:A:backup-plan:', ref: 'name', arn: 'BackupPlanArn' },
  'AWS::Backup::BackupVault': {
    beginning: 'backup:R:A:backup-vault:',
    name: 'BackupVaultName',
    ref: 'name',
    arn: 'BackupVaultArn',
  },
  'AWS::CertificateManager::Certificate': { beginning: 'acm:R:A:certificate/', ref: 'arn' },
  'AWS::CloudFormation::Stack': {
    beginning: 'cloudformation:R:A:stack/',
    ref: 'arn',
    generated: 128,
    beforeEnd: '/',
  },
  'AWS::CloudFront::Distribution': { beginning: 'cloudfront::A:distribution/', ref: 'name' },
  'AWS::CloudTrail::Trail': { ...NAMED, beginning: 'cloudtrail:R:A:trail/', name: 'TrailName' },
  'AWS::CloudWatch::Alarm': { ...NAMED, beginning: 'cloudwatch:R:A:alarm:', name: 'AlarmName', generated: 255 },
  'AWS::CodeBuild::Project': { ...NAMED, beginning: 'codebuild:R:A:project/', name: 'Name' },
  'AWS::CodePipeline::Pipeline': { beginning: 'codepipeline:R:A:', name: 'Name', ref: 'name' },
  'AWS::Cognito::UserPool': { ...NAMED, beginning: 'cognito-idp:R:A:userpool/' },
  'AWS::DynamoDB::GlobalTable': {
    ...NAMED,
    beginning: 'dynamodb:R:A:table/',
    name: 'TableName',
    generated: 255,
  },
  'AWS::DynamoDB::Table': { ...NAMED, beginning: 'dynamodb:R:A:table/', name: 'TableName', generated: 255 },
  'AWS::ECR::Repository': { ...NAMED, beginning: 'ecr:R:A:repository/', name: 'RepositoryName' },
  'AWS::ECS::Cluster': { ...NAMED, beginning: 'ecs:R:A:cluster/', name: 'ClusterName' },
  'AWS::Events::EventBus': { ...NAMED, beginning: 'events:R:A:event-bus/', name: 'Name', nameAttribute: 'Name' },
  'AWS::Events::Rule': { ...ARN, ref: 'something else', beginning: 'events:R:A:rule/', name: 'Name', generated: 64 },
  'AWS::IAM::Group': { ...NAMED, beginning: 'iam::A:group', name: 'GroupName', path: 'Path', generated: 128 },
  'AWS::IAM::InstanceProfile': {
    ...NAMED,
    beginning: 'iam::A:instance-profile',
    name: 'InstanceProfileName',
    path: 'Path',
  },
  'AWS::IAM::ManagedPolicy': {
    beginning: 'iam::A:policy',
    name: 'ManagedPolicyName',
    path: 'Path',
    ref: 'arn',
    arn: 'PolicyArn',
    generated: 128,
  },
  'AWS::IAM::Role': { ...NAMED, beginning: 'iam::A:role', name: 'RoleName', path: 'Path', generated: 64 },
  'AWS::IAM::User': { ...NAMED, beginning: 'iam::A:user', name: 'UserName', path: 'Path', generated: 64 },
  'AWS::KMS::Alias': { beginning: 'kms:R:A:', name: 'AliasName', ref: 'name' },
  'AWS::KMS::Key': { ...NAMED, beginning: 'kms:R:A:key/' },
  'AWS::Kinesis::Stream': { ...NAMED, beginning: 'kinesis:R:A:stream/', name: 'Name' },
  'AWS::KinesisFirehose::DeliveryStream': {
    ...NAMED,
    beginning: 'firehose:R:A:deliverystream/',
    name: 'DeliveryStreamName',
  },
  'AWS::Lambda::Function': { ...NAMED, beginning: 'lambda:R:A:function:', name: 'FunctionName', generated: 64 },
  'AWS::Logs::LogGroup': {
    ...NAMED,
    beginning: 'logs:R:A:log-group:',
    name: 'LogGroupName',
    arnEnd: ':*',
    generated: 512,
  },
  'AWS::OpenSearchService::Domain': { ...NAMED, beginning: 'es:R:A:domain/', name: 'DomainName' },
  'AWS::Pipes::Pipe': { ...NAMED, beginning: 'pipes:R:A:pipe/', name: 'Name' },
  'AWS::S3::Bucket': { ...NAMED, beginning: 's3:::', name: 'BucketName', generated: 63, lowerCase: true },
  'AWS::SNS::Topic': {
    beginning: 'sns:R:A:',
    name: 'TopicName',
    ref: 'arn',
    arn: 'TopicArn',
    nameAttribute: 'TopicName',
    generated: 256,
  },
  'AWS::SQS::Queue': {
    ...ARN,
    ref: 'something else',
    beginning: 'sqs:R:A:',
    name: 'QueueName',
    nameAttribute: 'QueueName',
    generated: 80,
  },
  'AWS::SSM::Parameter': { beginning: 'ssm:R:A:parameter/', name: 'Name', ref: 'name' },
  'AWS::Scheduler::ScheduleGroup': { ...NAMED, beginning: 'scheduler:R:A:schedule-group/', name: 'Name' },
  'AWS::SecretsManager::Secret': {
    beginning: 'secretsmanager:R:A:secret:',
    name: 'Name',
    ref: 'arn',
    arn: 'Id',
    beforeEnd: '-',
  },
  'AWS::StepFunctions::StateMachine': {
    ...BY_ARN,
    beginning: 'states:R:A:stateMachine:',
    name: 'StateMachineName',
    nameAttribute: 'Name',
  },
};
