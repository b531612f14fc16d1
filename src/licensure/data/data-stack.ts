import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { BucketContract, BucketId, BUCKETS } from '../../core/contracts/buckets';
import type { NamedRoleId } from '../../core/contracts/functions';
import { TableContract, TableId, TABLES } from '../../core/contracts/tables';
import { AccessLogsBucket } from '../../platform/access-logs-bucket';
import { AlarmTopic } from '../../platform/alarm-topic';
import { Deployment, deploymentName } from '../../private/deployment';
import { mapContracts } from '../../private/map-contracts';
import { BackendStack } from '../backend-stack';
import { ContractBucket } from './contract-bucket';
import { ContractTable } from './contract-table';
import { GatewayLogging } from './gateway-logging';
import { namedRoles } from './named-roles';
import { SharedKey } from './shared-key';
import { requireKeyOfBucket, SsnKey, ssnTablePolicy } from './ssn-protection';

/** Keys, tables, buckets and what every other stack refers to. Nothing here depends on another stack. */
export class DataStack extends BackendStack {
  /** Keys by the encryption class that contracts name. */
  readonly keys: Readonly<Record<TableContract['encryption'], IKey>>;
  readonly tables: Readonly<Record<TableId, ITable>>;
  readonly buckets: Readonly<Record<BucketId, IBucket>>;
  readonly namedRoles: Readonly<Record<NamedRoleId, IRole>>;
  readonly alarmTopic: ITopic;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id, {
      deployment,
      part: 'data',
      description: 'Licensure backend: keys, tables, buckets, alarm topic',
      isStateful: true,
    });
    const shared = new SharedKey(this, 'SharedKey', deployment);
    this.namedRoles = namedRoles(this);
    this.keys = { shared, ssn: new SsnKey(this, 'SsnKey', deployment, Object.values(this.namedRoles)) };
    this.tables = mapContracts<TableId, TableContract, ITable>(
      TABLES,
      (contract) =>
        new ContractTable(this, {
          contract,
          deployment,
          encryptionKey: this.keys[contract.encryption],
          resourcePolicy: contract.encryption === 'ssn' ? ssnTablePolicy(this, deployment, this.namedRoles) : undefined,
        }),
    );
    const accessLogsBucket = new AccessLogsBucket(this, 'AccessLogsBucket', {
      removalPolicy: deployment.removalPolicy,
      logEncryptionKey: shared,
    });
    this.buckets = mapContracts<BucketId, BucketContract, IBucket>(BUCKETS, (contract) => {
      const encryptionKey = this.keys[contract.encryption];
      const bucket = new ContractBucket(this, { contract, deployment, encryptionKey, accessLogsBucket });
      if (contract.encryption === 'ssn') requireKeyOfBucket(bucket, encryptionKey);
      return bucket;
    });
    this.alarmTopic = new AlarmTopic(this, 'AlarmTopic', {
      encryptionKey: shared,
      notifications: deployment.settings.environment.notifications,
      namePrefix: deploymentName(deployment),
    });
    new GatewayLogging(this, 'GatewayLogging', deployment);
  }
}
