import { Stack } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  BucketProps,
  CfnBucket,
  IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { ACCESS_LOGS_PREFIX } from './access-logs-bucket';

/** Properties of `LoggedBucket`: those of any bucket, and where its access is logged. */
export interface LoggedBucketProps extends BucketProps {
  /** Bucket that receives the server access logs; an `AccessLogsBucket` takes those of its account. */
  readonly accessLogsBucket: IBucket;
}

/**
 * A bucket that is never public, takes TLS only, belongs to its account with all objects, and logs every access under
 * `_logs/<account>/<region>/<path of the construct>`. These can't be turned off; all else is as for any bucket.
 */
export class LoggedBucket extends Bucket {
  public constructor(scope: Construct, id: string, { accessLogsBucket, ...props }: LoggedBucketProps) {
    super(scope, id, {
      encryption: props.encryptionKey ? BucketEncryption.KMS : BucketEncryption.S3_MANAGED,
      ...props,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    });
    // The CDK's own property would, without a feature flag of the user's app, ask for an ACL that the log bucket can't have.
    const { account, region } = Stack.of(this);
    (this.node.defaultChild as CfnBucket).loggingConfiguration = {
      destinationBucketName: accessLogsBucket.bucketName,
      logFilePrefix: `${ACCESS_LOGS_PREFIX}/${account}/${region}/${this.node.path}`,
    };
  }
}
