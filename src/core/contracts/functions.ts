import { QueueId } from './queues';
import { TableId } from './tables';

export type FunctionId = 'staffPreToken' | 'licenseUpload' | 'licensePreprocessor' | 'licenseIngest' | 'providerRead';

/** Actions on tables that handlers use; a transaction needs the action of each of its items. */
export type TableAction = 'GetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'ConditionCheckItem';

/** One right of a function. Constructs turn it into a policy statement with exactly these actions on exactly this resource. */
export type Permission =
  | { readonly on: 'table'; readonly table: TableId; readonly actions: readonly TableAction[] }
  | { readonly on: 'index'; readonly table: TableId; readonly index: string; readonly actions: readonly ['Query'] }
  | { readonly on: 'queue'; readonly queue: QueueId; readonly actions: readonly ['SendMessage'] }
  | { readonly on: 'bus'; readonly actions: readonly ['PutEvents'] };

/** Roles that exist apart from their functions, because key policies name them (spec 04 section 1.2). */
export type NamedRoleId = 'licenseIngestRole' | 'licenseUploadRole';

/** How a queue invokes its function; single messages that fail are reported one by one. */
export interface QueueTrigger {
  readonly queue: QueueId;
  readonly batchSize: number;
  readonly batchWindowSeconds: number;
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
  readonly trigger?: QueueTrigger;
}

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
    environment: ['LICENSE_PREPROCESSING_QUEUE_URL'],
    permissions: [{ on: 'queue', queue: 'licensePreprocessing', actions: ['SendMessage'] }],
    role: 'licenseUploadRole',
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
    trigger: { queue: 'licensePreprocessing', batchSize: 50, batchWindowSeconds: 1 },
  },
  licenseIngest: {
    id: 'licenseIngest',
    constructId: 'LicenseIngest',
    entry: 'license-ingest',
    description: 'Stores license and provider records',
    memoryMegabytes: 512,
    timeoutSeconds: 300,
    environment: ['PROVIDER_TABLE_NAME', 'EVENT_BUS_NAME'],
    permissions: [
      { on: 'table', table: 'provider', actions: ['Query', 'PutItem', 'ConditionCheckItem'] },
      { on: 'bus', actions: ['PutEvents'] },
    ],
    trigger: { queue: 'licenseIngest', batchSize: 50, batchWindowSeconds: 1 },
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
