import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { BackendResources, required } from './backend-resources';
import { FunctionContract, Permission, TableAction } from '../core/contracts/functions';

const READ_ACTIONS: readonly TableAction[] = ['GetItem', 'Query', 'ConditionCheckItem'];

/** What callers of an encrypted resource need on its key; the service uses the key in their name. */
const KEY_ACTIONS = {
  tableRead: ['kms:Decrypt'],
  tableWrite: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
  queueSend: ['kms:Decrypt', 'kms:GenerateDataKey'],
  queueReceive: ['kms:Decrypt'],
} as const;

/** What Lambda needs to read a queue in the name of a function. */
const RECEIVE_ACTIONS = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

interface KeyUse {
  readonly key: IKey | undefined;
  readonly service: 'dynamodb' | 'sqs';
  readonly actions: readonly string[];
}

interface Right {
  readonly actions: readonly string[];
  readonly resource: string;
  readonly keyUse?: KeyUse;
}

/**
 * The policy of a function: its contract's permissions, the queue that triggers it, its own log group, and what these
 * need on keys. Nothing here changes a resource or a key of another stack, so stacks depend in one direction only.
 */
export function handlerStatements(
  contract: FunctionContract,
  resources: BackendResources,
  logGroup: ILogGroup,
): PolicyStatement[] {
  const rights = [
    { actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resource: logGroup.logGroupArn },
    ...contract.permissions.map((permission) => rightOf(permission, contract, resources)),
    ...triggerRight(contract, resources),
  ];
  return [
    ...rights.map(({ actions, resource }) => new PolicyStatement({ actions: [...actions], resources: [resource] })),
    ...keyStatements(
      rights.flatMap(({ keyUse }) => keyUse ?? []),
      resources.deployment.settings.environment.region,
    ),
  ];
}

function rightOf(permission: Permission, contract: FunctionContract, resources: BackendResources): Right {
  switch (permission.on) {
    case 'table':
    case 'index': {
      const table = required(resources.tables[permission.table], `the table ${permission.table}`, contract);
      const isWrite = permission.actions.some((action) => !READ_ACTIONS.includes(action));
      return {
        actions: permission.actions.map((action) => `dynamodb:${action}`),
        resource: permission.on === 'table' ? table.tableArn : `${table.tableArn}/index/${permission.index}`,
        keyUse: {
          key: table.encryptionKey,
          service: 'dynamodb',
          actions: isWrite ? KEY_ACTIONS.tableWrite : KEY_ACTIONS.tableRead,
        },
      };
    }
    case 'queue': {
      const queue = required(resources.queues?.[permission.queue], `the queue ${permission.queue}`, contract);
      return {
        actions: permission.actions.map((action) => `sqs:${action}`),
        resource: queue.queueArn,
        keyUse: { key: queue.encryptionMasterKey, service: 'sqs', actions: KEY_ACTIONS.queueSend },
      };
    }
    case 'bus': {
      const bus = required(resources.bus, 'the event bus', contract);
      return { actions: permission.actions.map((action) => `events:${action}`), resource: bus.eventBusArn };
    }
  }
}

function triggerRight(contract: FunctionContract, resources: BackendResources): Right[] {
  if (!contract.trigger) return [];
  const queue = required(resources.queues?.[contract.trigger.queue], `the queue ${contract.trigger.queue}`, contract);
  const keyUse = { key: queue.encryptionMasterKey, service: 'sqs', actions: KEY_ACTIONS.queueReceive } as const;
  return [{ actions: RECEIVE_ACTIONS, resource: queue.queueArn, keyUse }];
}

/** One statement per key and service: the key works through that service only, never by a direct call. */
function keyStatements(uses: readonly KeyUse[], region: string): PolicyStatement[] {
  const merged = new Map<string, { key: IKey; service: string; actions: Set<string> }>();
  for (const { key, service, actions } of uses) {
    if (!key) continue;
    const id = `${key.node.path} ${service}`;
    const entry = merged.get(id) ?? { key, service, actions: new Set() };
    actions.forEach((action) => entry.actions.add(action));
    merged.set(id, entry);
  }
  return [...merged.values()].map(
    ({ key, service, actions }) =>
      new PolicyStatement({
        actions: [...actions],
        resources: [key.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `${service}.${region}.amazonaws.com` } },
      }),
  );
}
