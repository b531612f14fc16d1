import { Reviews, set } from '../review';

const SERVICE_LINKED_ROLES =
  'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/using-service-linked-roles.html';

const KINESIS = `dynamodb:DisableKinesisStreamingDestination dynamodb:EnableKinesisStreamingDestination
  dynamodb:UpdateKinesisStreamingDestination kinesis:DescribeStream kinesis:PutRecords`;

const AUTO_SCALED = set(
  'WriteProvisionedThroughputSettings',
  'GlobalSecondaryIndexes.WriteProvisionedThroughputSettings',
  'Replicas.ReadProvisionedThroughputSettings',
  'Replicas.GlobalSecondaryIndexes.ReadProvisionedThroughputSettings',
);

const INSIGHTS = set('ContributorInsightsSpecification', 'GlobalSecondaryIndexes.ContributorInsightsSpecification');

const REPLICA_INSIGHTS = set(
  'Replicas.ContributorInsightsSpecification',
  'Replicas.GlobalSecondaryIndexes.ContributorInsightsSpecification',
);

const KINESIS_ROLE = { service: 'kinesisreplication.dynamodb.amazonaws.com', source: SERVICE_LINKED_ROLES };

const INSIGHTS_ROLE = { service: 'contributorinsights.dynamodb.amazonaws.com', source: SERVICE_LINKED_ROLES };

export const DYNAMODB: Reviews = {
  'AWS::DynamoDB::GlobalTable': {
    // Replication works on items with the rights of whoever adds the replica:
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/globaltables-security.html
    always: `dynamodb:BatchWriteItem dynamodb:CreateTable dynamodb:CreateTableReplica dynamodb:DeleteItem
      dynamodb:DeleteTable dynamodb:DeleteTableReplica dynamodb:Describe* dynamodb:GetItem dynamodb:GetResourcePolicy
      dynamodb:ListTables dynamodb:ListTagsOfResource dynamodb:PutItem dynamodb:Query dynamodb:Scan
      dynamodb:TagResource dynamodb:UntagResource dynamodb:UpdateItem dynamodb:UpdateTable
      application-autoscaling:Describe* cloudwatch:PutMetricData`,
    when: [
      {
        when: AUTO_SCALED,
        actions: `application-autoscaling:DeleteScalingPolicy application-autoscaling:DeleteScheduledAction
          application-autoscaling:DeregisterScalableTarget application-autoscaling:PutScalingPolicy
          application-autoscaling:PutScheduledAction application-autoscaling:RegisterScalableTarget
          dynamodb:UpdateTableReplicaAutoScaling`,
      },
      { when: set('Replicas.KinesisStreamSpecification'), actions: `${KINESIS} kinesis:ListStreams` },
      { when: set('Replicas.PointInTimeRecoverySpecification'), actions: 'dynamodb:UpdateContinuousBackups' },
      { when: REPLICA_INSIGHTS, actions: 'dynamodb:UpdateContributorInsights' },
      { when: set('TimeToLiveSpecification'), actions: 'dynamodb:UpdateTimeToLive' },
      {
        when: set('Replicas.ResourcePolicy', 'Replicas.ReplicaStreamSpecification.ResourcePolicy'),
        actions: 'dynamodb:DeleteResourcePolicy dynamodb:PutResourcePolicy',
      },
      {
        when: set('SSESpecification', 'Replicas.SSESpecification'),
        actions: 'kms:CreateGrant kms:Decrypt kms:DescribeKey kms:ListAliases kms:RevokeGrant',
      },
    ],
    serviceLinkedRoles: [
      { service: 'replication.dynamodb.amazonaws.com', source: SERVICE_LINKED_ROLES },
      {
        service: 'dynamodb.application-autoscaling.amazonaws.com',
        when: AUTO_SCALED,
        source:
          'https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-service-linked-roles.html',
      },
      { ...INSIGHTS_ROLE, when: REPLICA_INSIGHTS },
      { ...KINESIS_ROLE, when: set('Replicas.KinesisStreamSpecification') },
    ],
  },
  'AWS::DynamoDB::Table': {
    always: `dynamodb:CreateTable dynamodb:DeleteTable dynamodb:DescribeContinuousBackups
      dynamodb:DescribeContributorInsights dynamodb:DescribeKinesisStreamingDestination dynamodb:DescribeTable
      dynamodb:DescribeTimeToLive dynamodb:GetResourcePolicy dynamodb:ListTables dynamodb:ListTagsOfResource
      dynamodb:TagResource dynamodb:UntagResource dynamodb:UpdateTable`,
    when: [
      {
        when: set('ImportSourceSpecification'),
        actions: 'dynamodb:DescribeImport dynamodb:ImportTable logs:* s3:GetObject s3:ListBucket',
      },
      { when: set('KinesisStreamSpecification'), actions: KINESIS },
      { when: set('PointInTimeRecoverySpecification'), actions: 'dynamodb:UpdateContinuousBackups' },
      { when: INSIGHTS, actions: 'dynamodb:UpdateContributorInsights' },
      { when: set('TimeToLiveSpecification'), actions: 'dynamodb:UpdateTimeToLive' },
      {
        when: set('ResourcePolicy', 'StreamSpecification.ResourcePolicy'),
        actions: 'dynamodb:DeleteResourcePolicy dynamodb:PutResourcePolicy',
      },
      {
        when: set('SSESpecification'),
        actions: 'kms:CreateGrant kms:Decrypt kms:DescribeKey kms:Encrypt kms:ListAliases kms:RevokeGrant',
      },
    ],
    serviceLinkedRoles: [
      { ...INSIGHTS_ROLE, when: INSIGHTS },
      { ...KINESIS_ROLE, when: set('KinesisStreamSpecification') },
    ],
  },
};
