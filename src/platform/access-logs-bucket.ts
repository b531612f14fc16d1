import { Aspects, CfnResource, CustomResourceProviderBase, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  ObjectOwnership,
  StorageClass,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from '../nag/library-acknowledgements';

/** Construct id under which the CDK makes the function that empties buckets before they are deleted. */
const AUTO_DELETE_PROVIDER = 'Custom::S3AutoDeleteObjectsCustomResourceProvider';

/** Server access logs of a bucket begin with it and the account: `_logs/<account>/…`. */
export const ACCESS_LOGS_PREFIX = '_logs';

const ARCHIVE_AFTER_DAYS = 180;

/** Properties of `AccessLogsBucket`. */
export interface AccessLogsBucketProps {
  /**
   * What becomes of the bucket when its stack goes. With DESTROY it is emptied first.
   *
   * @default RemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RemovalPolicy;
  /**
   * Key of the log of the function that empties the bucket; not needed with RETAIN.
   *
   * @default - encrypted by CloudWatch Logs
   */
  readonly logEncryptionKey?: IKey;
}

/**
 * Server access logs of all buckets of a stack or account. Its policy denies everybody to delete from it. There is no
 * Object Lock: S3 delivers no server access logs to a bucket that has one (Amazon S3 User Guide, Object Lock
 * considerations).
 */
export class AccessLogsBucket extends Bucket {
  public constructor(scope: Construct, id: string, props: AccessLogsBucketProps = {}) {
    const { removalPolicy = RemovalPolicy.RETAIN, logEncryptionKey } = props;
    super(scope, id, {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      removalPolicy,
      autoDeleteObjects: removalPolicy !== RemovalPolicy.RETAIN,
      intelligentTieringConfigurations: [{ name: 'Archive', archiveAccessTierTime: Duration.days(ARCHIVE_AFTER_DAYS) }],
      lifecycleRules: [
        { transitions: [{ storageClass: StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(0) }] },
      ],
    });
    this.takeLogsOfThisAccount();
    this.denyDeletion(logEncryptionKey);
    // Rule packs know the purpose of the bucket by themselves if a bucket of the same stack logs into it.
    Aspects.of(this).add({ visit: (node) => node === this && this.acknowledgeMissingLog() });
    acknowledge(
      this,
      ['HIPAA.Security-S3DefaultEncryptionKMS'],
      'Server access logs can be delivered only to a bucket that S3 encrypts itself',
    );
    acknowledge(
      this,
      ['HIPAA.Security-S3BucketReplicationEnabled'],
      'Access logs are evidence, not data that the service needs to go on; nobody may delete them where they are',
    );
  }

  private acknowledgeMissingLog(): void {
    if (this.isUsedInStack()) return;
    acknowledge(
      this,
      ['AwsSolutions-S1', 'HIPAA.Security-S3BucketLoggingEnabled'],
      'The bucket holds access logs; logging its own access into itself would never end',
    );
  }

  private isUsedInStack(): boolean {
    const stack = Stack.of(this);
    const { Ref: own } = stack.resolve(this.bucketName);
    return stack.node
      .findAll()
      .filter((node) => node instanceof CfnBucket)
      .some(({ loggingConfiguration }) => stack.resolve(loggingConfiguration)?.destinationBucketName?.Ref === own);
  }

  private takeLogsOfThisAccount(): void {
    const { account } = Stack.of(this);
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AccessLogsOfThisAccount',
        principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [this.arnForObjects(`${ACCESS_LOGS_PREFIX}/${account}/*`)],
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    );
  }

  private denyDeletion(logEncryptionKey: IKey | undefined): void {
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
    if (provider) this.ownLogOf(provider, logEncryptionKey);
  }

  /** The CDK leaves the log of the function that empties buckets to Lambda, and then it stays behind in the account. */
  private ownLogOf(provider: CustomResourceProviderBase, encryptionKey: IKey | undefined): void {
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
