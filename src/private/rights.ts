import type { IKey } from 'aws-cdk-lib/aws-kms';

/** Use of a key in the caller's name, by the service that holds what the key encrypts. */
export interface KeyUse {
  readonly key: IKey | undefined;
  readonly service: 'dynamodb' | 's3' | 'sqs';
  readonly actions: readonly string[];
}

/** Actions on one resource, and what they need on its key. */
export interface Right {
  readonly actions: readonly string[];
  readonly resource: string;
  readonly keyUse?: KeyUse;
}

/** What callers of an encrypted resource need on its key. */
export const KEY_ACTIONS = {
  tableRead: ['kms:Decrypt'],
  tableWrite: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
  queueSend: ['kms:Decrypt', 'kms:GenerateDataKey'],
  queueReceive: ['kms:Decrypt'],
  objectRead: ['kms:Decrypt'],
  objectWrite: ['kms:GenerateDataKey'],
} as const;
