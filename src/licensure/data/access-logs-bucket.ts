import { CfnResource, CustomResourceProviderBase, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectLockRetention,
  ObjectOwnership,
  StorageClass,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from '../../nag/library-acknowledgements';
import type { Deployment } from '../../private/deployment';

/** Construct id under which the CDK makes the function that empties buckets before they are deleted. */
const AUTO_DELETE_PROVIDER = 'Custom::S3AutoDeleteObjectsCustomResourceProvider';

const LOCKED_DAYS = 90;
const ARCHIVE_AFTER_DAYS = 180;

/** Server access logs of all buckets. Nobody deletes from it; production can't even, for as long as objects are locked. */
export class AccessLogsBucket extends Bucket {
  constructor(scope: Construct, id: string, deployment: Deployment, logKey: IKey) {
    super(scope, id, {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      removalPolicy: deployment.removalPolicy,
      autoDeleteObjects: !deployment.isProduction,
      ...(deployment.isProduction
        ? { objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(LOCKED_DAYS)) }
        : {}),
      intelligentTieringConfigurations: [{ name: 'Archive', archiveAccessTierTime: Duration.days(ARCHIVE_AFTER_DAYS) }],
      lifecycleRules: [
        { transitions: [{ storageClass: StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(0) }] },
      ],
    });
    this.denyDeletion(logKey);
    acknowledge(
      this,
      ['AwsSolutions-S1', 'HIPAA.Security-S3BucketLoggingEnabled'],
      'The bucket holds access logs; logging its own access into itself would never end',
    );
    acknowledge(
      this,
      ['HIPAA.Security-S3DefaultEncryptionKMS'],
      'Server access logs can be delivered only to a bucket that S3 encrypts itself',
    );
    acknowledge(
      this,
      ['HIPAA.Security-S3BucketReplicationEnabled'],
      'Access logs are evidence, not data that the service needs to go on; they are locked where they are',
    );
  }

  private denyDeletion(logKey: IKey): void {
    const provider = Stack.of(this).node.tryFindChild(AUTO_DELETE_PROVIDER) as CustomResourceProviderBase | undefined;
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'NobodyDeletes',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
        resources: [this.arnForObjects('*')],
        conditions: provider && { StringNotEquals: { 'aws:PrincipalArn': provider.roleArn } },
      }),
    );
    if (provider) this.ownLogOf(provider, logKey);
  }

  /** The CDK leaves the log of the function that empties buckets to Lambda, and then it stays behind in the account. */
  private ownLogOf(provider: CustomResourceProviderBase, encryptionKey: IKey): void {
    const { ref } = provider.node.findChild('Handler') as CfnResource;
    const logGroup = new LogGroup(this, 'AutoDeleteLog', {
      logGroupName: `/aws/lambda/${ref}`,
      retention: RetentionDays.ONE_DAY,
      removalPolicy: RemovalPolicy.DESTROY,
      encryptionKey,
    });
    this.node.findChild('AutoDeleteObjectsCustomResource').node.addDependency(logGroup);
  }
}
