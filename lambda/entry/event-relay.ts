import { eventRelayHandler } from '../container/event-relay';

export const handler = eventRelayHandler();
