import type { AwsPolicy, AwsStatement } from './policies';

/** What AWS Backup made carries this tag. */
const MADE_BY_BACKUP = { Null: { 'aws:ResourceTag/aws:backup:source-resource': ['false'] } };

const TAGGED_BY_BACKUP = { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['aws:backup:source-resource'] } };

const GRANT: AwsStatement = {
  allow: 'kms:CreateGrant',
  condition: { Bool: { 'kms:GrantIsForAWSResource': ['true'] } },
};

function clusterAccess(policy: string): AwsStatement {
  return {
    allow: 'eks:AssociateAccessPolicy eks:DisassociateAccessPolicy',
    on: ['eks:*:*:access-entry/*'],
    condition: {
      StringEquals: {
        'eks:policyArn': [`arn:aws:eks::aws:cluster-access-policy/${policy}`],
        'eks:accessScope': ['cluster'],
      },
    },
  };
}

function passRole(...services: string[]): AwsStatement {
  const condition = { StringEquals: { 'iam:PassedToService': services } };
  return { allow: 'iam:PassRole', on: ['iam::*:role/*'], condition };
}

function throughService(...services: string[]) {
  return { 'kms:ViaService': services.map((service) => `${service}.*.amazonaws.com`) };
}

const BACKUPS: AwsPolicy = {
  name: 'service-role/AWSBackupServiceRolePolicyForBackup',
  version: 'v30 of 2026-02-23',
  statements: [
    {
      allow: `dynamodb:CreateBackup dynamodb:DescribeTable dynamodb:ListTagsOfResource dynamodb:StartAwsBackupJob`,
      on: ['dynamodb:*:*:table/*'],
    },
    { allow: 'dynamodb:DeleteBackup dynamodb:DescribeBackup', on: ['dynamodb:*:*:table/*/backup/*'] },
    {
      allow: `rds:AddTagsToResource rds:CopyDBClusterSnapshot rds:CopyDBSnapshot rds:CreateDBClusterSnapshot
        rds:CreateDBSnapshot rds:DescribeDBClusterAutomatedBackups rds:DescribeDBClusters
        rds:DescribeDBClusterSnapshots rds:DescribeDBInstances rds:DescribeDBSnapshots rds:ListTagsForResource`,
    },
    { allow: 'rds:DeleteDBInstanceAutomatedBackup', on: ['rds:*:*:auto-backup:*'] },
    { allow: 'rds:DeleteDBClusterAutomatedBackup', on: ['rds:*:*:cluster-auto-backup:*'] },
    { allow: 'rds:ModifyDBCluster', on: ['rds:*:*:cluster:*'] },
    { allow: 'rds:ModifyDBInstance', on: ['rds:*:*:db:*'] },
    { allow: 'rds:DeleteDBSnapshot rds:ModifyDBSnapshotAttribute', on: ['rds:*:*:snapshot:awsbackup:*'] },
    {
      allow: 'rds:DeleteDBClusterSnapshot rds:ModifyDBClusterSnapshotAttribute',
      on: ['rds:*:*:cluster-snapshot:awsbackup:*'],
    },
    {
      allow: 'storagegateway:CreateSnapshot storagegateway:ListTagsForResource',
      on: ['storagegateway:*:*:gateway/*/volume/*'],
    },
    {
      allow: `ec2:CopyImage ec2:CreateImage ec2:CreateSnapshot ec2:DeleteSnapshot ec2:DeregisterImage
        ec2:DescribeElasticGpus ec2:DescribeImages ec2:DescribeInstanceAttribute
        ec2:DescribeInstanceCreditSpecifications ec2:DescribeInstances ec2:DescribeLaunchTemplateVersions
        ec2:DescribeNetworkInterfaces ec2:DescribeSnapshots ec2:DescribeSnapshotTierStatus
        ec2:DescribeSpotInstanceRequests ec2:DescribeTags ec2:DescribeVolumes`,
    },
    { allow: 'ec2:CopySnapshot', on: ['ec2:*::snapshot/*'] },
    { allow: 'ec2:CreateTags', on: ['ec2:*::snapshot/*', 'ec2:*:*:image/*'] },
    { allow: 'ec2:ModifyImageAttribute ec2:ModifySnapshotAttribute', condition: MADE_BY_BACKUP },
    { allow: 'ec2:ModifySnapshotTier', on: ['ec2:*::snapshot/*'], condition: MADE_BY_BACKUP },
    { allow: 'backup:CopyIntoBackupVault backup:DescribeBackupVault', on: ['backup:*:*:backup-vault:*'] },
    { allow: 'backup:CopyFromBackupVault' },
    {
      allow: 'backup:TagResource',
      on: ['backup:*:*:recovery-point:*'],
      condition: { StringEquals: { 'aws:PrincipalAccount': ['${aws:ResourceAccount}'] } },
    },
    {
      allow: 'elasticfilesystem:Backup elasticfilesystem:DescribeTags',
      on: ['elasticfilesystem:*:*:file-system/*'],
    },
    { allow: 'kms:Decrypt kms:GenerateDataKey', condition: { StringLike: throughService('dynamodb') } },
    {
      allow: 'kms:Decrypt',
      condition: {
        StringLike: throughService('dsql'),
        'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': ['aws:dsql:ClusterId'] },
      },
    },
    { allow: 'kms:DescribeKey' },
    GRANT,
    {
      allow: 'kms:GenerateDataKeyWithoutPlaintext kms:ReEncryptFrom kms:ReEncryptTo',
      on: ['kms:*:*:key/*'],
      condition: {
        StringLike: throughService('ec2'),
        'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': ['aws:ebs:id'] },
      },
    },
    { allow: 'tag:GetResources' },
    { allow: 'ssm:CancelCommand ssm:GetCommandInvocation' },
    { allow: 'ssm:SendCommand', on: ['ssm:*:*:document/AWSEC2-CreateVssSnapshot', 'ec2:*:*:instance/*'] },
    {
      allow: `fsx:CopyBackup fsx:CreateBackup fsx:DeleteBackup fsx:DescribeBackups fsx:ListTagsForResource
        fsx:ManageBackupPrincipalAssociations fsx:TagResource`,
      on: ['fsx:*:*:backup/*'],
    },
    {
      allow: 'fsx:CreateBackup fsx:DescribeFileSystems fsx:ListTagsForResource',
      on: ['fsx:*:*:file-system/*'],
    },
    { allow: 'fsx:CreateBackup fsx:DescribeVolumes fsx:ListTagsForResource', on: ['fsx:*:*:volume/*'] },
    { allow: 'backup-gateway:Backup backup-gateway:ListTagsForResource', on: ['backup-gateway:*:*:vm/*'] },
    {
      allow: `cloudformation:DescribeStacks cloudformation:GetTemplate cloudformation:ListStackResources
        cloudformation:ListStacks`,
      on: ['cloudformation:*:*:stack/*/*'],
    },
    {
      allow: 'redshift:CreateClusterSnapshot redshift:DescribeClusterSnapshots redshift:DescribeTags',
      on: ['redshift:*:*:snapshot:*/*', 'redshift:*:*:cluster:*'],
    },
    { allow: 'redshift:CreateTags redshift:DeleteClusterSnapshot', on: ['redshift:*:*:snapshot:*/*'] },
    { allow: 'redshift:DescribeClusters', on: ['redshift:*:*:cluster:*'] },
    {
      allow: 'redshift-serverless:CreateSnapshot',
      on: ['redshift-serverless:*:*:snapshot/*', 'redshift-serverless:*:*:namespace/*'],
    },
    {
      allow: 'redshift-serverless:DeleteSnapshot',
      on: ['redshift-serverless:*:*:snapshot/*'],
      condition: MADE_BY_BACKUP,
    },
    { allow: 'redshift-serverless:GetNamespace', on: ['redshift-serverless:*:*:namespace/*'] },
    {
      allow: 'redshift-serverless:GetSnapshot redshift-serverless:TagResource',
      on: ['redshift-serverless:*:*:snapshot/*'],
    },
    {
      allow: `redshift-serverless:ListNamespaces redshift-serverless:ListSnapshots
        redshift-serverless:ListTagsForResource`,
    },
    {
      allow: `timestream:DescribeDatabase timestream:DescribeTable timestream:GetAwsBackupStatus
        timestream:ListDatabases timestream:ListTables timestream:ListTagsForResource timestream:StartAwsBackupJob`,
      on: ['timestream:*:*:database/*'],
    },
    { allow: 'timestream:DescribeEndpoints' },
    { allow: 'ssm-sap:GetOperation ssm-sap:ListDatabases' },
    {
      allow: `ssm-sap:BackupDatabase ssm-sap:GetDatabase ssm-sap:ListTagsForResource
        ssm-sap:UpdateHanaBackupSettings`,
      on: ['ssm-sap:*:*:*'],
    },
    {
      allow: `dsql:GetBackupJob dsql:GetCluster dsql:ListClusters dsql:ListTagsForResource dsql:StartBackupJob
        dsql:StopBackupJob`,
    },
    {
      allow: `eks:DescribeAccessEntry eks:DescribeAddon eks:DescribeCluster eks:DescribeFargateProfile
        eks:DescribeNodegroup eks:DescribePodIdentityAssociation eks:ListAccessEntries eks:ListAddons
        eks:ListAssociatedAccessPolicies eks:ListClusters eks:ListFargateProfiles eks:ListNodegroups
        eks:ListPodIdentityAssociations eks:ListTagsForResource`,
    },
    { allow: 'eks:CreateAccessEntry', on: ['eks:*:*:cluster/*'] },
    clusterAccess('AWSBackupFullAccessPolicyForBackup'),
    { allow: 'guardduty:GetMalwareScan guardduty:StartMalwareScan' },
    passRole('malware-protection.guardduty.amazonaws.com'),
  ],
};

const RESTORES: AwsPolicy = {
  name: 'service-role/AWSBackupServiceRolePolicyForRestores',
  version: 'v35 of 2026-02-12',
  statements: [
    {
      allow: `dynamodb:BatchWriteItem dynamodb:DeleteItem dynamodb:DescribeTable dynamodb:GetItem dynamodb:PutItem
        dynamodb:Query dynamodb:RestoreTableFromAwsBackup dynamodb:Scan dynamodb:UpdateItem`,
      on: ['dynamodb:*:*:table/*'],
    },
    { allow: 'dynamodb:RestoreTableFromBackup', on: ['dynamodb:*:*:table/*/backup/*'] },
    { allow: 'ec2:CreateVolume ec2:DeleteVolume', on: ['ec2:*::snapshot/*', 'ec2:*:*:volume/*'] },
    {
      allow: `ec2:DescribeAccountAttributes ec2:DescribeAddresses ec2:DescribeAvailabilityZones ec2:DescribeImages
        ec2:DescribeInstances ec2:DescribeInternetGateways ec2:DescribeLaunchTemplateVersions ec2:DescribeRouteTables
        ec2:DescribeSecurityGroups ec2:DescribeSnapshots ec2:DescribeSnapshotTierStatus ec2:DescribeSubnets
        ec2:DescribeVolumes ec2:DescribeVpcs ec2:RunInstances`,
    },
    {
      allow: 'ec2:CreateTags',
      on: ['ec2:*:*:route-table/*'],
      condition: { StringEquals: { 'aws:ResourceTag/AmazonFSx': ['ManagedByAmazonFSx'] } },
    },
    {
      allow: 'ec2:CreateTags',
      on: ['ec2:*::snapshot/*', 'ec2:*:*:instance/*'],
      condition: TAGGED_BY_BACKUP,
    },
    {
      allow: 'ec2:CreateTags',
      on: ['ec2:*:*:instance/*', 'ec2:*:*:volume/*'],
      condition: { StringLike: { 'ec2:CreateAction': ['RunInstances', 'CreateVolume'] } },
    },
    {
      allow: 'ec2:CreateTags',
      on: ['ec2:*:*:instance/*', 'ec2:*:*:volume/*', 'ec2:*:*:network-interface/*'],
      condition: { StringEquals: { 'ec2:CreateAction': ['RunInstances'] } },
    },
    {
      allow: 'ec2:DeleteSnapshot ec2:DeleteTags ec2:RestoreSnapshotTier',
      on: ['ec2:*::snapshot/*'],
      condition: MADE_BY_BACKUP,
    },
    { allow: 'ec2:TerminateInstances', on: ['ec2:*:*:instance/*'] },
    {
      allow: `storagegateway:AddTagsToResource storagegateway:DeleteVolume storagegateway:DescribeCachediSCSIVolumes
        storagegateway:DescribeStorediSCSIVolumes`,
      on: ['storagegateway:*:*:gateway/*/volume/*'],
    },
    {
      allow: `storagegateway:CreateCachediSCSIVolume storagegateway:CreateStorediSCSIVolume
        storagegateway:DescribeGatewayInformation`,
      on: ['storagegateway:*:*:gateway/*'],
    },
    { allow: 'storagegateway:ListVolumes', on: ['storagegateway:*:*:*'] },
    {
      allow: `rds:AddTagsToResource rds:CreateTenantDatabase rds:DeleteDBCluster rds:DeleteDBInstance
        rds:DeleteTenantDatabase rds:DescribeDBClusters rds:DescribeDBClusterSnapshots rds:DescribeDBInstances
        rds:DescribeDBSnapshots rds:ListTagsForResource rds:RestoreDBClusterFromSnapshot
        rds:RestoreDBClusterToPointInTime rds:RestoreDBInstanceFromDBSnapshot rds:RestoreDBInstanceToPointInTime`,
    },
    { allow: 'rds:CreateDBInstance', on: ['rds:*:*:db:*'] },
    {
      allow: `elasticfilesystem:CreateFileSystem elasticfilesystem:DeleteFileSystem
        elasticfilesystem:DescribeFileSystems elasticfilesystem:Restore elasticfilesystem:TagResource`,
      on: ['elasticfilesystem:*:*:file-system/*'],
    },
    { allow: 'kms:DescribeKey' },
    {
      allow: `kms:Decrypt kms:DescribeKey kms:Encrypt kms:GenerateDataKey kms:GenerateDataKeyWithoutPlaintext
        kms:ReEncryptFrom kms:ReEncryptTo`,
      condition: {
        StringLike: throughService(
          'dsql',
          'dynamodb',
          'ec2',
          'elasticfilesystem',
          'rds',
          'redshift',
          'redshift-serverless',
        ),
      },
    },
    GRANT,
    {
      allow: `dsql:AddPeerCluster dsql:CreateCluster dsql:GetCluster dsql:GetRestoreJob dsql:PutMultiRegionProperties
        dsql:PutWitnessRegion dsql:RemovePeerCluster dsql:StartRestoreJob dsql:StopRestoreJob dsql:TagResource
        dsql:UpdateCluster`,
    },
    { allow: 'ebs:CompleteSnapshot ebs:PutSnapshotBlock ebs:StartSnapshot', on: ['ec2:*::snapshot/*'] },
    {
      allow: 'fsx:CreateFileSystemFromBackup',
      on: ['fsx:*:*:file-system/*', 'fsx:*:*:backup/*'],
    },
    { allow: 'fsx:DescribeFileSystems fsx:TagResource', on: ['fsx:*:*:file-system/*'] },
    { allow: 'fsx:DescribeBackups', on: ['fsx:*:*:backup/*'] },
    {
      allow: 'fsx:DeleteFileSystem fsx:UntagResource',
      on: ['fsx:*:*:file-system/*'],
      condition: MADE_BY_BACKUP,
    },
    { allow: 'fsx:DescribeVolumes', on: ['fsx:*:*:volume/*'] },
    {
      allow: 'fsx:CreateVolumeFromBackup fsx:TagResource',
      on: ['fsx:*:*:storage-virtual-machine/*', 'fsx:*:*:backup/*', 'fsx:*:*:volume/*'],
    },
    { allow: 'fsx:DeleteVolume fsx:UntagResource', on: ['fsx:*:*:volume/*'], condition: MADE_BY_BACKUP },
    { allow: 'ds:DescribeDirectories' },
    { allow: 'backup-gateway:Restore', on: ['backup-gateway:*:*:hypervisor/*'] },
    {
      allow: 'cloudformation:CreateChangeSet cloudformation:DescribeChangeSet cloudformation:TagResource',
      on: ['cloudformation:*:*:*/*/*'],
    },
    {
      allow: 'redshift:RestoreFromClusterSnapshot redshift:RestoreTableFromClusterSnapshot',
      on: ['redshift:*:*:snapshot:*/*', 'redshift:*:*:cluster:*', 'redshift-serverless:*:*:snapshot/*'],
    },
    { allow: 'redshift:DescribeClusters', on: ['redshift:*:*:cluster:*'] },
    { allow: 'redshift:DescribeTableRestoreStatus' },
    {
      allow: 'redshift-serverless:RestoreTableFromSnapshot',
      on: [
        'redshift-serverless:*:*:namespace/*',
        'redshift-serverless:*:*:workgroup/*',
        'redshift-serverless:*:*:snapshot/*',
      ],
    },
    { allow: 'redshift-serverless:GetNamespace', on: ['redshift-serverless:*:*:namespace/*'] },
    { allow: 'redshift-serverless:GetTableRestoreStatus' },
    {
      allow: `timestream:DescribeDatabase timestream:DescribeTable timestream:GetAwsRestoreStatus
        timestream:ListDatabases timestream:ListTables timestream:ListTagsForResource timestream:StartAwsRestoreJob`,
      on: ['timestream:*:*:database/*'],
    },
    { allow: 'timestream:DescribeEndpoints' },
    {
      allow: `eks:AssociateAccessPolicy eks:CreateAccessEntry eks:CreateAddon eks:CreateCluster
        eks:CreateFargateProfile eks:CreateNodegroup eks:CreatePodIdentityAssociation eks:DescribeAccessEntry
        eks:DescribeAddon eks:DescribeCluster eks:DescribeFargateProfile eks:DescribeNodegroup
        eks:DescribePodIdentityAssociation eks:ListAssociatedAccessPolicies eks:TagResource`,
      on: [
        'eks:*:*:access-entry/*',
        'eks:*:*:addon/*',
        'eks:*:*:cluster/*',
        'eks:*:*:fargateprofile/*',
        'eks:*:*:nodegroup/*',
        'eks:*:*:podidentityassociation/*',
      ],
    },
    clusterAccess('AWSBackupFullAccessPolicyForRestore'),
    passRole('backup.amazonaws.com', 'ec2.amazonaws.com', 'eks.amazonaws.com', 'pods.eks.amazonaws.com'),
    { allow: 'iam:GetRole iam:ListAttachedRolePolicies' },
    {
      allow: `backup:DescribeRestoreJob backup:ListRecoveryPointsByBackupVault backup:ListRestoreJobs
        backup:StartRestoreJob`,
    },
  ],
};

export const BACKUP_POLICIES: readonly AwsPolicy[] = [BACKUPS, RESTORES];
