/** Tables of the backend. A table joins this list with the feature that uses it. */
export type TableId =
  | 'ssn'
  | 'provider'
  | 'staffUsers'
  | 'compactConfiguration'
  | 'dataEvents'
  | 'transactionHistory'
  | 'rateLimiting'
  | 'eventState'
  | 'eventOutbox';

export interface IndexContract {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey?: string;
  /** Non-key attributes that the index carries, or everything. */
  readonly projection: 'all' | readonly string[];
  /** Environment variable that tells handlers the index name. */
  readonly environmentVariable: string;
}

export interface TableContract {
  readonly id: TableId;
  readonly constructId: string;
  /** Suffix of a physical name that something outside selects on; without it CloudFormation names the table. */
  readonly nameSuffix?: string;
  readonly indexes: readonly IndexContract[];
  /** `ssn` has a key of its own that shuts out everybody but named roles. */
  readonly encryption: 'shared' | 'ssn';
  readonly pointInTimeRecovery: boolean;
  /** Whether production refuses to delete the table. */
  readonly deletionProtection: boolean;
  readonly stream?: 'NEW_AND_OLD_IMAGES' | 'NEW_IMAGE';
  readonly ttlAttribute?: string;
  /** Backup policy of the environment that applies. */
  readonly backup?: 'general_data' | 'frequent_updates';
  /** Environment variable that tells handlers the table name. */
  readonly environmentVariable: string;
}

/** Every table has a string partition key `pk` and a string sort key `sk` and is billed on demand (spec 04 section 1.1). */
export const TABLE_KEYS = { partitionKey: 'pk', sortKey: 'sk' } as const;

export const TABLES = {
  ssn: {
    id: 'ssn',
    constructId: 'SsnTable',
    nameSuffix: 'ssn-table-DataEventsLog',
    indexes: [
      {
        name: 'ssnIndex',
        partitionKey: 'providerIdGSIpk',
        sortKey: 'sk',
        projection: 'all',
        environmentVariable: 'SSN_INDEX_NAME',
      },
    ],
    encryption: 'ssn',
    pointInTimeRecovery: true,
    deletionProtection: true,
    backup: 'general_data',
    environmentVariable: 'SSN_TABLE_NAME',
  },
  provider: {
    id: 'provider',
    constructId: 'ProviderTable',
    indexes: [
      {
        name: 'providerFamGivMid',
        partitionKey: 'sk',
        sortKey: 'providerFamGivMid',
        projection: 'all',
        environmentVariable: 'PROV_FAM_GIV_MID_INDEX_NAME',
      },
      {
        name: 'providerDateOfUpdate',
        partitionKey: 'sk',
        sortKey: 'providerDateOfUpdate',
        projection: 'all',
        environmentVariable: 'PROV_DATE_OF_UPDATE_INDEX_NAME',
      },
      {
        name: 'licenseGSI',
        partitionKey: 'licenseGSIPK',
        sortKey: 'licenseGSISK',
        projection: 'all',
        environmentVariable: 'LICENSE_GSI_NAME',
      },
      {
        name: 'compactTransactionIdGSI',
        partitionKey: 'compactTransactionIdGSIPK',
        projection: [
          'privilegeId',
          'updatedValues',
          'previous',
          'jurisdiction',
          'type',
          'compactTransactionId',
          'providerId',
        ],
        environmentVariable: 'COMPACT_TRANSACTION_ID_GSI_NAME',
      },
      {
        name: 'licenseUploadDateGSI',
        partitionKey: 'licenseUploadDateGSIPK',
        sortKey: 'licenseUploadDateGSISK',
        projection: ['providerId'],
        environmentVariable: 'LICENSE_UPLOAD_DATE_INDEX_NAME',
      },
    ],
    encryption: 'shared',
    pointInTimeRecovery: true,
    deletionProtection: true,
    stream: 'NEW_AND_OLD_IMAGES',
    backup: 'general_data',
    environmentVariable: 'PROVIDER_TABLE_NAME',
  },
  staffUsers: {
    id: 'staffUsers',
    constructId: 'UsersTable',
    indexes: [
      {
        name: 'famGiv',
        partitionKey: 'sk',
        sortKey: 'famGiv',
        projection: 'all',
        environmentVariable: 'FAM_GIV_INDEX_NAME',
      },
    ],
    encryption: 'shared',
    pointInTimeRecovery: true,
    deletionProtection: true,
    backup: 'general_data',
    environmentVariable: 'USERS_TABLE_NAME',
  },
  compactConfiguration: {
    id: 'compactConfiguration',
    constructId: 'CompactConfigurationTable',
    indexes: [],
    encryption: 'shared',
    pointInTimeRecovery: true,
    deletionProtection: true,
    backup: 'general_data',
    environmentVariable: 'COMPACT_CONFIGURATION_TABLE_NAME',
  },
  dataEvents: {
    id: 'dataEvents',
    constructId: 'DataEventTable',
    indexes: [],
    encryption: 'shared',
    pointInTimeRecovery: true,
    deletionProtection: true,
    ttlAttribute: 'eventExpiry',
    backup: 'frequent_updates',
    environmentVariable: 'DATA_EVENT_TABLE_NAME',
  },
  transactionHistory: {
    id: 'transactionHistory',
    constructId: 'TransactionHistoryTable',
    indexes: [],
    encryption: 'shared',
    pointInTimeRecovery: true,
    deletionProtection: true,
    backup: 'general_data',
    environmentVariable: 'TRANSACTION_HISTORY_TABLE_NAME',
  },
  // Counts of the last day at most: nothing in it is worth a recovery.
  rateLimiting: {
    id: 'rateLimiting',
    constructId: 'RateLimitingTable',
    indexes: [],
    encryption: 'shared',
    pointInTimeRecovery: false,
    deletionProtection: false,
    ttlAttribute: 'ttl',
    environmentVariable: 'RATE_LIMITING_TABLE_NAME',
  },
  eventState: {
    id: 'eventState',
    constructId: 'EventStateTable',
    indexes: [
      {
        name: 'providerId-eventTime-index',
        partitionKey: 'providerId',
        sortKey: 'eventTime',
        projection: 'all',
        environmentVariable: 'EVENT_STATE_PROVIDER_INDEX_NAME',
      },
    ],
    encryption: 'shared',
    pointInTimeRecovery: true,
    deletionProtection: true,
    ttlAttribute: 'ttl',
    environmentVariable: 'EVENT_STATE_TABLE_NAME',
  },
  // Events that were decided with a write and are still to be published: they stand in the same transaction.
  eventOutbox: {
    id: 'eventOutbox',
    constructId: 'EventOutboxTable',
    indexes: [],
    encryption: 'shared',
    pointInTimeRecovery: true,
    deletionProtection: true,
    stream: 'NEW_IMAGE',
    environmentVariable: 'EVENT_OUTBOX_TABLE_NAME',
  },
} as const satisfies { readonly [Id in TableId]: TableContract & { readonly id: Id } };
