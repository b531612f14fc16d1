import * as v from 'valibot';
import type { Domain } from '../contracts/domain';
import { paginationRequest } from '../contracts/schemas/common';
import { PROVIDER_SORT_KEYS, providerQueryRequest } from '../contracts/schemas/providers';
import { failure, Result, success } from '../result';
import { encodeName, providerSortKey } from './keys';
import { decodeLastKey, DEFAULT_PAGE_SIZE, ProviderIndex, StartKey } from './pagination';
import { anyText, closedObject, integer, openObject, uuid } from '../validation/fields';
import { describeErrors, parse } from '../validation/parse';
import { withTrimmedTexts } from '../validation/trim';

export interface ProviderQueryRefusal {
  readonly status: 400;
  readonly body: { readonly message: string };
}

/** The criteria as the answer repeats them. */
export type ProviderCriteria = Readonly<
  Partial<Record<'providerId' | 'jurisdiction' | 'familyName' | 'givenName', string>>
>;

interface PlannedPage {
  readonly query: ProviderCriteria;
  readonly pageSize: number;
  /** The client's key as it came, which the answer repeats as `prevLastKey`. */
  readonly lastKey: string | null;
}

/** One provider by id: every other criterion is ignored, and the answer has no sorting. */
export interface ProviderByIdPlan extends PlannedPage {
  readonly kind: 'byId';
  readonly providerId: string;
}

/** Providers of a compact in the order of an index. */
export interface ProviderSearchPlan extends PlannedPage {
  readonly kind: 'search';
  readonly sorting: { readonly key: string; readonly direction: string };
  readonly index: ProviderIndex;
  readonly partition: { readonly attribute: string; readonly value: string };
  readonly sortPrefix?: { readonly attribute: string; readonly value: string };
  /** Keeps providers whose license or one of whose privileges is of this jurisdiction. */
  readonly jurisdiction?: string;
  readonly ascending: boolean;
  readonly startKey?: StartKey;
}

export type ProviderQueryPlan = ProviderByIdPlan | ProviderSearchPlan;

type SortKey = (typeof PROVIDER_SORT_KEYS)[number];

/** Index per sort key; its sort attribute has the same name. */
const INDEX_OF_SORT_KEY = {
  familyName: 'providerFamGivMid',
  dateOfUpdate: 'providerDateOfUpdate',
} as const satisfies Record<SortKey, ProviderIndex>;

/**
 * The gateway's model with what the run time takes more loosely: sort keys have a message of their own, and unknown
 * keys of `pagination` and `sorting` are dropped (spec 04 section 11.3).
 */
const queryBody = (domain: Domain) =>
  closedObject({
    query: closedObject({ ...providerQueryRequest(domain).entries.query.entries, providerId: v.optional(uuid()) }),
    pagination: v.optional(openObject({ ...paginationRequest().entries, pageSize: v.optional(integer()) }), {}),
    sorting: v.optional(openObject({ key: v.optional(anyText()), direction: v.optional(anyText()) }), {}),
  });

/** Decides how a provider query is answered, from the parsed body of the request. */
export function planProviderQuery(
  domain: Domain,
  compact: string,
  body: unknown,
): Result<ProviderQueryPlan, ProviderQueryRefusal> {
  const request = parse(queryBody(domain), withTrimmedQuery(body));
  if (!request.ok) return refuse(`Invalid request: ${describeErrors(request.error)}`);
  const { query, pagination, sorting } = request.value;
  const page = { pageSize: pagination.pageSize ?? DEFAULT_PAGE_SIZE, lastKey: pagination.lastKey ?? null };
  if (query.providerId !== undefined) {
    return success({ kind: 'byId', query: { providerId: query.providerId }, providerId: query.providerId, ...page });
  }
  return planSearch(compact, query, sorting, page);
}

function planSearch(
  compact: string,
  query: ProviderCriteria,
  { key = 'familyName', direction = 'ascending' }: { readonly key?: string; readonly direction?: string },
  page: Pick<PlannedPage, 'pageSize' | 'lastKey'>,
): Result<ProviderQueryPlan, ProviderQueryRefusal> {
  const namePrefix = namePrefixOf(query);
  if (!namePrefix.ok) return namePrefix;
  if (!isSortKey(key)) return refuse(`Invalid sort key: '${key}'`);
  if (key === 'dateOfUpdate' && namePrefix.value !== undefined) {
    return refuse('givenName and familyName are not supported for sorting by dateOfUpdate');
  }
  const index = INDEX_OF_SORT_KEY[key];
  const partition = { attribute: 'sk', value: providerSortKey(compact) };
  const startKey = page.lastKey === null ? undefined : decodeLastKey(page.lastKey, { index, ...partition });
  if (startKey && !startKey.ok) return refuse(startKey.error);
  return success({
    kind: 'search',
    query,
    sorting: { key, direction },
    index,
    partition,
    sortPrefix: namePrefix.value === undefined ? undefined : { attribute: index, value: namePrefix.value },
    jurisdiction: query.jurisdiction,
    ascending: direction === 'ascending',
    startKey: startKey?.value,
    ...page,
  });
}

/** Names match as a whole: the index key has a `#` after each of them. */
function namePrefixOf({ familyName, givenName }: ProviderCriteria): Result<string | undefined, ProviderQueryRefusal> {
  if (familyName === undefined) {
    return givenName === undefined ? success(undefined) : refuse('familyName is required if givenName is provided');
  }
  const names = givenName === undefined ? [familyName] : [familyName, givenName];
  return success(names.map((name) => `${encodeName(name)}#`).join(''));
}

function isSortKey(key: string): key is SortKey {
  return (PROVIDER_SORT_KEYS as readonly string[]).includes(key);
}

function withTrimmedQuery(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('query' in body)) return body;
  const { query } = body;
  return typeof query === 'object' && query !== null
    ? { ...body, query: withTrimmedTexts(query as Record<string, unknown>) }
    : body;
}

function refuse(message: string) {
  return failure<ProviderQueryRefusal>({ status: 400, body: { message } });
}
