import { supplement } from './supplied-type';

export const REDSHIFT = supplement(
  { prefix: 'redshift', page: 'list_amazonredshift' },
  {
    'AWS::Redshift::ClusterSecurityGroup': {
      create: 'CreateClusterSecurityGroup',
      read: 'DescribeClusterSecurityGroups DescribeTags',
      delete: 'DeleteClusterSecurityGroup',
      tag: 'CreateTags',
      untag: 'DeleteTags',
    },
    'AWS::Redshift::ClusterSecurityGroupIngress': {
      create: 'AuthorizeClusterSecurityGroupIngress',
      read: 'DescribeClusterSecurityGroups',
      delete: 'RevokeClusterSecurityGroupIngress',
    },
  },
);
