import { has, Reviews, set } from '../review';

const ECS_ROLE = {
  service: 'ecs.amazonaws.com',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using-service-linked-roles.html',
};

/** What scaling does to a service, whoever registers it must be allowed to do as well. */
const SCALING =
  'https://docs.aws.amazon.com/autoscaling/application/userguide/security_iam_id-based-policy-examples.html';

/** Services whose resources are scaled, by their name in the property; each has a service-linked role of its own. */
const SCALED: Readonly<Record<string, string>> = {
  appstream: 'appstream',
  cassandra: 'cassandra',
  comprehend: 'comprehend',
  'custom-resource': 'custom-resource',
  dynamodb: 'dynamodb',
  ec2: 'ec2',
  ecs: 'ecs',
  elasticache: 'elasticache',
  elasticmapreduce: 'elasticmapreduce',
  kafka: 'kafka',
  lambda: 'lambda',
  neptune: 'neptune',
  rds: 'rds',
  sagemaker: 'sagemaker',
  workspaces: 'workspaces',
};

export const CONTAINERS: Reviews = {
  'AWS::ApplicationAutoScaling::ScalableTarget': {
    always: `application-autoscaling:DeregisterScalableTarget application-autoscaling:DescribeScalableTargets
      application-autoscaling:DescribeScheduledActions application-autoscaling:RegisterScalableTarget
      cloudwatch:DeleteAlarms cloudwatch:DescribeAlarms cloudwatch:PutMetricAlarm`,
    when: [
      {
        when: set('ScheduledActions'),
        actions: 'application-autoscaling:DeleteScheduledAction application-autoscaling:PutScheduledAction',
      },
      { when: has('ServiceNamespace', 'lambda'), actions: 'lambda:*' },
    ],
    adds: [
      {
        when: has('ServiceNamespace', 'dynamodb'),
        actions: { cu: 'dynamodb:DescribeTable dynamodb:UpdateTable' },
        source: SCALING,
      },
      {
        when: has('ServiceNamespace', 'ecs'),
        actions: { cu: 'ecs:DescribeServices ecs:UpdateService' },
        source: SCALING,
      },
      {
        when: has('ServiceNamespace', 'rds'),
        actions: {
          cu: `rds:AddTagsToResource rds:CreateDBInstance rds:DeleteDBInstance rds:DescribeDBClusters
            rds:DescribeDBInstances`,
        },
        source: SCALING,
      },
    ],
    passedRoles: [{ property: 'RoleARN', service: 'application-autoscaling.amazonaws.com' }],
    serviceLinkedRoles: Object.entries(SCALED).map(([namespace, prefix]) => ({
      service: `${prefix}.application-autoscaling.amazonaws.com`,
      when: has('ServiceNamespace', namespace),
      source:
        'https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-service-linked-roles.html',
    })),
  },
  'AWS::ApplicationAutoScaling::ScalingPolicy': {
    always: `application-autoscaling:DeleteScalingPolicy application-autoscaling:DescribeScalingPolicies
      application-autoscaling:PutScalingPolicy`,
    adds: [
      {
        when: set('TargetTrackingScalingPolicyConfiguration'),
        actions: { cu: 'cloudwatch:PutMetricAlarm', cud: 'cloudwatch:DeleteAlarms cloudwatch:DescribeAlarms' },
        source: SCALING,
      },
    ],
  },
  'AWS::ECR::ReplicationConfiguration': {
    always: 'ecr:DescribeRegistry ecr:PutReplicationConfiguration',
    serviceLinkedRoles: [
      {
        service: 'replication.ecr.amazonaws.com',
        source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/using-service-linked-roles.html',
      },
    ],
  },
  'AWS::ECR::Repository': {
    always: `ecr:CreateRepository ecr:DeleteRepository ecr:DescribeRepositories ecr:GetLifecyclePolicy
      ecr:GetRepositoryPolicy ecr:ListTagsForResource ecr:TagResource ecr:UntagResource`,
    when: [
      { when: set('EncryptionConfiguration'), actions: 'kms:CreateGrant kms:DescribeKey kms:RetireGrant' },
      { when: set('ImageScanningConfiguration'), actions: 'ecr:PutImageScanningConfiguration' },
      { when: set('ImageTagMutability'), actions: 'ecr:PutImageTagMutability' },
      { when: set('LifecyclePolicy'), actions: 'ecr:DeleteLifecyclePolicy ecr:PutLifecyclePolicy' },
      { when: set('RepositoryPolicyText'), actions: 'ecr:DeleteRepositoryPolicy ecr:SetRepositoryPolicy' },
    ],
  },
  'AWS::ECS::Cluster': {
    always: `ecs:CreateCluster ecs:DeleteCluster ecs:DescribeClusters ecs:ListClusters ecs:ListTagsForResource
      ecs:TagResource ecs:UntagResource`,
    when: [
      {
        when: set('CapacityProviders', 'DefaultCapacityProviderStrategy'),
        actions: 'ecs:PutClusterCapacityProviders',
      },
      { when: set('ClusterSettings'), actions: 'ecs:UpdateClusterSettings' },
      { when: set('Configuration', 'ServiceConnectDefaults'), actions: 'ecs:UpdateCluster' },
      { when: set('Configuration'), actions: 'kms:DescribeKey' },
    ],
    never: [
      {
        actions: 'ecs:PutAccountSetting ecs:PutAccountSettingDefault',
        reason: 'no property of a cluster is a setting of the account',
      },
    ],
    serviceLinkedRoles: [ECS_ROLE],
  },
  'AWS::ECS::ClusterCapacityProviderAssociations': {
    always: 'ecs:DescribeClusters ecs:ListClusters ecs:PutClusterCapacityProviders',
  },
  'AWS::ECS::Service': {
    always: `ecs:CreateService ecs:DeleteService ecs:DescribeServices ecs:ListClusters ecs:ListServices
      ecs:ListTagsForResource ecs:TagResource ecs:UntagResource ecs:UpdateService`,
    passedRoles: [
      { property: 'Role', service: 'ecs.amazonaws.com' },
      { property: 'VolumeConfigurations.ManagedEBSVolume.RoleArn', service: 'ecs.amazonaws.com' },
    ],
    serviceLinkedRoles: [ECS_ROLE],
  },
  'AWS::ECS::TaskDefinition': {
    always: `ecs:DeregisterTaskDefinition ecs:DescribeTaskDefinition ecs:ListTagsForResource ecs:ListTaskDefinitions
      ecs:RegisterTaskDefinition ecs:TagResource ecs:UntagResource iam:GetRole`,
    passedRoles: [
      { property: 'ExecutionRoleArn', service: 'ecs-tasks.amazonaws.com' },
      { property: 'TaskRoleArn', service: 'ecs-tasks.amazonaws.com' },
    ],
  },
};
