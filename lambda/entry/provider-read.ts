import { providerReadHandler } from '../container/provider-read';

export const handler = providerReadHandler();
