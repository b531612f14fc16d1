import { supplement, usualCalls } from './supplied-type';

export const APP_CONFIG = supplement(
  { prefix: 'appconfig', page: 'list_awsappconfig' },
  {
    'AWS::AppConfig::Deployment': {
      create: 'StartDeployment',
      read: 'GetDeployment ListDeployments ListTagsForResource',
      delete: 'StopDeployment',
      tag: 'TagResource',
      onlyWith: [{ properties: ['KmsKeyIdentifier'], create: 'kms:Decrypt kms:DescribeKey kms:GenerateDataKey' }],
    },
    'AWS::AppConfig::DeploymentStrategy': {
      ...usualCalls('DeploymentStrategy', 'Get', 'ListTagsForResource'),
      tag: 'TagResource',
      untag: 'UntagResource',
    },
  },
);
