import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccountPrincipal, ArnPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { BootstrappedRole } from './assumed-roles';
import { acknowledge } from '../nag/library-acknowledgements';
import { LoggedBucket } from '../platform/logged-bucket';

export interface ArtifactStoreProps {
  readonly encryptionKey: IKey;
  readonly accessLogsBucket: IBucket;
  readonly removalPolicy: RemovalPolicy;
  /** The key as others see it; the key itself, by its ARN, unless they are in another region. */
  readonly keyReference?: IKey;
  /** Name of the bucket; CloudFormation chooses it unless others in another region need it. */
  readonly bucketName?: string;
}

/** The bucket of a pipeline's artifacts, and who may read it. */
export class ArtifactStore extends Construct {
  /**
   * The bucket as others see it: what they grant on it goes to the grantee alone. CDK Pipelines would name the roles of
   * the environments as principals in the policies of bucket and key, and both S3 and KMS refuse a policy that names a
   * role of an account that is not bootstrapped yet.
   */
  readonly bucket: IBucket;
  private readonly ownBucket: Bucket;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ArtifactStoreProps,
  ) {
    super(scope, id);
    const { encryptionKey, accessLogsBucket, removalPolicy, bucketName } = props;
    this.ownBucket = new LoggedBucket(this, 'Bucket', {
      encryptionKey,
      accessLogsBucket,
      bucketName,
      versioned: true,
      bucketKeyEnabled: true,
      removalPolicy,
      autoDeleteObjects: removalPolicy === RemovalPolicy.DESTROY,
    });
    acknowledge(
      this.ownBucket,
      ['HIPAA.Security-S3BucketReplicationEnabled'],
      'Artifacts are made anew from the source whenever a pipeline runs; nothing in the bucket has to be kept elsewhere',
    );
    this.bucket = Bucket.fromBucketAttributes(this, 'Reference', {
      bucketArn: this.ownBucket.bucketArn,
      bucketName: this.ownBucket.bucketName,
      encryptionKey: props.keyReference ?? Key.fromKeyArn(this, 'KeyReference', encryptionKey.keyArn),
    });
  }

  /** Lets roles read artifacts, whether they exist already or not; the accounts must. */
  letRead(roles: readonly BootstrappedRole[]): void {
    if (roles.length === 0) return;
    const { bucketArn } = this.ownBucket;
    for (const reader of this.readers(roles)) {
      this.ownBucket.addToResourcePolicy(
        new PolicyStatement({
          ...reader,
          actions: ['s3:GetObject*', 's3:GetBucket*', 's3:List*'],
          resources: [bucketArn, this.ownBucket.arnForObjects('*')],
        }),
      );
      this.props.encryptionKey.addToResourcePolicy(
        new PolicyStatement({ ...reader, actions: ['kms:Decrypt', 'kms:DescribeKey'], resources: ['*'] }),
      );
    }
  }

  /**
   * Another account is trusted as a whole, on condition that it is one of the roles: that can be said of a role that
   * doesn't exist. It leaves the decision to that account's policies, which the bootstrap template has. Roles of this
   * account exist, because the pipeline's own stack was deployed with them; the template gives them no right of their own.
   */
  private readers(roles: readonly BootstrappedRole[]) {
    const own = roles.filter(({ account }) => account === Stack.of(this).account);
    const foreign = roles.filter((role) => !own.includes(role));
    const accounts = [...new Set(foreign.map(({ account }) => account))];
    return [
      { principals: own.map(({ arn }) => new ArnPrincipal(arn)) },
      {
        principals: accounts.map((account) => new AccountPrincipal(account)),
        conditions: { ArnEquals: { 'aws:PrincipalArn': foreign.map(({ arn }) => arn) } },
      },
    ].filter(({ principals }) => principals.length > 0);
  }
}
