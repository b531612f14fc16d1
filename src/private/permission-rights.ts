import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BackendResources, required } from './backend-resources';
import { KEY_ACTIONS, Right } from './rights';
import type { FunctionContract, ObjectAction, Permission, TableAction } from '../core/contracts/functions';

const TABLE_READS: readonly TableAction[] = ['GetItem', 'Query', 'Scan', 'ConditionCheckItem'];

const OBJECT_KEY_ACTIONS: Readonly<Record<ObjectAction, readonly string[]>> = {
  GetObject: KEY_ACTIONS.objectRead,
  PutObject: KEY_ACTIONS.objectWrite,
  DeleteObject: [],
  ListBucket: [],
};

/** What one permission of a function's contract means for the resources of its stack. */
export function permissionRights(
  permission: Permission,
  contract: FunctionContract,
  resources: BackendResources,
): Right[] {
  switch (permission.on) {
    case 'table':
    case 'index':
      return [tableRight(permission, contract, resources)];
    case 'queue': {
      const queue = required(resources.queues?.[permission.queue], `the queue ${permission.queue}`, contract);
      const keyUse = { key: queue.encryptionMasterKey, service: 'sqs', actions: KEY_ACTIONS.queueSend } as const;
      return [{ actions: permission.actions.map((action) => `sqs:${action}`), resource: queue.queueArn, keyUse }];
    }
    case 'bucket': {
      const bucket = required(resources.buckets?.[permission.bucket], `the bucket ${permission.bucket}`, contract);
      return bucketRights(bucket, permission.actions);
    }
    case 'bus': {
      const bus = required(resources.bus, 'the event bus', contract);
      return [{ actions: permission.actions.map((action) => `events:${action}`), resource: bus.eventBusArn }];
    }
  }
}

function tableRight(
  permission: Extract<Permission, { readonly on: 'table' | 'index' }>,
  contract: FunctionContract,
  resources: BackendResources,
): Right {
  const table = required(resources.tables[permission.table], `the table ${permission.table}`, contract);
  const isWrite = permission.actions.some((action) => !TABLE_READS.includes(action));
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

/** Listing is an action on the bucket, all else on its objects. */
function bucketRights(bucket: IBucket, actions: readonly ObjectAction[]): Right[] {
  const onObjects = actions.filter((action) => action !== 'ListBucket');
  const keyActions = actions.flatMap((action) => OBJECT_KEY_ACTIONS[action]);
  const keyUse = { key: bucket.encryptionKey, service: 's3', actions: keyActions } as const;
  return [
    ...(actions.includes('ListBucket') ? [{ actions: ['s3:ListBucket'], resource: bucket.bucketArn }] : []),
    ...(onObjects.length > 0
      ? [
          {
            actions: onObjects.map((action) => `s3:${action}`),
            resource: bucket.arnForObjects('*'),
            ...(keyActions.length > 0 && { keyUse }),
          },
        ]
      : []),
  ];
}
