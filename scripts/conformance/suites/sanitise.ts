import { ROUTES } from '../../../src/core/contracts/routes';
import { authorize, responseForm } from '../../../src/core/licensure/permissions';
import { planProviderQuery } from '../../../src/core/licensure/provider-query';
import { providerDetail, providerSummary } from '../../../src/core/licensure/responses';
import { itemFrom, PlainItem } from '../dynamo-json';
import { REFERENCE_DOMAIN } from '../reference-domain';
import { compared, notCovered, Outcome, Suite } from '../suite';
import type { Vector } from '../vectors';

/** What staff see of a provider. */
export const sanitiseSuite: Suite = {
  file: 'sanitise.json',
  answerWith: (vectors) => {
    const stored = new Map<string, PlainItem[]>(
      vectors.filter(isData).map(({ given, expect }) => [given.records, expect.items.map(itemFrom)]),
    );
    const bodies = new Map(vectors.map(({ name, expect }) => [name, expect.body]));
    return (vector) => {
      if (isData(vector)) return { kind: 'data' };
      const { given, expect } = vector;
      const items = stored.get(given.records) ?? [];
      const { bodySameAs, ...rest } = expect;
      const expected = bodySameAs ? { ...rest, body: bodies.get(bodySameAs) } : expect;
      return answer(given, items, expected);
    };
  },
};

function isData({ name }: Vector): boolean {
  return name.startsWith('records: ');
}

function answer(given: any, items: PlainItem[], expected: unknown): Outcome {
  if (given.form === 'staffQuery') return compared(expected, answerQuery(given, items));
  if (given.form !== 'staffDetail') return notCovered(`answers of other features: ${given.form}`);
  const refused = authorize(ROUTES.getProvider.check, { compact: given.compact }, new Set(given.scopes)) === 'denied';
  if (!refused && items.some((item) => item.type === 'privilege')) {
    return notCovered('details of providers with privileges');
  }
  return compared(
    expected,
    refused ? { statusCode: 403, body: { message: 'Access denied' } } : answerDetail(given, items),
  );
}

function answerDetail({ now, compact, scopes }: any, items: PlainItem[]) {
  if (items.length === 0) return { statusCode: 404, body: { message: 'Provider not found' } };
  const jurisdictions = items.filter((item) => item.type === 'license').map((item) => String(item.jurisdiction));
  const form = responseForm({ compact, scopes: new Set(scopes), jurisdictions });
  return { statusCode: 200, body: providerDetail(items, form, { domain: REFERENCE_DOMAIN, now }) };
}

function answerQuery({ now, compact, providerId }: any, items: PlainItem[]) {
  const plan = planProviderQuery(REFERENCE_DOMAIN, compact, { query: { providerId } });
  if (!plan.ok) return { statusCode: plan.error.status, body: plan.error.body };
  const { query, pageSize, lastKey: prevLastKey } = plan.value;
  const providers = items
    .filter((item) => item.type === 'provider')
    .map((item) => providerSummary(item, { domain: REFERENCE_DOMAIN, now }));
  return { statusCode: 200, body: { query, providers, pagination: { pageSize, prevLastKey, lastKey: null } } };
}
