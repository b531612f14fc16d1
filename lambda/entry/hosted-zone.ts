import { hostedZoneHandler } from '../container/hosted-zone';

export const handler = hostedZoneHandler();
