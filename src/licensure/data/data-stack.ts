import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { NamedRoleId } from '../../core/contracts/functions';
import { TableContract, TableId, TABLES } from '../../core/contracts/tables';
import { AccessLogsBucket } from '../../platform/access-logs-bucket';
import { AlarmTopic } from '../../platform/alarm-topic';
import { Deployment, deploymentName } from '../../private/deployment';
import { mapContracts } from '../../private/map-contracts';
import { BackendStack } from '../backend-stack';
import { ContractTable } from './contract-table';
import { GatewayLogging } from './gateway-logging';
import { namedRoles } from './named-roles';
import { SharedKey } from './shared-key';
import { SsnKey, ssnTablePolicy } from './ssn-protection';

/** Keys, tables and what every other stack refers to. Nothing here depends on another stack. */
export class DataStack extends BackendStack {
  /** Keys by the encryption class that contracts name. */
  readonly keys: Readonly<Record<TableContract['encryption'], IKey>>;
  readonly tables: Readonly<Record<TableId, ITable>>;
  readonly namedRoles: Readonly<Record<NamedRoleId, IRole>>;
  readonly alarmTopic: ITopic;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id, {
      deployment,
      part: 'data',
      description: 'Licensure backend: keys, tables, alarm topic',
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
          resourcePolicy: contract.encryption === 'ssn' ? ssnTablePolicy(this, deployment) : undefined,
        }),
    );
    this.alarmTopic = new AlarmTopic(this, 'AlarmTopic', {
      encryptionKey: shared,
      notifications: deployment.settings.environment.notifications,
      namePrefix: deploymentName(deployment),
    });
    new AccessLogsBucket(this, 'AccessLogsBucket', {
      removalPolicy: deployment.removalPolicy,
      logEncryptionKey: shared,
    });
    new GatewayLogging(this, 'GatewayLogging', deployment);
  }
}
