import type { Reviews } from '../review';
import { USE_OF_KEY } from './calls-of-other-services';
import { supplement, SuppliedType } from './supplied-type';

/** DocumentDB and Neptune are managed with the actions of RDS. */
const PAGE = { prefix: 'rds', page: 'list_amazonrds' };

const TAGS = { tag: 'AddTagsToResource', untag: 'RemoveTagsFromResource' };

const SERVICE_LINKED_ROLES = [{ service: 'rds.amazonaws.com' }];

/** Each `Describe` reads the whole list of its kind. */
function part(name: string): SuppliedType {
  return {
    create: `Create${name}`,
    read: `Describe${name}s ListTagsForResource`,
    update: `Modify${name}`,
    delete: `Delete${name}`,
    ...TAGS,
  };
}

/** Parameters are set by a change of the group that was just created. */
function parameterGroup(name: string, parameters: string): SuppliedType {
  return {
    ...part(name),
    create: `Create${name} Modify${name}`,
    read: `Describe${name}s ${parameters} ListTagsForResource`,
    update: `Modify${name} Reset${name}`,
  };
}

const INSTANCE: SuppliedType = {
  ...part('DBInstance'),
  read: 'DescribeDBClusters DescribeDBInstances ListTagsForResource',
  update: 'ModifyDBInstance RebootDBInstance',
  serviceLinkedRoles: SERVICE_LINKED_ROLES,
};

const EVENT_SUBSCRIPTION: SuppliedType = {
  create: 'CreateEventSubscription',
  read: 'DescribeEventSubscriptions',
  update: 'AddSourceIdentifierToSubscription ModifyEventSubscription RemoveSourceIdentifierFromSubscription',
  delete: 'DeleteEventSubscription',
};

const CLUSTER_PARAMETERS = parameterGroup('DBClusterParameterGroup', 'DescribeDBClusterParameters');

const DOC_DB = supplement(PAGE, {
  'AWS::DocDB::DBCluster': {
    ...part('DBCluster'),
    // The last snapshot is made on deletion where the deletion policy says so.
    delete: 'CreateDBClusterSnapshot DeleteDBCluster',
    onlyWith: [
      {
        properties: ['SnapshotIdentifier'],
        create: 'DescribeDBClusterSnapshots ModifyDBCluster RestoreDBClusterFromSnapshot',
      },
      { properties: ['SourceDBClusterIdentifier'], create: 'ModifyDBCluster RestoreDBClusterToPointInTime' },
      { properties: ['KmsKeyId', 'StorageEncrypted'], create: USE_OF_KEY, delete: USE_OF_KEY },
    ],
    serviceLinkedRoles: SERVICE_LINKED_ROLES,
  },
  'AWS::DocDB::DBClusterParameterGroup': CLUSTER_PARAMETERS,
  'AWS::DocDB::DBInstance': INSTANCE,
  'AWS::DocDB::DBSubnetGroup': { ...part('DBSubnetGroup'), serviceLinkedRoles: SERVICE_LINKED_ROLES },
  'AWS::DocDB::EventSubscription': EVENT_SUBSCRIPTION,
});

const NEPTUNE = supplement(PAGE, {
  'AWS::Neptune::DBClusterParameterGroup': CLUSTER_PARAMETERS,
  'AWS::Neptune::DBInstance': {
    ...INSTANCE,
    onlyWith: [{ properties: ['DBSnapshotIdentifier'], create: 'DescribeDBSnapshots RestoreDBInstanceFromDBSnapshot' }],
  },
  'AWS::Neptune::DBParameterGroup': parameterGroup('DBParameterGroup', 'DescribeDBParameters'),
  'AWS::Neptune::DBSubnetGroup': { ...part('DBSubnetGroup'), serviceLinkedRoles: SERVICE_LINKED_ROLES },
  'AWS::Neptune::EventSubscription': EVENT_SUBSCRIPTION,
});

/** Groups for instances outside of a network, which new accounts don't have. */
const CLASSIC = supplement(PAGE, {
  'AWS::RDS::DBSecurityGroup': {
    create: 'AuthorizeDBSecurityGroupIngress CreateDBSecurityGroup',
    read: 'DescribeDBSecurityGroups ListTagsForResource',
    update: 'AuthorizeDBSecurityGroupIngress RevokeDBSecurityGroupIngress',
    delete: 'DeleteDBSecurityGroup',
    ...TAGS,
  },
  'AWS::RDS::DBSecurityGroupIngress': {
    create: 'AuthorizeDBSecurityGroupIngress',
    read: 'DescribeDBSecurityGroups',
    update: 'AuthorizeDBSecurityGroupIngress RevokeDBSecurityGroupIngress',
    delete: 'RevokeDBSecurityGroupIngress',
  },
});

export const RDS: Reviews = { ...DOC_DB, ...NEPTUNE, ...CLASSIC };
