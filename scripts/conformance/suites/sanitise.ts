import { ROUTES } from '../../../src/core/contracts/routes';
import { compareCodePoints } from '../../../src/core/licensure/json-text';
import { providerPartition } from '../../../src/core/licensure/keys';
import {
  authorize,
  mayOpenDocuments,
  responseForm,
  ResponseFormInput,
  stateResponseForm,
} from '../../../src/core/licensure/permissions';
import { planProviderQuery } from '../../../src/core/licensure/provider-query';
import {
  providerDetail,
  providerSummary,
  publicProviderDetail,
  publicProviderSummary,
} from '../../../src/core/licensure/responses';
import { StateDetailRequest, stateProviderDetail } from '../../../src/core/licensure/state-responses';
import { itemFrom, PlainItem } from '../dynamo-json';
import { REFERENCE_DOMAIN } from '../reference-domain';
import { compared, Suite } from '../suite';
import type { Vector } from '../vectors';

/** What staff, the public, practitioners and state IT systems see of a provider. */
export const sanitiseSuite: Suite = {
  file: 'sanitise.json',
  answerWith: (vectors) => {
    const stored = new Map<string, PlainItem[]>(
      vectors.filter(isData).map(({ given, expect }) => [given.records, inSortOrder(expect.items.map(itemFrom))]),
    );
    const bodies = new Map(vectors.map(({ name, expect }) => [name, expect.body]));
    return (vector) => {
      if (isData(vector)) return { kind: 'data' };
      const { given, expect } = vector;
      const pk = providerPartition(given.compact, given.providerId);
      const items = (stored.get(given.records) ?? []).filter((item) => item.pk === pk);
      const { bodySameAs, ...rest } = expect;
      const expected = bodySameAs ? { ...rest, body: bodies.get(bodySameAs) } : expect;
      return compared(expected, answerSafely(given, items));
    };
  },
};

/** A partition as the table gives it. */
function inSortOrder(items: PlainItem[]): PlainItem[] {
  return items.sort((left, right) => compareCodePoints(String(left.sk), String(right.sk)));
}

function isData({ name }: Vector): boolean {
  return name.startsWith('records: ');
}

/** Where the vectors' web client lives, and what stands for an address that changes with every answer. */
const API_BASE_URL = 'https://api.example.com';
const MASKED_LINK = '<presigned GET link, 7200 s>';

const DENIED = refused(403, 'Access denied');
const NOT_FOUND = refused(404, 'Provider not found');

/** Rules throw on stored records that fail their checks. */
function answerSafely(given: any, items: PlainItem[]) {
  try {
    return answer(given, items);
  } catch {
    return { internalError: true };
  }
}

/** Forms that the routes of staff and of state IT systems give; the others are for everybody, or for the practitioner. */
const CHECKED_FORMS = ['staffDetail', 'staffQuery', 'stateDetail'];

function answer(given: any, items: PlainItem[]) {
  const { compact, form } = given;
  const context = { domain: REFERENCE_DOMAIN, now: given.now };
  const reader = { compact, scopes: new Set<string>(given.scopes), jurisdictions: heldIn(items) };
  const isDenied = authorize(ROUTES.getProvider.check, { compact }, reader.scopes) === 'denied';
  if (CHECKED_FORMS.includes(form) && isDenied) return DENIED;
  if (items.length === 0) return NOT_FOUND;
  switch (form) {
    case 'staffDetail':
      return ok(
        providerDetail(items, responseForm(reader), context, mayOpenDocuments(reader) ? () => MASKED_LINK : undefined),
      );
    case 'practitioner':
      return ok(providerDetail(items, 'private', context));
    case 'publicDetail':
      return ok(publicProviderDetail(items, context)) ?? NOT_FOUND;
    case 'stateDetail': {
      const detail = stateProviderDetail(items, stateRequest(given, reader), context);
      return detail.ok ? ok(detail.value) : refused(detail.error.status, detail.error.message);
    }
    default:
      return answerQuery(given, items, form === 'staffQuery' ? providerSummary : publicProviderSummary);
  }
}

function refused(statusCode: number, message: string) {
  return { statusCode, body: { message } };
}

function ok(body: object | undefined) {
  return body && { statusCode: 200, body };
}

function heldIn(items: readonly PlainItem[]): string[] {
  return items
    .filter((item) => item.type === 'license' || item.type === 'privilege')
    .map((item) => String(item.jurisdiction));
}

function stateRequest({ jurisdiction }: any, reader: ResponseFormInput): StateDetailRequest {
  return { jurisdiction, form: stateResponseForm(reader), apiBaseUrl: API_BASE_URL };
}

function answerQuery({ now, compact, providerId }: any, items: PlainItem[], summary: typeof providerSummary) {
  const plan = planProviderQuery(REFERENCE_DOMAIN, compact, { query: { providerId } });
  if (!plan.ok) return { statusCode: plan.error.status, body: plan.error.body };
  const { query, pageSize, lastKey: prevLastKey } = plan.value;
  const providers = items
    .filter((item) => item.type === 'provider')
    .map((item) => summary(item, { domain: REFERENCE_DOMAIN, now }));
  return { statusCode: 200, body: { query, providers, pagination: { pageSize, prevLastKey, lastKey: null } } };
}
