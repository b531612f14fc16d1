import { NETWORK_READS, USE_OF_KEY } from './calls-of-other-services';
import { supplement, SuppliedType } from './supplied-type';

/** Each `Describe` reads the whole list of its kind. */
function part(name: string): SuppliedType {
  return {
    create: `Create${name}`,
    read: `Describe${name}s ListTagsForResource`,
    update: `Update${name}`,
    delete: `Delete${name}`,
    tag: 'TagResource',
    untag: 'UntagResource',
  };
}

const DATA_IN_BUCKET = ['LustreConfiguration.ExportPath', 'LustreConfiguration.ImportPath'];

/** Where the logs of a file server go. */
const AUDIT_LOGS = `firehose:DescribeDeliveryStream firehose:PutRecord logs:CreateLogGroup logs:CreateLogStream
  logs:DescribeLogGroups logs:PutLogEvents`;

export const FSX = supplement(
  { prefix: 'fsx', page: 'list_amazonfsx' },
  {
    'AWS::FSx::FileSystem': {
      ...part('FileSystem'),
      create: `CreateFileSystem ${NETWORK_READS} ec2:DescribeNetworkInterfaces ec2:DescribeRouteTables
        ec2:GetSecurityGroupsForVpc`,
      // Deletion makes a last backup where the file system's kind can have one.
      delete: 'CreateBackup DeleteFileSystem TagResource',
      onlyWith: [
        { properties: ['BackupId'], create: 'CreateFileSystemFromBackup DescribeBackups' },
        { properties: ['KmsKeyId'], create: USE_OF_KEY },
        {
          properties: ['OntapConfiguration.RouteTableIds', 'OpenZFSConfiguration.RouteTableIds'],
          create: 'ec2:CreateTags',
          update: 'ec2:CreateTags',
        },
        {
          properties: ['WindowsConfiguration.ActiveDirectoryId'],
          create: 'ds:AuthorizeApplication ds:DescribeDirectories',
          delete: 'ds:DescribeDirectories ds:UnauthorizeApplication',
        },
        { properties: ['WindowsConfiguration.AuditLogConfiguration'], create: AUDIT_LOGS, update: AUDIT_LOGS },
        { properties: DATA_IN_BUCKET, create: 'iam:AttachRolePolicy iam:PutRolePolicy' },
      ],
      serviceLinkedRoles: [
        { service: 'fsx.amazonaws.com' },
        { service: 's3.data-source.lustre.fsx.amazonaws.com', properties: DATA_IN_BUCKET },
      ],
    },
    'AWS::FSx::Snapshot': part('Snapshot'),
    'AWS::FSx::StorageVirtualMachine': part('StorageVirtualMachine'),
    'AWS::FSx::Volume': {
      ...part('Volume'),
      delete: 'CreateBackup DeleteVolume TagResource',
      onlyWith: [{ properties: ['BackupId'], create: 'CreateVolumeFromBackup DescribeBackups' }],
    },
  },
);
