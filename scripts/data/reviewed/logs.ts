import { Reviews, set } from '../review';
import { actionsPage } from './pages';

export const LOGS: Reviews = {
  'AWS::Logs::LogGroup': {
    always: `logs:CreateLogGroup logs:DeleteLogGroup logs:DescribeLogGroups logs:GetDataProtectionPolicy
      logs:ListTagsForResource logs:TagResource logs:UntagResource`,
    when: [
      {
        // The policy names where findings go: a log group, a bucket or a stream of Data Firehose.
        when: set('DataProtectionPolicy'),
        actions: `firehose:TagDeliveryStream logs:CreateLogDelivery logs:DeleteDataProtectionPolicy
          logs:PutDataProtectionPolicy s3:PutObject`,
      },
      {
        when: set('DataProtectionPolicy', 'ResourcePolicyDocument'),
        actions: 'logs:DescribeResourcePolicies logs:PutResourcePolicy',
      },
      { when: set('KmsKeyId'), actions: 'logs:AssociateKmsKey logs:DisassociateKmsKey' },
      { when: set('RetentionInDays'), actions: 'logs:DeleteRetentionPolicy logs:PutRetentionPolicy' },
    ],
    adds: [
      {
        when: set('FieldIndexPolicies'),
        actions: { cu: 'logs:PutIndexPolicy', cru: 'logs:DescribeIndexPolicies', u: 'logs:DeleteIndexPolicy' },
        source: actionsPage('amazoncloudwatchlogs'),
      },
    ],
  },
  'AWS::Logs::LogStream': { always: 'logs:CreateLogStream logs:DeleteLogStream logs:DescribeLogStreams' },
  'AWS::Logs::MetricFilter': { always: 'logs:DeleteMetricFilter logs:DescribeMetricFilters logs:PutMetricFilter' },
  'AWS::Logs::QueryDefinition': {
    always: 'logs:DeleteQueryDefinition logs:DescribeQueryDefinitions logs:PutQueryDefinition',
  },
  'AWS::Logs::ResourcePolicy': {
    always: 'logs:DeleteResourcePolicy logs:DescribeResourcePolicies logs:PutResourcePolicy',
  },
  'AWS::Logs::SubscriptionFilter': {
    always: 'logs:DeleteSubscriptionFilter logs:DescribeSubscriptionFilters logs:PutSubscriptionFilter',
    passedRoles: [{ property: 'RoleArn', service: 'logs.amazonaws.com' }],
  },
};
