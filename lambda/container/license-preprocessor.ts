import { randomUUID } from 'node:crypto';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { loadConfiguration } from './configuration';
import { FUNCTIONS } from '../../src/core/contracts/functions';
import { createBatchQueueHandler } from '../api/queue-handler';
import { preprocessLicenses } from '../app/preprocess-license';
import { documentClient } from '../infra/document-client';
import { DynamoSsnStore } from '../infra/dynamo-ssn-store';
import { EventBusPublisher } from '../infra/event-bus-publisher';

export function licensePreprocessorHandler() {
  const configuration = loadConfiguration(FUNCTIONS.licensePreprocessor, process.env);
  const ports = {
    ssnStore: new DynamoSsnStore(documentClient(), configuration.SSN_TABLE_NAME),
    publisher: new EventBusPublisher(new EventBridgeClient({}), configuration.EVENT_BUS_NAME),
    newProviderId: randomUUID,
  };
  return createBatchQueueHandler((deliveries, timeIsShort) => preprocessLicenses(ports, deliveries, timeIsShort));
}
