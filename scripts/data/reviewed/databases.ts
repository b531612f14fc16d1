import { has, Reviews, set } from '../review';

/** Any of RDS makes it, in an account that doesn't have it. */
const RDS_ROLE = {
  service: 'rds.amazonaws.com',
  source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAM.ServiceLinkedRoles.html',
};

const PASSWORD_KEY = {
  when: set('MasterUserSecret.KmsKeyId'),
  actions: { cu: 'kms:Decrypt kms:GenerateDataKey' },
  source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html',
};

const PASSWORD = {
  when: has('ManageMasterUserPassword', true),
  actions: 'secretsmanager:CreateSecret secretsmanager:TagResource',
};

const PASSED_ROLES = [
  { property: 'AssociatedRoles.RoleArn', service: 'rds.amazonaws.com' },
  { property: 'MonitoringRoleArn', service: 'monitoring.rds.amazonaws.com' },
  { property: 'DomainIAMRoleName', service: 'directoryservice.rds.amazonaws.com' },
];

export const DATABASES: Reviews = {
  'AWS::OpenSearchServerless::AccessPolicy': {
    always: `aoss:CreateAccessPolicy aoss:DeleteAccessPolicy aoss:GetAccessPolicy aoss:ListAccessPolicies
      aoss:UpdateAccessPolicy`,
  },
  'AWS::OpenSearchServerless::Collection': {
    always: `aoss:BatchGetCollection aoss:CreateCollection aoss:DeleteCollection aoss:ListCollections
      aoss:UpdateCollection`,
    adds: [
      {
        actions: { cut: 'aoss:TagResource', ut: 'aoss:UntagResource', rut: 'aoss:ListTagsForResource' },
        source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/tag-collection.html',
      },
    ],
    serviceLinkedRoles: [
      {
        service: 'observability.aoss.amazonaws.com',
        source:
          'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-service-linked-roles.html',
      },
    ],
  },
  'AWS::OpenSearchServerless::SecurityPolicy': {
    always: `aoss:CreateSecurityPolicy aoss:DeleteSecurityPolicy aoss:GetSecurityPolicy aoss:ListSecurityPolicies
      aoss:UpdateSecurityPolicy`,
    when: [{ when: has('Type', 'encryption'), actions: 'kms:CreateGrant kms:DescribeKey' }],
  },
  'AWS::OpenSearchServerless::VpcEndpoint': { always: 'aoss:* ec2:* route53:*' },
  'AWS::OpenSearchService::Domain': {
    always: `es:AddTags es:CreateDomain es:DeleteDomain es:DescribeDomain es:DescribeDomainChangeProgress es:ListTags
      es:RemoveTags es:UpdateDomainConfig`,
    when: [{ when: set('EngineVersion'), actions: 'es:UpgradeDomain' }],
    adds: [
      {
        when: set('EncryptionAtRestOptions.KmsKeyId'),
        actions: { c: 'kms:CreateGrant', cu: 'kms:DescribeKey' },
        source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html',
      },
      {
        when: set('VPCOptions'),
        actions: { cu: 'ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcs' },
        source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html',
      },
    ],
    passedRoles: [{ property: 'CognitoOptions.RoleArn', service: 'opensearchservice.amazonaws.com' }],
    serviceLinkedRoles: [
      {
        service: 'opensearchservice.amazonaws.com',
        when: set('VPCOptions'),
        source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/slr-aos.html',
      },
    ],
  },
  'AWS::RDS::DBCluster': {
    always: `ec2:DescribeSecurityGroups rds:AddTagsToResource rds:CreateDBCluster rds:CreateDBClusterSnapshot
      rds:CreateDBInstance rds:DeleteDBCluster rds:DeleteDBInstance rds:DescribeDBClusters rds:DescribeDBSubnetGroups
      rds:DescribeEvents rds:ModifyDBCluster rds:ModifyDBInstance rds:RemoveTagsFromResource`,
    when: [
      { when: set('AssociatedRoles'), actions: 'rds:AddRoleToDBCluster rds:RemoveRoleFromDBCluster' },
      { when: set('EnableHttpEndpoint'), actions: 'rds:DisableHttpEndpoint rds:EnableHttpEndpoint' },
      {
        when: set('GlobalClusterIdentifier'),
        actions: 'rds:DescribeGlobalClusters rds:RemoveFromGlobalCluster',
      },
      PASSWORD,
      {
        when: set('SnapshotIdentifier'),
        actions: 'rds:DescribeDBClusterSnapshots rds:DescribeDBSnapshots rds:RestoreDBClusterFromSnapshot',
      },
      { when: set('SourceDBClusterIdentifier'), actions: 'rds:RestoreDBClusterToPointInTime' },
    ],
    adds: [
      PASSWORD_KEY,
      {
        when: set('KmsKeyId', 'MasterUserSecret.KmsKeyId', 'PerformanceInsightsKmsKeyId'),
        actions: { cu: 'kms:CreateGrant kms:DescribeKey' },
        source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.Keys.html',
      },
    ],
    passedRoles: PASSED_ROLES,
    serviceLinkedRoles: [RDS_ROLE],
  },
  'AWS::RDS::DBClusterParameterGroup': { always: 'rds:*', serviceLinkedRoles: [RDS_ROLE] },
  'AWS::RDS::DBInstance': {
    always: `ec2:* iam:GetRole iam:ListRoles kms:CreateGrant kms:DescribeKey rds:AddTagsToResource rds:CreateDBInstance
      rds:CreateDBSnapshot rds:DeleteDBInstance rds:DescribeDBClusters rds:DescribeDBEngineVersions
      rds:DescribeDBInstances rds:DescribeDBParameterGroups rds:DescribeEvents rds:ModifyDBInstance
      rds:RebootDBInstance rds:RemoveTagsFromResource`,
    when: [
      { when: set('AssociatedRoles'), actions: 'rds:AddRoleToDBInstance rds:RemoveRoleFromDBInstance' },
      {
        when: set('AutomaticBackupReplicationRegion'),
        actions: 'rds:StartDBInstanceAutomatedBackupsReplication rds:StopDBInstanceAutomatedBackupsReplication',
      },
      PASSWORD,
      {
        when: set('DBSnapshotIdentifier', 'DBClusterSnapshotIdentifier'),
        actions: 'rds:DescribeDBClusterSnapshots rds:DescribeDBSnapshots rds:RestoreDBInstanceFromDBSnapshot',
      },
      {
        when: set('SourceDBClusterIdentifier', 'SourceDBInstanceIdentifier'),
        actions: 'rds:CreateDBInstanceReadReplica rds:PromoteReadReplica',
      },
      {
        when: set('SourceDBInstanceAutomatedBackupsArn', 'SourceDBInstanceIdentifier', 'SourceDbiResourceId'),
        actions: 'rds:DescribeDBInstanceAutomatedBackups rds:RestoreDBInstanceToPointInTime',
      },
    ],
    adds: [PASSWORD_KEY],
    passedRoles: PASSED_ROLES,
    serviceLinkedRoles: [RDS_ROLE],
  },
  'AWS::RDS::DBSubnetGroup': { always: 'rds:*', serviceLinkedRoles: [RDS_ROLE] },
};
