import { NETWORK_INTERFACES, NETWORK_READS, SUBNET_READS, USE_OF_KEY } from './calls-of-other-services';
import { supplement, SuppliedType } from './supplied-type';

const PRINCIPAL = 'dms.amazonaws.com';

const TAGS = { tag: 'AddTagsToResource', untag: 'RemoveTagsFromResource' };

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

const SETTINGS_WITH_SERVICE_ROLE = [
  'DynamoDbSettings',
  'ElasticsearchSettings',
  'KinesisSettings',
  'NeptuneSettings',
  'RedshiftSettings',
  'S3Settings',
].map((settings) => `${settings}.ServiceAccessRoleArn`);

const SETTINGS_WITH_SECRET = [
  'DocDbSettings',
  'GcpMySQLSettings',
  'IbmDb2Settings',
  'MicrosoftSqlServerSettings',
  'MongoDbSettings',
  'MySqlSettings',
  'OracleSettings',
  'PostgreSqlSettings',
  'RedshiftSettings',
  'SybaseSettings',
].map((settings) => `${settings}.SecretsManagerAccessRoleArn`);

const ROLES_OF_ENDPOINT = [
  ...SETTINGS_WITH_SERVICE_ROLE,
  ...SETTINGS_WITH_SECRET,
  'OracleSettings.SecretsManagerOracleAsmAccessRoleArn',
];

export const DMS = supplement(
  { prefix: 'dms', page: 'list_awsdatabasemigrationservice' },
  {
    'AWS::DMS::Certificate': {
      create: 'ImportCertificate',
      read: 'DescribeCertificates',
      delete: 'DeleteCertificate',
    },
    'AWS::DMS::Endpoint': {
      ...part('Endpoint'),
      onlyWith: [{ properties: ['KmsKeyId'], create: USE_OF_KEY }],
      passedRoles: Object.fromEntries(ROLES_OF_ENDPOINT.map((property) => [property, PRINCIPAL])),
    },
    'AWS::DMS::EventSubscription': part('EventSubscription'),
    'AWS::DMS::ReplicationInstance': {
      ...part('ReplicationInstance'),
      create: `CreateReplicationInstance ec2:DescribeAvailabilityZones ec2:DescribeInternetGateways
        ec2:ModifyNetworkInterfaceAttribute ${NETWORK_INTERFACES}`,
      update: `ModifyReplicationInstance ${NETWORK_READS}`,
      delete: 'DeleteReplicationInstance ec2:DeleteNetworkInterface',
      onlyWith: [{ properties: ['KmsKeyId'], create: USE_OF_KEY }],
    },
    'AWS::DMS::ReplicationSubnetGroup': {
      ...part('ReplicationSubnetGroup'),
      create: `CreateReplicationSubnetGroup ${SUBNET_READS}`,
      update: `ModifyReplicationSubnetGroup ${SUBNET_READS}`,
    },
    'AWS::DMS::ReplicationTask': {
      ...part('ReplicationTask'),
      // A task that runs can neither be changed nor deleted.
      update: 'ModifyReplicationTask StopReplicationTask',
      delete: 'DeleteReplicationTask StopReplicationTask',
    },
  },
);
