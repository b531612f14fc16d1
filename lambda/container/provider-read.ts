import { loadConfiguration } from './configuration';
import { FUNCTIONS } from '../../src/core/contracts/functions';
import { ApiAnswer, createApiHandler, message, withJsonBody } from '../api/api-handler';
import { findProviders } from '../app/find-providers';
import { readProvider } from '../app/read-provider';
import { systemClock } from '../infra/clock';
import { documentClient } from '../infra/document-client';
import { DynamoProviderReader } from '../infra/dynamo-provider-reader';

export function providerReadHandler() {
  const configuration = loadConfiguration(FUNCTIONS.providerRead, process.env);
  const ports = {
    domain: configuration.domain,
    providers: new DynamoProviderReader(documentClient(), configuration.PROVIDER_TABLE_NAME),
    clock: systemClock,
  };
  return createApiHandler(configuration, {
    queryProviders: withJsonBody(({ path, body }) => findProviders(ports, { compact: path.compact, body })),
    getProvider: async ({ path, scopes }): Promise<ApiAnswer> => {
      const provider = await readProvider(ports, { compact: path.compact, providerId: path.providerId, scopes });
      return provider ? { status: 200, body: provider } : message(404, 'Provider not found');
    },
  });
}
