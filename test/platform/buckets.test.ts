import { RemovalPolicy } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { madeWith } from './made-with';
import { AccessLogsBucket } from '../../src/platform/access-logs-bucket';
import { LoggedBucket } from '../../src/platform/logged-bucket';

const PUBLIC_ACCESS_BLOCKED = {
  BlockPublicAcls: true,
  BlockPublicPolicy: true,
  IgnorePublicAcls: true,
  RestrictPublicBuckets: true,
};

test('a bucket for access logs is kept with all versions, unless told otherwise', () => {
  const template = madeWith((stack) => new AccessLogsBucket(stack, 'Logs'));

  template.hasResource('AWS::S3::Bucket', {
    DeletionPolicy: 'Retain',
    Properties: {
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: PUBLIC_ACCESS_BLOCKED,
    },
  });
  template.resourceCountIs('AWS::Lambda::Function', 0);
});

test('a bucket for access logs that goes with its stack is emptied, and leaves no log group behind', () => {
  const template = madeWith((stack) => new AccessLogsBucket(stack, 'Logs', { removalPolicy: RemovalPolicy.DESTROY }));

  template.hasResource('AWS::S3::Bucket', { DeletionPolicy: 'Delete' });
  template.hasResource('AWS::Logs::LogGroup', {
    DeletionPolicy: 'Delete',
    Properties: { RetentionInDays: 1, KmsKeyId: Match.absent() },
  });
});

test.each([RemovalPolicy.RETAIN, RemovalPolicy.DESTROY])(
  'S3 can deliver logs to a bucket for access logs, which would be impossible with Object Lock (%s)',
  (removalPolicy) => {
    const template = madeWith((stack) => new AccessLogsBucket(stack, 'Logs', { removalPolicy }));

    template.allResourcesProperties('AWS::S3::Bucket', {
      ObjectLockEnabled: Match.absent(),
      ObjectLockConfiguration: Match.absent(),
    });
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Principal: { Service: 'logging.s3.amazonaws.com' },
            Action: 's3:PutObject',
            Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
          }),
        ]),
      },
    });
  },
);

test('a logged bucket writes its access below the path of the construct', () => {
  const template = madeWith((stack) => {
    const accessLogsBucket = new AccessLogsBucket(stack, 'Logs');
    new LoggedBucket(stack, 'Uploads', { accessLogsBucket });
  });

  template.hasResourceProperties('AWS::S3::Bucket', {
    LoggingConfiguration: {
      DestinationBucketName: { Ref: Match.stringLikeRegexp('^Logs') },
      LogFilePrefix: '_logs/111122223333/us-east-1/Operations/Uploads',
    },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    },
  });
});

test('a logged bucket stays private, whatever its caller asks for, and takes the key that it is given', () => {
  const template = madeWith((stack) => {
    const accessLogsBucket = new AccessLogsBucket(stack, 'Logs');
    new LoggedBucket(stack, 'Uploads', {
      accessLogsBucket,
      encryptionKey: new Key(stack, 'Key'),
      versioned: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ACLS_ONLY,
      enforceSSL: false,
      objectOwnership: ObjectOwnership.OBJECT_WRITER,
    });
  });

  template.hasResourceProperties('AWS::S3::Bucket', {
    LoggingConfiguration: Match.anyValue(),
    VersioningConfiguration: { Status: 'Enabled' },
    PublicAccessBlockConfiguration: PUBLIC_ACCESS_BLOCKED,
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
    },
  });
  template.hasResourceProperties('AWS::S3::BucketPolicy', {
    Bucket: { Ref: Match.stringLikeRegexp('^Uploads') },
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      ]),
    },
  });
});
