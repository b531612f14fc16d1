/** Buckets of the backend (spec 02 section 3.4). A bucket joins this list with the feature that uses it. */
export type BucketId = 'bulkUploads' | 'providerUsers' | 'transactionReports';

export interface BucketContract {
  readonly id: BucketId;
  readonly constructId: string;
  /** `ssn`: objects carry social security numbers, so only the named roles can read them. */
  readonly encryption: 'shared' | 'ssn';
  readonly versioned: boolean;
  /** What browsers may do, from the origins of the deployment's web clients only; empty where none comes here. */
  readonly browserMethods: readonly ('GET' | 'POST')[];
  /** Days after which an object goes, where it is only passing through. */
  readonly expirationDays?: number;
  /** Days after which a version that was replaced or deleted goes. */
  readonly noncurrentExpirationDays?: number;
  /** Whether creations of objects become events on the account's default bus, where rules bring them into queues. */
  readonly publishesObjectEvents: boolean;
  /** Backup policy of the environment that applies. */
  readonly backup?: 'general_data';
  /** Environment variable that tells handlers the bucket name. */
  readonly environmentVariable: string;
}

export const BUCKETS = {
  bulkUploads: {
    id: 'bulkUploads',
    constructId: 'BulkUploadsBucket',
    encryption: 'ssn',
    versioned: false,
    browserMethods: ['GET', 'POST'],
    // The parser deletes what it has read: what is older was left by a failure that its dead-letter queue reports.
    expirationDays: 15,
    publishesObjectEvents: true,
    environmentVariable: 'BULK_BUCKET_NAME',
  },
  providerUsers: {
    id: 'providerUsers',
    constructId: 'ProviderUsersBucket',
    encryption: 'shared',
    versioned: true,
    browserMethods: ['GET', 'POST'],
    publishesObjectEvents: true,
    backup: 'general_data',
    environmentVariable: 'PROVIDER_USER_BUCKET_NAME',
  },
  transactionReports: {
    id: 'transactionReports',
    constructId: 'TransactionReportsBucket',
    encryption: 'shared',
    versioned: true,
    browserMethods: [],
    // The reference never expires a report; a year covers every period that one is asked for again.
    expirationDays: 366,
    noncurrentExpirationDays: 30,
    publishesObjectEvents: false,
    environmentVariable: 'TRANSACTION_REPORTS_BUCKET_NAME',
  },
} as const satisfies { readonly [Id in BucketId]: BucketContract & { readonly id: Id } };
