import { S3Client } from '@aws-sdk/client-s3';
import type { EventBridgeEvent } from 'aws-lambda';
import { loadConfiguration } from './configuration';
import { FUNCTIONS, NUMBER_CORRECTED } from '../../src/core/contracts/functions';
import { createBatchQueueHandler } from '../api/queue-handler';
import type { NumberCorrection } from '../app/correct-number';
import { storeLicenses } from '../app/store-license';
import { systemClock, systemPause } from '../infra/clock';
import { documentClient } from '../infra/document-client';
import { DynamoProviderStore } from '../infra/dynamo-provider-store';
import { logger } from '../infra/logger';
import { S3DocumentStore } from '../infra/s3-document-store';

export function licenseIngestHandler() {
  const configuration = loadConfiguration(FUNCTIONS.licenseIngest, process.env);
  const tables = { provider: configuration.PROVIDER_TABLE_NAME, eventOutbox: configuration.EVENT_OUTBOX_TABLE_NAME };
  const ports = {
    domain: configuration.domain,
    providers: new DynamoProviderStore(documentClient(), tables),
    documents: new S3DocumentStore(new S3Client({}), configuration.PROVIDER_USER_BUCKET_NAME),
    corrected: (correction: NumberCorrection) => logger.info(NUMBER_CORRECTED, { ...correction }),
    clock: systemClock,
    pause: systemPause,
  };
  return createBatchQueueHandler((deliveries, timeIsShort) => {
    const details = deliveries.map(({ body }) => (body as EventBridgeEvent<string, unknown> | null)?.detail);
    return storeLicenses(ports, details, timeIsShort);
  });
}
