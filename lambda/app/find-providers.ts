import { Clock, InvalidStartKey, ProviderReader, QueryPage } from './ports';
import type { Domain } from '../../src/core/contracts/domain';
import type { Item } from '../../src/core/licensure/item';
import { cutPage, needsMore, Page } from '../../src/core/licensure/pagination';
import { planProviderQuery, ProviderSearchPlan } from '../../src/core/licensure/provider-query';
import { providerSummary } from '../../src/core/licensure/responses';

export interface FindProvidersPorts {
  readonly domain: Domain;
  readonly providers: ProviderReader;
  readonly clock: Clock;
}

export interface FindProvidersRequest {
  readonly compact: string;
  /** Parsed body of the request. */
  readonly body: unknown;
}

export interface FindProvidersAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** One page of providers, always in the general form. */
export async function findProviders(
  ports: FindProvidersPorts,
  { compact, body }: FindProvidersRequest,
): Promise<FindProvidersAnswer> {
  const plan = planProviderQuery(ports.domain, compact, body);
  if (!plan.ok) return plan.error;
  const { query, pageSize, lastKey: prevLastKey } = plan.value;
  const answer = ({ items, lastKey }: Page, sorting?: object): FindProvidersAnswer => {
    const context = { domain: ports.domain, now: ports.clock() };
    const providers = items.map((item) => providerSummary(item, context));
    return { status: 200, body: { query, sorting, providers, pagination: { pageSize, prevLastKey, lastKey } } };
  };
  if (plan.value.kind === 'byId') {
    const items = await ports.providers.mainRecords(compact, plan.value.providerId);
    const provider = items.find((item) => item.type === 'provider');
    return provider
      ? answer({ items: [provider], lastKey: null })
      : { status: 404, body: { message: 'Provider not found' } };
  }
  try {
    return answer(await collectPage(ports.providers, plan.value), plan.value.sorting);
  } catch (error) {
    if (error instanceof InvalidStartKey) return { status: 400, body: { message: 'Invalid request' } };
    throw error;
  }
}

/** Asks the store until a page is full: filters make it give less than it read. */
async function collectPage(providers: ProviderReader, plan: ProviderSearchPlan): Promise<Page> {
  const collected: Item[] = [];
  let page: QueryPage;
  let startKey: Item | undefined = plan.startKey;
  do {
    page = await providers.queryPage({ ...plan, startKey });
    collected.push(...page.items);
    startKey = page.lastKey;
  } while (needsMore(collected.length, plan.pageSize, startKey));
  return cutPage(collected, plan.pageSize, plan.index, startKey);
}
