import { has, Reviews, set } from '../review';
import { actionsPage } from './pages';

export const CLOUDWATCH: Reviews = {
  'AWS::CloudWatch::Alarm': {
    always: `cloudwatch:DeleteAlarms cloudwatch:DescribeAlarms cloudwatch:ListTagsForResource cloudwatch:PutMetricAlarm
      cloudwatch:TagResource cloudwatch:UntagResource`,
  },
  'AWS::CloudWatch::Dashboard': {
    always: 'cloudwatch:DeleteDashboards cloudwatch:GetDashboard cloudwatch:ListDashboards cloudwatch:PutDashboard',
    adds: [
      {
        actions: { cut: 'cloudwatch:TagResource', ut: 'cloudwatch:UntagResource' },
        source: actionsPage('amazoncloudwatch'),
      },
    ],
  },
  'AWS::RUM::AppMonitor': {
    always: `rum:CreateAppMonitor rum:DeleteAppMonitor rum:GetAppMonitor rum:ListAppMonitors rum:ListTagsForResource
      rum:TagResource rum:UntagResource rum:UpdateAppMonitor rum:BatchGetRumMetricDefinitions
      rum:ListRumMetricsDestinations dynamodb:* s3:* iam:GetRole`,
    when: [
      { when: set('AppMonitorConfiguration.IdentityPoolId'), actions: 'cognito-identity:DescribeIdentityPool' },
      {
        when: has('CwLogEnabled', true),
        actions: 'logs:*',
      },
      {
        when: set('AppMonitorConfiguration.MetricDestinations'),
        actions: `rum:BatchCreateRumMetricDefinitions rum:BatchDeleteRumMetricDefinitions
          rum:DeleteRumMetricsDestination rum:PutRumMetricsDestination rum:UpdateRumMetricDefinition`,
      },
    ],
    passedRoles: [
      { property: 'AppMonitorConfiguration.GuestRoleArn', service: 'rum.amazonaws.com' },
      { property: 'AppMonitorConfiguration.MetricDestinations.IamRoleArn', service: 'rum.amazonaws.com' },
    ],
    serviceLinkedRoles: [
      {
        service: 'rum.amazonaws.com',
        source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-service-linked-roles-RUM.html',
      },
    ],
  },
  'AWS::Synthetics::Canary': {
    always: `iam:ListRoles lambda:* s3:CreateBucket s3:GetBucketLocation s3:ListAllMyBuckets
      s3:PutEncryptionConfiguration synthetics:*`,
    when: [
      {
        when: set('VPCConfig'),
        actions: 'ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcs',
      },
      { when: set('Code.S3Bucket'), actions: 's3:GetObject s3:GetObjectVersion' },
    ],
    adds: [
      {
        actions: { d: 'lambda:DeleteFunction lambda:DeleteLayerVersion' },
        when: [
          ...has('DeleteLambdaResourcesOnCanaryDeletion', true),
          ...has('ProvisionedResourceCleanup', 'AUTOMATIC'),
        ],
        source: 'https://docs.aws.amazon.com/AmazonSynthetics/latest/APIReference/API_DeleteCanary.html',
      },
    ],
    passedRoles: [{ property: 'ExecutionRoleArn', service: 'lambda.amazonaws.com' }],
  },
};
