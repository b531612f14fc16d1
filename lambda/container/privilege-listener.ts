import { loadConfiguration } from './configuration';
import { FUNCTIONS } from '../../src/core/contracts/functions';
import { createQueueHandler } from '../api/queue-handler';
import { listenForPrivileges } from '../app/listen-for-privileges';
import { systemClock, systemPause } from '../infra/clock';
import { documentClient } from '../infra/document-client';
import { DynamoProviderStore } from '../infra/dynamo-provider-store';

export function privilegeListenerHandler() {
  const configuration = loadConfiguration(FUNCTIONS.privilegeListener, process.env);
  const tables = { provider: configuration.PROVIDER_TABLE_NAME, eventOutbox: configuration.EVENT_OUTBOX_TABLE_NAME };
  const ports = {
    domain: configuration.domain,
    providers: new DynamoProviderStore(documentClient(), tables),
    clock: systemClock,
    pause: systemPause,
  };
  return createQueueHandler((body) => listenForPrivileges(ports, body));
}
