import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { corsHeaders } from './cors';
import { pathParameters, RouteContract, RouteId, ROUTES } from '../../src/core/contracts/routes';
import { requestRefusal, scopesOf } from '../../src/core/licensure/request-refusal';
import type { CommonConfiguration } from '../container/configuration';
import { logger } from '../infra/logger';

export interface ApiRequest {
  /** Values of the path, e.g. `compact`. */
  readonly path: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Scopes of the caller's access token. */
  readonly scopes: ReadonlySet<string>;
}

export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
}

export type RouteHandler = (request: ApiRequest) => Promise<ApiAnswer>;

type GatewayHandler = (event: APIGatewayProxyEvent) => Promise<APIGatewayProxyResult>;

/**
 * One handler for all routes of a function: refuses what may not reach its route, asks the route, answers with the
 * origin of the caller. What a route throws is a bug or an outage: the gateway answers 5xx and the function's error
 * alarm counts it.
 */
export function createApiHandler(
  configuration: CommonConfiguration,
  handlers: Partial<Record<RouteId, RouteHandler>>,
): GatewayHandler {
  return async (event) => {
    const route = routeOf(event);
    const handler = route && handlers[route.id];
    if (!handler) throw new Error(`no route ${event.httpMethod} ${event.resource} in this function`);
    const headers = lowerCaseKeys(event.headers ?? {});
    const claims: Readonly<Record<string, string | undefined>> = event.requestContext.authorizer?.claims ?? {};
    logger.info('request', {
      method: event.httpMethod,
      resource: event.resource,
      origin: headers.origin,
      user: claims.sub,
      queryParameters: Object.keys(event.queryStringParameters ?? {}).sort(),
    });
    const path = (event.pathParameters ?? {}) as Record<string, string>;
    const refusal = requestRefusal({
      check: route.check,
      parameters: pathParameters(route.path),
      path,
      body: event.body,
      contentType: headers['content-type'],
      scopeClaim: claims.scope,
    });
    const answer = refusal ?? (await handler({ path, body: event.body, scopes: scopesOf(claims.scope ?? '') }));
    return {
      statusCode: answer.status,
      headers: corsHeaders(configuration.allowedOrigins, headers.origin),
      body: JSON.stringify(answer.body, jsonValue),
    };
  };
}

function routeOf(event: APIGatewayProxyEvent): RouteContract | undefined {
  return Object.values<RouteContract>(ROUTES).find(
    ({ method, path }) => method === event.httpMethod && path === event.resource,
  );
}

export function message(status: number, text: string): ApiAnswer {
  return { status, body: { message: text } };
}

/** A route that takes JSON: a text that is none is refused before the route sees it. */
export function withJsonBody(
  handle: (request: Omit<ApiRequest, 'body'> & { readonly body: unknown }) => Promise<ApiAnswer>,
): RouteHandler {
  return async (request) => {
    let body: unknown;
    try {
      body = JSON.parse(request.body ?? 'null');
    } catch {
      return message(400, 'Invalid request: Malformed JSON');
    }
    return handle({ ...request, body });
  };
}

function lowerCaseKeys(headers: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Sets leave as lists. */
function jsonValue(_key: string, value: unknown): unknown {
  return value instanceof Set ? [...value] : value;
}
