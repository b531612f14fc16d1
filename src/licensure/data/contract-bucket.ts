import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnBucket, CorsRule, HttpMethods, IBucket, LifecycleRule } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { BucketContract } from '../../core/contracts/buckets';
import { acknowledge } from '../../nag/library-acknowledgements';
import { LoggedBucket } from '../../platform/logged-bucket';
import type { Deployment } from '../../private/deployment';
import { operatorOutput } from '../../private/outputs';

/** Parts of an upload that was never finished can't be read by anybody, and cost. */
const UNFINISHED_UPLOAD_DAYS = 7;

/** Construct id under which the CDK empties a bucket before it is deleted. */
const EMPTYING = 'AutoDeleteObjectsCustomResource';

export interface ContractBucketProps {
  readonly contract: BucketContract;
  readonly deployment: Deployment;
  readonly encryptionKey: IKey;
  readonly accessLogsBucket: IBucket;
}

/** A bucket as its contract says: encryption, lifecycle, what browsers may do, events. */
export class ContractBucket extends LoggedBucket {
  constructor(scope: Construct, { contract, deployment, encryptionKey, accessLogsBucket }: ContractBucketProps) {
    const { constructId, versioned } = contract;
    super(scope, constructId, {
      accessLogsBucket,
      encryptionKey,
      // Where the key decides who reads, each use of it is asked for and recorded by itself.
      bucketKeyEnabled: contract.encryption === 'shared',
      versioned,
      cors: corsRules(contract, deployment.webOrigins),
      lifecycleRules: [lifecycleRule(contract)],
      removalPolicy: deployment.removalPolicy,
      autoDeleteObjects: !deployment.isProduction,
    });
    // All buckets of a stack are emptied by one function, whose log belongs to the bucket of access logs.
    this.node.tryFindChild(EMPTYING)?.node.addDependency(accessLogsBucket);
    if (contract.publishesObjectEvents) this.publishEvents();
    operatorOutput(this, `${constructId}Name`, this.bucketName, `Name of the bucket ${contract.id}`);
    this.acknowledgeFindings(versioned);
  }

  /** Set on the resource: the CDK's own way is a custom resource whose role may change every bucket of the account. */
  private publishEvents(): void {
    (this.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
  }

  private acknowledgeFindings(versioned: boolean): void {
    acknowledge(
      this,
      ['HIPAA.Security-S3BucketReplicationEnabled'],
      versioned
        ? 'Earlier versions bring back what was overwritten or deleted; the backend has no copies in another region yet'
        : 'Uploaded files only pass through: the state still has the file, and can upload it again',
    );
    if (versioned) return;
    acknowledge(
      this,
      ['HIPAA.Security-S3BucketVersioningEnabled'],
      'Uploaded files hold social security numbers: when one has been read and deleted, it has to be gone',
    );
  }
}

function corsRules({ browserMethods }: BucketContract, webOrigins: readonly string[]): CorsRule[] {
  if (browserMethods.length === 0) return [];
  return [
    {
      allowedOrigins: [...webOrigins],
      allowedMethods: browserMethods.map((method) => HttpMethods[method]),
      allowedHeaders: ['*'],
    },
  ];
}

function lifecycleRule({ expirationDays, noncurrentExpirationDays }: BucketContract): LifecycleRule {
  return {
    abortIncompleteMultipartUploadAfter: Duration.days(UNFINISHED_UPLOAD_DAYS),
    expiration: days(expirationDays),
    noncurrentVersionExpiration: days(noncurrentExpirationDays),
  };
}

function days(count: number | undefined): Duration | undefined {
  return count === undefined ? undefined : Duration.days(count);
}
