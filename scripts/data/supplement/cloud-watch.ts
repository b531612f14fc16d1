import { supplement } from './supplied-type';

export const CLOUD_WATCH = supplement(
  { prefix: 'cloudwatch', page: 'list_amazoncloudwatch' },
  {
    'AWS::CloudWatch::AnomalyDetector': {
      create: 'PutAnomalyDetector',
      read: 'DescribeAnomalyDetectors',
      update: 'PutAnomalyDetector',
      delete: 'DeleteAnomalyDetector',
    },
    'AWS::CloudWatch::InsightRule': {
      create: 'PutInsightRule',
      read: 'DescribeInsightRules ListTagsForResource',
      update: 'DisableInsightRules EnableInsightRules PutInsightRule',
      delete: 'DeleteInsightRules',
      tag: 'TagResource',
      untag: 'UntagResource',
    },
  },
);
