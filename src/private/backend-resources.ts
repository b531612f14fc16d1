import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Deployment } from './deployment';
import { EVENT_BUS_VARIABLE } from '../core/contracts/events';
import { FunctionContract, NamedRoleId } from '../core/contracts/functions';
import { QueueContract, QueueId, QUEUES } from '../core/contracts/queues';
import { TableContract, TableId, TABLES } from '../core/contracts/tables';

/** What the functions of one stack may use: contracts name it by id, stacks hand it on as constructs. */
export interface BackendResources {
  readonly deployment: Deployment;
  readonly logKey: IKey;
  readonly alarmTopic: ITopic;
  readonly tables: Readonly<Partial<Record<TableId, ITable>>>;
  readonly queues?: Readonly<Partial<Record<QueueId, IQueue>>>;
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
  return new Map([...tables, ...queues, [EVENT_BUS_VARIABLE, resources.bus?.eventBusName]]);
}
