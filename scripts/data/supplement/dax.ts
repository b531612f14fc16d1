import { NETWORK_INTERFACES, NETWORK_READS, SUBNET_READS } from './calls-of-other-services';
import { supplement } from './supplied-type';

export const DAX = supplement(
  { prefix: 'dax', page: 'list_amazondynamodbacceleratordax' },
  {
    'AWS::DAX::Cluster': {
      create: `CreateCluster CreateParameterGroup CreateSubnetGroup ec2:DeleteNetworkInterface iam:GetRole
        ${NETWORK_INTERFACES}`,
      read: 'DescribeClusters ListTags',
      update: `DecreaseReplicationFactor IncreaseReplicationFactor UpdateCluster ${NETWORK_READS}`,
      delete: 'DeleteCluster',
      tag: 'TagResource',
      untag: 'UntagResource',
      passedRoles: { IAMRoleARN: 'dax.amazonaws.com' },
      serviceLinkedRoles: [{ service: 'dax.amazonaws.com' }],
    },
    'AWS::DAX::ParameterGroup': {
      create: 'CreateParameterGroup UpdateParameterGroup',
      read: 'DescribeParameterGroups DescribeParameters',
      update: 'UpdateParameterGroup',
      delete: 'DeleteParameterGroup',
    },
    'AWS::DAX::SubnetGroup': {
      create: `CreateSubnetGroup ${SUBNET_READS}`,
      read: 'DescribeSubnetGroups',
      update: `UpdateSubnetGroup ${SUBNET_READS}`,
      delete: 'DeleteSubnetGroup',
    },
  },
);
