import type { BucketId } from './buckets';
import type { EventType } from './events';

export type QueueId =
  | 'bulkUploads'
  | 'licensePreprocessing'
  | 'licenseIngest'
  | 'licenseEncumbrance'
  | 'licenseEncumbranceLift'
  | 'licenseDeactivation'
  | 'dataEvents';

/** What brings messages into a queue by itself; handlers send to a queue without a feed. */
export type QueueFeed =
  /** One type of events on the data event bus, or every type. */
  | { readonly from: 'dataEventBus'; readonly eventType: EventType | 'every' }
  /** Objects that appear in a bucket, through the account's default bus. */
  | { readonly from: 'bucket'; readonly bucket: BucketId };

export interface QueueContract {
  readonly id: QueueId;
  readonly constructId: string;
  /** `ssn`: messages carry social security numbers, so only the named roles can read them. */
  readonly encryption: 'shared' | 'ssn';
  readonly visibilitySeconds: number;
  readonly retentionHours: number;
  /** Receives before a message goes to the dead-letter queue. */
  readonly maxReceives: number;
  readonly feed?: QueueFeed;
  /** Environment variable that tells handlers the queue address; only for queues that handlers send to. */
  readonly environmentVariable?: string;
  readonly source: string;
}

/** Whether operators can't move dead letters back themselves, because a move needs the key of the queue. */
export function canOnlyFunctionsRead({ encryption }: QueueContract): boolean {
  return encryption === 'ssn';
}

/** Queue of a listener that changes privileges. */
const PRIVILEGE_LISTENER = {
  encryption: 'shared',
  // At least six times what the function may take, as Lambda recommends for queues.
  visibilitySeconds: 12 * 60,
  retentionHours: 12,
  maxReceives: 3,
  source:
    'spec 04 section 10.3; the reference hides messages for 5 minutes, two and a half times what its function may take',
} as const;

export const QUEUES = {
  bulkUploads: {
    id: 'bulkUploads',
    constructId: 'BulkUploads',
    encryption: 'shared',
    // The function may take 15 minutes; a file that failed is read again from its beginning.
    visibilitySeconds: 16 * 60,
    retentionHours: 4 * 24,
    maxReceives: 3,
    feed: { from: 'bucket', bucket: 'bulkUploads' },
    source: 'spec 04 section 9.2; the reference has no queue there and loses a file after three failures',
  },
  licensePreprocessing: {
    id: 'licensePreprocessing',
    constructId: 'LicensePreprocessing',
    encryption: 'ssn',
    visibilitySeconds: 8 * 60,
    retentionHours: 12,
    maxReceives: 3,
    environmentVariable: 'LICENSE_PREPROCESSING_QUEUE_URL',
    source: 'spec 04 section 1.2',
  },
  licenseIngest: {
    id: 'licenseIngest',
    constructId: 'LicenseIngest',
    encryption: 'shared',
    visibilitySeconds: 20 * 60,
    retentionHours: 12,
    maxReceives: 3,
    feed: { from: 'dataEventBus', eventType: 'license.ingest' },
    source: 'spec 04 section 9.4',
  },
  licenseEncumbrance: {
    id: 'licenseEncumbrance',
    constructId: 'LicenseEncumbrance',
    ...PRIVILEGE_LISTENER,
    feed: { from: 'dataEventBus', eventType: 'license.encumbrance' },
  },
  licenseEncumbranceLift: {
    id: 'licenseEncumbranceLift',
    constructId: 'LicenseEncumbranceLift',
    ...PRIVILEGE_LISTENER,
    feed: { from: 'dataEventBus', eventType: 'license.encumbranceLifted' },
  },
  licenseDeactivation: {
    id: 'licenseDeactivation',
    constructId: 'LicenseDeactivation',
    ...PRIVILEGE_LISTENER,
    feed: { from: 'dataEventBus', eventType: 'license.deactivation' },
  },
  dataEvents: {
    id: 'dataEvents',
    constructId: 'DataEvents',
    encryption: 'shared',
    visibilitySeconds: 3 * 60,
    retentionHours: 24,
    maxReceives: 3,
    feed: { from: 'dataEventBus', eventType: 'every' },
    source:
      'spec 04 section 10.3; the reference keeps messages for one hour only, so an outage of one hour loses events',
  },
} as const satisfies { readonly [Id in QueueId]: QueueContract & { readonly id: Id } };
