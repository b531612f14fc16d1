import { supplement } from './supplied-type';

export const CLOUD9 = supplement(
  { prefix: 'cloud9', page: 'list_awscloud9' },
  {
    'AWS::Cloud9::EnvironmentEC2': {
      create: 'CreateEnvironmentEC2 ec2:DescribeSubnets ec2:DescribeVpcs',
      read: 'DescribeEnvironmentStatus DescribeEnvironments ListTagsForResource',
      update: 'UpdateEnvironment',
      delete: 'DeleteEnvironment',
      tag: 'TagResource',
      untag: 'UntagResource',
      serviceLinkedRoles: [{ service: 'cloud9.amazonaws.com' }],
    },
  },
);
