import {
  Attribute,
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { PolicyDocument } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { IndexContract, TABLE_KEYS, TableContract } from '../../core/contracts/tables';
import { acknowledge } from '../../nag/library-acknowledgements';
import { Deployment, physicalName } from '../../private/deployment';
import { operatorOutput } from '../../private/outputs';

export interface ContractTableProps {
  readonly contract: TableContract;
  readonly deployment: Deployment;
  readonly encryptionKey: IKey;
  readonly resourcePolicy?: PolicyDocument;
}

/** A table as its contract says: keys, indexes, encryption, recovery. */
export class ContractTable extends Table {
  constructor(scope: Construct, { contract, deployment, encryptionKey, resourcePolicy }: ContractTableProps) {
    super(scope, contract.constructId, {
      tableName: contract.nameSuffix && physicalName(deployment, contract.nameSuffix),
      partitionKey: stringAttribute(TABLE_KEYS.partitionKey),
      sortKey: stringAttribute(TABLE_KEYS.sortKey),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: contract.pointInTimeRecovery },
      stream: contract.stream && StreamViewType[contract.stream],
      timeToLiveAttribute: contract.ttlAttribute,
      resourcePolicy,
      removalPolicy: deployment.removalPolicy,
      deletionProtection: contract.deletionProtection && deployment.isProduction,
    });
    contract.indexes.forEach((index) => this.addIndex(index));
    operatorOutput(this, `${contract.constructId}Name`, this.tableName, `Name of the table ${contract.id}`);
    acknowledgeFindings(this, contract);
  }

  private addIndex({ name, partitionKey, sortKey, projection }: IndexContract): void {
    this.addGlobalSecondaryIndex({
      indexName: name,
      partitionKey: stringAttribute(partitionKey),
      sortKey: sortKey === undefined ? undefined : stringAttribute(sortKey),
      ...(projection === 'all'
        ? { projectionType: ProjectionType.ALL }
        : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...projection] }),
    });
  }
}

function stringAttribute(name: string): Attribute {
  return { name, type: AttributeType.STRING };
}

function acknowledgeFindings(table: Table, { backup, pointInTimeRecovery }: TableContract): void {
  if (!pointInTimeRecovery) {
    acknowledge(
      table,
      ['AwsSolutions-DDB3', 'HIPAA.Security-DynamoDBPITREnabled', 'HIPAA.Security-DynamoDBInBackupPlan'],
      'The table holds what is forgotten within a day; there is nothing to restore',
    );
    return;
  }
  acknowledge(
    table,
    ['HIPAA.Security-DynamoDBInBackupPlan'],
    backup
      ? 'Point-in-time recovery restores any second of the last 35 days; the backend has no backup plans with a copy in another account yet'
      : 'What the table holds is of use for weeks at most, and point-in-time recovery restores any second of the last 35 days',
  );
}
