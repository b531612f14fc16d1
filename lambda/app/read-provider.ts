import type { Clock, ProviderReader } from './ports';
import type { Domain } from '../../src/core/contracts/domain';
import { responseForm } from '../../src/core/licensure/permissions';
import { providerDetail } from '../../src/core/licensure/responses';

export interface ReadProviderPorts {
  readonly domain: Domain;
  readonly providers: ProviderReader;
  readonly clock: Clock;
}

export interface ReadProviderRequest {
  readonly compact: string;
  readonly providerId: string;
  readonly scopes: ReadonlySet<string>;
}

/** One provider with all records, in the form that the caller's scopes allow; nothing where the compact has none. */
export async function readProvider(
  { domain, providers, clock }: ReadProviderPorts,
  { compact, providerId, scopes }: ReadProviderRequest,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const items = await providers.detailRecords(compact, providerId);
  if (!items.some((item) => item.type === 'provider')) return undefined;
  const jurisdictions = items
    .filter((item) => item.type === 'license' || item.type === 'privilege')
    .map((item) => String(item.jurisdiction));
  const form = responseForm({ compact, scopes, jurisdictions });
  return providerDetail(items, form, { domain, now: clock() });
}
