import type { BucketId } from './buckets';
import type { QueueId } from './queues';
import type { TableId } from './tables';

export type FunctionId =
  | 'staffPreToken'
  | 'bulkUploadUrl'
  | 'bulkUploadParser'
  | 'licenseUpload'
  | 'licensePreprocessor'
  | 'licenseIngest'
  | 'privilegeListener'
  | 'eventRelay'
  | 'dataEventArchiver'
  | 'configurationUpload'
  | 'providerRead';

/** Actions on tables that handlers use; a transaction needs the action of each of its items. */
export type TableAction =
  'GetItem' | 'Query' | 'Scan' | 'PutItem' | 'BatchWriteItem' | 'UpdateItem' | 'DeleteItem' | 'ConditionCheckItem';

/** Actions on the objects of a bucket. */
export type ObjectAction = 'GetObject' | 'PutObject' | 'DeleteObject' | 'ListBucket';

/** One right of a function. Constructs turn it into a policy statement with exactly these actions on exactly this resource. */
export type Permission =
  | { readonly on: 'table'; readonly table: TableId; readonly actions: readonly TableAction[] }
  | { readonly on: 'index'; readonly table: TableId; readonly index: string; readonly actions: readonly ['Query'] }
  | { readonly on: 'queue'; readonly queue: QueueId; readonly actions: readonly ['SendMessage'] }
  | { readonly on: 'bucket'; readonly bucket: BucketId; readonly actions: readonly ObjectAction[] }
  | { readonly on: 'bus'; readonly actions: readonly ['PutEvents'] };

/**
 * Roles that exist apart from their functions, because key policies name them (spec 04 section 1.2). The reference has
 * one role for all functions of uploads; here each function has its own.
 */
export type NamedRoleId = 'licenseIngestRole' | 'licenseUploadRole' | 'bulkUploadUrlRole' | 'bulkUploadParserRole';

/** How a queue invokes its function; single messages that fail are reported one by one. */
export interface QueueTrigger {
  readonly on: 'queue';
  readonly queue: QueueId;
  readonly batchSize: number;
  /** 0 to 300; above batches of 10 at least 1. */
  readonly batchWindowSeconds: number;
}

/** How new items of a table invoke a function; single records that fail are reported one by one. */
export interface StreamTrigger {
  readonly on: 'stream';
  readonly table: TableId;
  readonly batchSize: number;
  /** How often a record that fails is tried before the stream goes on without it. */
  readonly maxRetries: number;
}

/** A call at regular times, with no input. */
export interface ScheduleTrigger {
  readonly on: 'schedule';
  readonly everyMinutes: number;
}

export type Trigger = QueueTrigger | StreamTrigger | ScheduleTrigger;

/** A line of a function's log that somebody has to hear of, although nothing failed. */
export interface WatchedLine {
  /** Value of the line's `message`. */
  readonly message: string;
  /** An attribute of the line, and the value that counts. */
  readonly attribute: string;
  readonly value: string;
  readonly metricName: string;
  readonly description: string;
}

export interface FunctionContract {
  readonly id: FunctionId;
  readonly constructId: string;
  /** File in `lambda/entry`, without extension; also the name of its bundle. */
  readonly entry: string;
  readonly description: string;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  /** Environment variables beside the common ones; the construct sets exactly these and the loader reads exactly these. */
  readonly environment: readonly string[];
  readonly permissions: readonly Permission[];
  readonly role?: NamedRoleId;
  /** What invokes the function beside APIs, pools and deployments. */
  readonly triggers?: readonly Trigger[];
  /** Lines that an alarm counts, once a day, beside errors. */
  readonly watchedLines?: readonly WatchedLine[];
}

/** What `licenseIngest` logs for each correction of a social security number, with its `scope`. */
export const NUMBER_CORRECTED = 'social security number corrected';

/** Names of the reference system's metrics by how much of a practitioner moved (spec 04 section 9.5). */
const CORRECTION_METRICS = {
  full: 'ssn-correction-full-migration',
  partial: 'ssn-correction-partial-migration',
  none: 'ssn-correction-no-migration',
} as const;

/** Variables that every function has (spec 02 section 1.3). */
export const COMMON_ENVIRONMENT = [
  'ALLOWED_ORIGINS',
  'COMPACTS',
  'JURISDICTIONS',
  'LICENSE_TYPES',
  'ENVIRONMENT_NAME',
  'DEBUG',
] as const;

const PROVIDER_READ_INDEXES = ['providerFamGivMid', 'providerDateOfUpdate'] as const;

export const FUNCTIONS = {
  staffPreToken: {
    id: 'staffPreToken',
    constructId: 'StaffPreToken',
    entry: 'staff-pre-token',
    description: 'Adds the scopes of a staff user to the access token',
    memoryMegabytes: 512,
    timeoutSeconds: 5,
    environment: ['USERS_TABLE_NAME'],
    permissions: [{ on: 'table', table: 'staffUsers', actions: ['Query', 'UpdateItem'] }],
  },
  licenseUpload: {
    id: 'licenseUpload',
    constructId: 'LicenseUpload',
    entry: 'license-upload',
    description: 'Takes license uploads of state IT systems and queues them',
    memoryMegabytes: 512,
    timeoutSeconds: 28,
    environment: ['LICENSE_PREPROCESSING_QUEUE_URL', 'SSN_CORRECTIONS'],
    permissions: [{ on: 'queue', queue: 'licensePreprocessing', actions: ['SendMessage'] }],
    role: 'licenseUploadRole',
  },
  bulkUploadUrl: {
    id: 'bulkUploadUrl',
    constructId: 'BulkUploadUrl',
    entry: 'bulk-upload-url',
    description: 'Signs the form by which a state uploads a file of licenses',
    memoryMegabytes: 512,
    timeoutSeconds: 28,
    environment: ['BULK_BUCKET_NAME'],
    permissions: [{ on: 'bucket', bucket: 'bulkUploads', actions: ['PutObject'] }],
    role: 'bulkUploadUrlRole',
  },
  bulkUploadParser: {
    id: 'bulkUploadParser',
    constructId: 'BulkUploadParser',
    entry: 'bulk-upload-parser',
    description: 'Reads uploaded files of licenses, queues the valid ones and reports the others',
    memoryMegabytes: 1024,
    timeoutSeconds: 900,
    environment: ['BULK_BUCKET_NAME', 'LICENSE_PREPROCESSING_QUEUE_URL', 'EVENT_BUS_NAME', 'SSN_CORRECTIONS'],
    permissions: [
      // S3 tells only those who may list that an object is gone: a message that comes again after its file was taken.
      { on: 'bucket', bucket: 'bulkUploads', actions: ['ListBucket', 'GetObject', 'DeleteObject'] },
      { on: 'queue', queue: 'licensePreprocessing', actions: ['SendMessage'] },
      { on: 'bus', actions: ['PutEvents'] },
    ],
    role: 'bulkUploadParserRole',
    triggers: [{ on: 'queue', queue: 'bulkUploads', batchSize: 1, batchWindowSeconds: 0 }],
  },
  licensePreprocessor: {
    id: 'licensePreprocessor',
    constructId: 'LicensePreprocessor',
    entry: 'license-preprocessor',
    description: 'Replaces social security numbers by provider ids and publishes license.ingest',
    memoryMegabytes: 512,
    timeoutSeconds: 120,
    environment: ['SSN_TABLE_NAME', 'EVENT_BUS_NAME'],
    permissions: [
      { on: 'table', table: 'ssn', actions: ['PutItem'] },
      { on: 'bus', actions: ['PutEvents'] },
    ],
    role: 'licenseIngestRole',
    triggers: [{ on: 'queue', queue: 'licensePreprocessing', batchSize: 50, batchWindowSeconds: 1 }],
  },
  licenseIngest: {
    id: 'licenseIngest',
    constructId: 'LicenseIngest',
    entry: 'license-ingest',
    description: 'Stores license and provider records',
    memoryMegabytes: 512,
    timeoutSeconds: 300,
    environment: ['PROVIDER_TABLE_NAME', 'EVENT_OUTBOX_TABLE_NAME', 'PROVIDER_USER_BUCKET_NAME'],
    permissions: [
      { on: 'table', table: 'provider', actions: ['Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem'] },
      { on: 'table', table: 'eventOutbox', actions: ['PutItem', 'DeleteItem'] },
      // Documents of a practitioner whose social security number was corrected move with the records.
      { on: 'bucket', bucket: 'providerUsers', actions: ['ListBucket', 'GetObject', 'PutObject', 'DeleteObject'] },
    ],
    triggers: [{ on: 'queue', queue: 'licenseIngest', batchSize: 50, batchWindowSeconds: 1 }],
    watchedLines: Object.entries(CORRECTION_METRICS).map(([scope, metricName]) => ({
      message: NUMBER_CORRECTED,
      attribute: 'scope',
      value: scope,
      metricName,
      description: `A state corrected a social security number; of the practitioner's records moved: ${scope}`,
    })),
  },
  privilegeListener: {
    id: 'privilegeListener',
    constructId: 'PrivilegeListener',
    entry: 'privilege-listener',
    description: 'Brings to privileges what happened to the licenses that they rest on',
    memoryMegabytes: 512,
    timeoutSeconds: 120,
    environment: ['PROVIDER_TABLE_NAME', 'EVENT_OUTBOX_TABLE_NAME'],
    permissions: [
      { on: 'table', table: 'provider', actions: ['Query', 'PutItem', 'ConditionCheckItem'] },
      { on: 'table', table: 'eventOutbox', actions: ['PutItem', 'DeleteItem'] },
    ],
    triggers: [
      { on: 'queue', queue: 'licenseEncumbrance', batchSize: 10, batchWindowSeconds: 1 },
      { on: 'queue', queue: 'licenseEncumbranceLift', batchSize: 10, batchWindowSeconds: 1 },
      { on: 'queue', queue: 'licenseDeactivation', batchSize: 10, batchWindowSeconds: 1 },
    ],
  },
  eventRelay: {
    id: 'eventRelay',
    constructId: 'EventRelay',
    entry: 'event-relay',
    description: 'Publishes the events that were stored with the writes that caused them',
    memoryMegabytes: 512,
    timeoutSeconds: 60,
    environment: ['EVENT_OUTBOX_TABLE_NAME', 'PROVIDER_TABLE_NAME', 'EVENT_BUS_NAME'],
    permissions: [
      { on: 'table', table: 'eventOutbox', actions: ['Scan', 'PutItem', 'DeleteItem'] },
      // Changes too large for one transaction, where a crash kept their writer from the rest.
      { on: 'table', table: 'provider', actions: ['PutItem', 'DeleteItem', 'ConditionCheckItem'] },
      { on: 'bus', actions: ['PutEvents'] },
    ],
    triggers: [
      { on: 'stream', table: 'eventOutbox', batchSize: 10, maxRetries: 3 },
      // What the stream gave up is still in the table: this publishes it, and complains of what is old.
      { on: 'schedule', everyMinutes: 5 },
    ],
  },
  dataEventArchiver: {
    id: 'dataEventArchiver',
    constructId: 'DataEventArchiver',
    entry: 'data-event-archiver',
    description: 'Keeps what happened, without personal data of licenses, for reports',
    memoryMegabytes: 512,
    timeoutSeconds: 28,
    environment: ['DATA_EVENT_TABLE_NAME'],
    permissions: [{ on: 'table', table: 'dataEvents', actions: ['BatchWriteItem'] }],
    // As many as one call to the table takes.
    triggers: [{ on: 'queue', queue: 'dataEvents', batchSize: 25, batchWindowSeconds: 5 }],
  },
  configurationUpload: {
    id: 'configurationUpload',
    constructId: 'ConfigurationUpload',
    entry: 'configuration-upload',
    description: 'Writes member jurisdictions and attestations of the deployment into the configuration table',
    memoryMegabytes: 512,
    timeoutSeconds: 300,
    environment: ['COMPACT_CONFIGURATION_TABLE_NAME'],
    permissions: [{ on: 'table', table: 'compactConfiguration', actions: ['Query', 'PutItem'] }],
  },
  providerRead: {
    id: 'providerRead',
    constructId: 'ProviderRead',
    entry: 'provider-read',
    description: 'Finds providers and shows their records to staff',
    memoryMegabytes: 512,
    timeoutSeconds: 28,
    environment: ['PROVIDER_TABLE_NAME', 'PROV_FAM_GIV_MID_INDEX_NAME', 'PROV_DATE_OF_UPDATE_INDEX_NAME'],
    permissions: [
      { on: 'table', table: 'provider', actions: ['Query'] },
      ...PROVIDER_READ_INDEXES.map((index) => ({ on: 'index', table: 'provider', index, actions: ['Query'] }) as const),
    ],
  },
} as const satisfies { readonly [Id in FunctionId]: FunctionContract & { readonly id: Id } };
