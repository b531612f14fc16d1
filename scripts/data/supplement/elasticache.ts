import { LOG_DELIVERY, NETWORK_INTERFACES, NETWORK_READS, USE_OF_KEY } from './calls-of-other-services';
import { ConditionalCalls, supplement, SuppliedServiceLinkedRole } from './supplied-type';

const TAGS = { tag: 'AddTagsToResource', untag: 'RemoveTagsFromResource' };

const CREATED_IN_NETWORK = `${NETWORK_INTERFACES} ec2:DeleteNetworkInterface`;

const ONLY_WITH: readonly ConditionalCalls[] = [
  { properties: ['SnapshotArns'], create: 's3:GetObject' },
  {
    properties: ['LogDeliveryConfigurations'],
    create: `${LOG_DELIVERY} firehose:TagDeliveryStream`,
    update: `${LOG_DELIVERY} firehose:TagDeliveryStream`,
    delete: LOG_DELIVERY,
  },
];

const SERVICE_LINKED_ROLES: readonly SuppliedServiceLinkedRole[] = [
  { service: 'elasticache.amazonaws.com' },
  { service: 'delivery.logs.amazonaws.com', properties: ['LogDeliveryConfigurations'] },
];

export const ELASTICACHE = supplement(
  { prefix: 'elasticache', page: 'list_amazonelasticache' },
  {
    'AWS::ElastiCache::CacheCluster': {
      create: `CreateCacheCluster ${CREATED_IN_NETWORK}`,
      read: 'DescribeCacheClusters ListTagsForResource',
      update: `ModifyCacheCluster RebootCacheCluster ${NETWORK_READS}`,
      // The last snapshot is made on deletion where the deletion policy says so.
      delete: 'CreateSnapshot DeleteCacheCluster DescribeSnapshots',
      ...TAGS,
      onlyWith: ONLY_WITH,
      serviceLinkedRoles: SERVICE_LINKED_ROLES,
    },
    'AWS::ElastiCache::ReplicationGroup': {
      create: `CreateReplicationGroup ${CREATED_IN_NETWORK}`,
      read: 'DescribeCacheClusters DescribeReplicationGroups ListTagsForResource',
      update: `DecreaseReplicaCount IncreaseReplicaCount ModifyReplicationGroup
        ModifyReplicationGroupShardConfiguration ${NETWORK_READS}`,
      delete: 'CreateSnapshot DeleteReplicationGroup DescribeSnapshots',
      ...TAGS,
      onlyWith: [
        ...ONLY_WITH,
        { properties: ['KmsKeyId'], create: USE_OF_KEY },
        {
          properties: ['GlobalReplicationGroupId'],
          read: 'DescribeGlobalReplicationGroups',
          update: 'ModifyGlobalReplicationGroup',
          delete: 'DisassociateGlobalReplicationGroup',
        },
      ],
      serviceLinkedRoles: SERVICE_LINKED_ROLES,
    },
    'AWS::ElastiCache::SecurityGroup': {
      create: 'CreateCacheSecurityGroup',
      read: 'DescribeCacheSecurityGroups ListTagsForResource',
      delete: 'DeleteCacheSecurityGroup',
      ...TAGS,
    },
    'AWS::ElastiCache::SecurityGroupIngress': {
      create: 'AuthorizeCacheSecurityGroupIngress',
      read: 'DescribeCacheSecurityGroups',
      update: 'AuthorizeCacheSecurityGroupIngress RevokeCacheSecurityGroupIngress',
      delete: 'RevokeCacheSecurityGroupIngress',
    },
  },
);
