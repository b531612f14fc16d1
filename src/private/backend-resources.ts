import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Deployment } from './deployment';
import { BucketContract, BucketId, BUCKETS } from '../core/contracts/buckets';
import { EVENT_BUS_VARIABLE } from '../core/contracts/events';
import { FunctionContract, NamedRoleId } from '../core/contracts/functions';
import { QueueContract, QueueId, QUEUES } from '../core/contracts/queues';
import { TableContract, TableId, TABLES } from '../core/contracts/tables';

/** Tells handlers whether uploads may correct the social security number of a license that is stored already. */
const SSN_CORRECTIONS_VARIABLE = 'SSN_CORRECTIONS';

/** What the functions of one stack may use: contracts name it by id, stacks hand it on as constructs. */
export interface BackendResources {
  readonly deployment: Deployment;
  /** Encrypts logs, and whatever else has no key of its own. */
  readonly sharedKey: IKey;
  readonly alarmTopic: ITopic;
  readonly tables: Readonly<Partial<Record<TableId, ITable>>>;
  readonly buckets?: Readonly<Partial<Record<BucketId, IBucket>>>;
  readonly queues?: Readonly<Partial<Record<QueueId, IQueue>>>;
  /** Dead-letter queues by the queue that their messages come from. */
  readonly deadLetterQueues?: Readonly<Partial<Record<QueueId, IQueue>>>;
  readonly namedRoles?: Readonly<Partial<Record<NamedRoleId, IRole>>>;
  readonly bus?: IEventBus;
}

/** The resource that a contract names; one that the stack did not get is a mistake in the wiring of stacks. */
export function required<Resource>(resource: Resource | undefined, name: string, contract: FunctionContract): Resource {
  if (resource !== undefined) return resource;
  throw new Error(`function ${contract.id} needs ${name}, which its stack did not get: pass it in the resources`);
}

/** Values of exactly the variables that the contract of a function names. */
export function contractEnvironment(contract: FunctionContract, resources: BackendResources): Record<string, string> {
  const values = variables(resources);
  return Object.fromEntries(
    contract.environment.map((name) => [name, required(values.get(name), `the variable ${name}`, contract)]),
  );
}

function variables(resources: BackendResources): Map<string, string | undefined> {
  const tables = Object.values<TableContract>(TABLES).flatMap((contract): [string, string | undefined][] => [
    [contract.environmentVariable, resources.tables[contract.id]?.tableName],
    ...contract.indexes.map(({ environmentVariable, name }): [string, string] => [environmentVariable, name]),
  ]);
  const queues = Object.values<QueueContract>(QUEUES).flatMap(({ environmentVariable, id }) =>
    environmentVariable ? [[environmentVariable, resources.queues?.[id]?.queueUrl] as const] : [],
  );
  const buckets = Object.values<BucketContract>(BUCKETS).map(
    ({ environmentVariable, id }) => [environmentVariable, resources.buckets?.[id]?.bucketName] as const,
  );
  return new Map([
    ...tables,
    ...buckets,
    ...queues,
    [EVENT_BUS_VARIABLE, resources.bus?.eventBusName],
    [SSN_CORRECTIONS_VARIABLE, resources.deployment.settings.ssnCorrections ? 'on' : 'off'],
  ]);
}
