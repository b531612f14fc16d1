import { EventType } from './events';

export type QueueId = 'licensePreprocessing' | 'licenseIngest';

export interface QueueContract {
  readonly id: QueueId;
  readonly constructId: string;
  /** `ssn`: messages carry social security numbers, so only the named roles can read them. */
  readonly encryption: 'shared' | 'ssn';
  readonly visibilitySeconds: number;
  readonly retentionHours: number;
  /** Receives before a message goes to the dead-letter queue. */
  readonly maxReceives: number;
  /** Event type whose rule feeds the queue; without it handlers send to the queue directly. */
  readonly eventType?: EventType;
  /** Environment variable that tells handlers the queue address; only for queues that handlers send to. */
  readonly environmentVariable?: string;
  readonly source: string;
}

export const QUEUES = {
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
    eventType: 'license.ingest',
    source: 'spec 04 section 9.4',
  },
} as const satisfies { readonly [Id in QueueId]: QueueContract & { readonly id: Id } };
