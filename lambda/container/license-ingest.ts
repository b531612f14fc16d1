import type { EventBridgeEvent } from 'aws-lambda';
import { loadConfiguration } from './configuration';
import { FUNCTIONS, NUMBER_CORRECTED } from '../../src/core/contracts/functions';
import { createBatchQueueHandler } from '../api/queue-handler';
import type { NumberCorrection } from '../app/correct-number';
import { storeLicenses } from '../app/store-license';
import { systemClock, systemPause } from '../infra/clock';
import { documentClient } from '../infra/document-client';
import { DynamoProviderStore } from '../infra/dynamo-provider-store';
import { LazyDocumentStore } from '../infra/lazy-document-store';
import { logger } from '../infra/logger';

export function licenseIngestHandler() {
  const configuration = loadConfiguration(FUNCTIONS.licenseIngest, process.env);
  const tables = { provider: configuration.PROVIDER_TABLE_NAME, eventOutbox: configuration.EVENT_OUTBOX_TABLE_NAME };
  const ports = {
    domain: configuration.domain,
    providers: new DynamoProviderStore(documentClient(), tables),
    // Only corrections of numbers move documents: the other uploads' starts don't pay for the client of S3.
    documents: new LazyDocumentStore(async () => {
      const { S3DocumentStore } = await import('../infra/s3-document-store');
      return S3DocumentStore.ofBucket(configuration.PROVIDER_USER_BUCKET_NAME);
    }),
    corrected: (correction: NumberCorrection) => logger.info(NUMBER_CORRECTED, { ...correction }),
    clock: systemClock,
    pause: systemPause,
  };
  return createBatchQueueHandler((deliveries, timeIsShort) => {
    const details = deliveries.map(({ body }) => (body as EventBridgeEvent<string, unknown> | null)?.detail);
    return storeLicenses(ports, details, timeIsShort);
  });
}
