import type { GenericSchema } from 'valibot';
import { Domain } from './domain';
import { FunctionId } from './functions';
import { bulkUploadFormResponse } from './schemas/bulk-uploads';
import { messageResponse } from './schemas/common';
import { licensePostBatch, licensePostErrors } from './schemas/licenses';
import { providerDetailResponse, providerQueryRequest, providerQueryResponse } from './schemas/providers';
import { ScopeList } from './scopes';

/** The three REST APIs (spec 03 section 1). */
export type ApiId = 'internal' | 'state' | 'search';

export type RouteId = 'postLicenses' | 'getBulkUploadUrl' | 'getStateBulkUploadUrl' | 'queryProviders' | 'getProvider';

/** Who signs in: a staff user, a practitioner, a state's IT system, or nobody. */
export type AuthorizerId = 'staff' | 'provider' | 'stateAuth' | 'none';

/** What the handler checks against the path after the gateway let the token in (spec 03 section 3.3). */
export type RuntimeCheck =
  | { readonly kind: 'none' }
  | { readonly kind: 'compact' | 'jurisdiction' | 'compactOrAnyJurisdiction'; readonly action: string };

export interface RouteContract {
  readonly id: RouteId;
  readonly api: ApiId;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path with `{parameters}`, as the gateway's resource. */
  readonly path: string;
  readonly summary: string;
  readonly authorizer: AuthorizerId;
  readonly gatewayScopes?: ScopeList;
  readonly check: RuntimeCheck;
  /** What the gateway refuses before the handler runs. */
  readonly gatewayValidation: 'bodyAndParameters' | 'parameters' | 'none';
  readonly request?: (domain: Domain) => GenericSchema;
  /** Schemas of the declared answers per status. */
  readonly responses: Readonly<Record<number, (domain: Domain) => GenericSchema>>;
  readonly function: FunctionId;
}

/** The form for a file of licenses is the same for staff and for states' IT systems, each on their own API. */
const BULK_UPLOAD_URL = {
  method: 'GET',
  path: '/v1/compacts/{compact}/jurisdictions/{jurisdiction}/licenses/bulk-upload',
  summary: 'Signs a form by which a file of licenses of one jurisdiction is uploaded',
  gatewayScopes: 'write',
  check: { kind: 'jurisdiction', action: 'write' },
  gatewayValidation: 'bodyAndParameters',
  responses: { 200: bulkUploadFormResponse },
  function: 'bulkUploadUrl',
} as const;

export const ROUTES = {
  postLicenses: {
    id: 'postLicenses',
    api: 'state',
    method: 'POST',
    path: '/v1/compacts/{compact}/jurisdictions/{jurisdiction}/licenses',
    summary: 'Uploads licenses of one jurisdiction; a batch with an error is refused whole',
    authorizer: 'stateAuth',
    gatewayScopes: 'write',
    check: { kind: 'jurisdiction', action: 'write' },
    gatewayValidation: 'parameters',
    request: licensePostBatch,
    responses: { 200: messageResponse, 400: licensePostErrors },
    function: 'licenseUpload',
  },
  getBulkUploadUrl: { id: 'getBulkUploadUrl', api: 'internal', authorizer: 'staff', ...BULK_UPLOAD_URL },
  getStateBulkUploadUrl: { id: 'getStateBulkUploadUrl', api: 'state', authorizer: 'stateAuth', ...BULK_UPLOAD_URL },
  queryProviders: {
    id: 'queryProviders',
    api: 'internal',
    method: 'POST',
    path: '/v1/compacts/{compact}/providers/query',
    summary: 'Finds providers of a compact by name, jurisdiction or id',
    authorizer: 'staff',
    gatewayScopes: 'read',
    check: { kind: 'compactOrAnyJurisdiction', action: 'readGeneral' },
    gatewayValidation: 'bodyAndParameters',
    request: providerQueryRequest,
    responses: { 200: providerQueryResponse },
    function: 'providerRead',
  },
  getProvider: {
    id: 'getProvider',
    api: 'internal',
    method: 'GET',
    path: '/v1/compacts/{compact}/providers/{providerId}',
    summary: 'Shows one provider with licenses and privileges, filtered by the permissions of the caller',
    authorizer: 'staff',
    gatewayScopes: 'read',
    check: { kind: 'compactOrAnyJurisdiction', action: 'readGeneral' },
    gatewayValidation: 'bodyAndParameters',
    responses: { 200: providerDetailResponse },
    function: 'providerRead',
  },
} as const satisfies { readonly [Id in RouteId]: RouteContract & { readonly id: Id } };

export const API_NAMES: Readonly<Record<ApiId, string>> = {
  internal: 'LicenseApi',
  state: 'StateApi',
  search: 'SearchApi',
};

export function routesOf(api: ApiId): RouteContract[] {
  return Object.values<RouteContract>(ROUTES).filter((route) => route.api === api);
}

/** Names of the parameters in a route's path, in order. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
}
