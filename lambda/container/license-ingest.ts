import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { EventBridgeEvent } from 'aws-lambda';
import { loadConfiguration } from './configuration';
import { FUNCTIONS } from '../../src/core/contracts/functions';
import { createQueueHandler } from '../api/queue-handler';
import { storeLicense } from '../app/store-license';
import { systemClock } from '../infra/clock';
import { documentClient } from '../infra/document-client';
import { DynamoProviderStore } from '../infra/dynamo-provider-store';
import { EventBusPublisher } from '../infra/event-bus-publisher';

export function licenseIngestHandler() {
  const configuration = loadConfiguration(FUNCTIONS.licenseIngest, process.env);
  const ports = {
    domain: configuration.domain,
    providers: new DynamoProviderStore(documentClient(), configuration.PROVIDER_TABLE_NAME),
    publisher: new EventBusPublisher(new EventBridgeClient({}), configuration.EVENT_BUS_NAME),
    clock: systemClock,
  };
  return createQueueHandler((body) => storeLicense(ports, (body as EventBridgeEvent<string, unknown>).detail));
}
