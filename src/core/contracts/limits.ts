/** A number that a service or the domain imposes, with the place that says so. */
export interface Limit {
  readonly value: number;
  readonly unit: string;
  readonly source: string;
}

/** One place per limit: constructs validate with it, handlers refuse with it, tests hold the templates to it. */
export const LIMITS = {
  resourcesPerStack: { value: 500, unit: 'resources', source: 'AWS CloudFormation quotas' },
  outputsPerStack: { value: 200, unit: 'outputs', source: 'AWS CloudFormation quotas' },
  templateBytes: { value: 1_000_000, unit: 'bytes', source: 'AWS CloudFormation quotas, template in S3' },
  inlineRolePolicyCharacters: { value: 10_240, unit: 'characters without white space', source: 'IAM quotas' },
  resourceServersPerUserPool: { value: 25, unit: 'resource servers', source: 'Amazon Cognito quotas, default' },
  resourceServersPerUserPoolMaximum: {
    value: 300,
    unit: 'resource servers',
    source: 'Amazon Cognito quotas, on request',
  },
  scopesPerResourceServer: { value: 100, unit: 'scopes', source: 'Amazon Cognito quotas' },
  licensesPerRequest: { value: 100, unit: 'licenses', source: 'spec 03 section 5, declared in the model' },
  pageSizeMinimum: { value: 5, unit: 'records', source: 'spec 04 section 11.2' },
  pageSizeMaximum: { value: 100, unit: 'records', source: 'spec 04 section 11.2' },
  pageSizeDefault: { value: 100, unit: 'records', source: 'spec 04 section 11.2' },
  paginationKeyCharacters: { value: 1_024, unit: 'characters', source: 'spec 04 section 11.2' },
  queueBatchEntries: { value: 10, unit: 'messages', source: 'Amazon SQS quotas, SendMessageBatch' },
  eventBatchEntries: { value: 10, unit: 'events', source: 'Amazon EventBridge quotas, PutEvents' },
  bulkUploadBytes: { value: 30_000_000, unit: 'bytes', source: 'spec 04 section 9.2' },
  bulkUploadFormSeconds: { value: 3_600, unit: 'seconds', source: 'spec 04 section 9.2' },
  csvCellCharacters: {
    value: 131_072,
    unit: 'UTF-16 units',
    source: 'default field limit of the CSV module that the reference system reads with',
  },
  csvRecordCharacters: { value: 1_048_576, unit: 'UTF-16 units', source: 'own choice: bounds the memory of a reader' },
  reportedCharacters: {
    value: 4_000,
    unit: 'UTF-16 units',
    source:
      'own choice: an event of 256 KB repeats names of unknown columns up to it, and each of five texts of a row, at six bytes a unit at worst',
  },
  queueBatchBytes: { value: 262_144, unit: 'bytes of message bodies', source: 'Amazon SQS quotas, SendMessageBatch' },
  eventBatchBytes: { value: 262_144, unit: 'bytes of entries', source: 'Amazon EventBridge quotas, PutEvents' },
  transactionActions: { value: 100, unit: 'actions', source: 'Amazon DynamoDB quotas, TransactWriteItems' },
  transactionBytes: {
    value: 4_000_000,
    unit: 'bytes of items',
    source: 'Amazon DynamoDB quotas, 4 MB per transaction',
  },
  tableBatchEntries: { value: 25, unit: 'items', source: 'Amazon DynamoDB quotas, BatchWriteItem' },
  tableBatchBytes: {
    value: 16_000_000,
    unit: 'bytes of items',
    source: 'Amazon DynamoDB quotas, 16 MB per BatchWriteItem',
  },
  itemBytes: { value: 400_000, unit: 'bytes', source: 'Amazon DynamoDB quotas, 400 KB per item' },
  attestationBytes: {
    value: 100_000,
    unit: 'bytes of JSON',
    source: 'AWS Lambda quotas, 256 KB per asynchronous call: an update carries the former and the present texts',
  },
  requestsPerAddress: { value: 1_000, unit: 'requests in 5 minutes', source: 'spec 03 section 2.3' },
} as const satisfies Record<string, Limit>;
