import { Reviews, set } from '../review';
import { actionsPage } from './pages';

export const S3: Reviews = {
  'AWS::S3::Bucket': {
    always: `s3:CreateBucket s3:DeleteBucket s3:Get* s3:ListAllMyBuckets s3:ListBucket s3:PutBucketTagging`,
    when: [
      { when: set('AccelerateConfiguration'), actions: 's3:PutAccelerateConfiguration' },
      { when: set('AccessControl'), actions: 's3:PutBucketAcl' },
      { when: set('AnalyticsConfigurations'), actions: 's3:PutAnalyticsConfiguration' },
      { when: set('BucketEncryption'), actions: 's3:PutEncryptionConfiguration' },
      { when: set('CorsConfiguration'), actions: 's3:PutBucketCORS' },
      { when: set('IntelligentTieringConfigurations'), actions: 's3:PutIntelligentTieringConfiguration' },
      { when: set('InventoryConfigurations'), actions: 's3:PutInventoryConfiguration' },
      { when: set('LifecycleConfiguration'), actions: 's3:PutLifecycleConfiguration' },
      { when: set('LoggingConfiguration'), actions: 's3:PutBucketLogging' },
      { when: set('MetricsConfigurations'), actions: 's3:PutMetricsConfiguration' },
      { when: set('NotificationConfiguration'), actions: 's3:PutBucketNotification' },
      { when: set('ObjectLockConfiguration', 'ObjectLockEnabled'), actions: 's3:PutBucketObjectLockConfiguration' },
      { when: set('OwnershipControls'), actions: 's3:PutBucketOwnershipControls' },
      { when: set('PublicAccessBlockConfiguration'), actions: 's3:PutBucketPublicAccessBlock' },
      { when: set('ReplicationConfiguration'), actions: 's3:PutReplicationConfiguration' },
      // A lock makes the bucket keep versions.
      { when: set('VersioningConfiguration', 'ObjectLockEnabled'), actions: 's3:PutBucketVersioning' },
      { when: set('WebsiteConfiguration'), actions: 's3:DeleteBucketWebsite s3:PutBucketWebsite' },
    ],
    never: [
      {
        actions: 's3:DeleteObject s3:PutObjectAcl',
        reason: 'the schema lists them for the creation of a bucket, and a new bucket has no objects',
      },
    ],
    adds: [{ when: set('AccessControl'), actions: { c: 's3:PutBucketAcl' }, source: actionsPage('amazons3') }],
    passedRoles: [{ property: 'ReplicationConfiguration.Role', service: 's3.amazonaws.com' }],
  },
  'AWS::S3::BucketPolicy': {
    always: 's3:DeleteBucketPolicy s3:GetBucketPolicy s3:ListAllMyBuckets s3:PutBucketPolicy',
  },
};
