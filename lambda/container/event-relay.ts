import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { loadConfiguration } from './configuration';
import { FUNCTIONS } from '../../src/core/contracts/functions';
import { createStreamHandler } from '../api/stream-handler';
import { relayEvents, sweepOutbox } from '../app/relay-events';
import { systemClock } from '../infra/clock';
import { documentClient } from '../infra/document-client';
import { DynamoEventOutbox, outboxEventOf } from '../infra/dynamo-event-outbox';
import { EventBusPublisher } from '../infra/event-bus-publisher';
import { DynamoLaterParts } from '../infra/later-parts';
import { logger } from '../infra/logger';

export function eventRelayHandler() {
  const configuration = loadConfiguration(FUNCTIONS.eventRelay, process.env);
  const { EVENT_OUTBOX_TABLE_NAME: eventOutbox, PROVIDER_TABLE_NAME: provider } = configuration;
  const client = documentClient();
  const ports = {
    publisher: new EventBusPublisher(new EventBridgeClient({}), configuration.EVENT_BUS_NAME),
    outbox: new DynamoEventOutbox(client, eventOutbox),
    interrupted: new DynamoLaterParts(client, { provider, eventOutbox }),
    clock: systemClock,
  };
  return createStreamHandler({
    read: outboxEventOf,
    handle: (events) => relayEvents(ports, events),
    onSchedule: async (timeIsShort) => {
      const sweep = await sweepOutbox(ports, timeIsShort);
      if (sweep.isAlarming) logger.error('the outbox holds what should be gone', { ...sweep });
      else if (sweep.found > 0) logger.warn('the stream had left events in the outbox', { ...sweep });
    },
  });
}
