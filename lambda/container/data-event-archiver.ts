import { loadConfiguration } from './configuration';
import { FUNCTIONS } from '../../src/core/contracts/functions';
import { createBatchQueueHandler } from '../api/queue-handler';
import { archiveEvents } from '../app/archive-events';
import { systemClock } from '../infra/clock';
import { documentClient } from '../infra/document-client';
import { DynamoDataEventStore } from '../infra/dynamo-data-event-store';

export function dataEventArchiverHandler() {
  const configuration = loadConfiguration(FUNCTIONS.dataEventArchiver, process.env);
  const ports = {
    dataEvents: new DynamoDataEventStore(documentClient(), configuration.DATA_EVENT_TABLE_NAME),
    clock: systemClock,
  };
  return createBatchQueueHandler((deliveries) => archiveEvents(ports, deliveries));
}
