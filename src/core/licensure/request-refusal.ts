import { authorize, PermissionPath } from './permissions';
import type { RuntimeCheck } from '../contracts/routes';

/** What decides whether a route is asked at all. */
export interface IncomingRequest {
  readonly check: RuntimeCheck;
  /** Names of the path's parameters. */
  readonly parameters: readonly string[];
  readonly path: PermissionPath & Readonly<Record<string, string | undefined>>;
  readonly body: string | null;
  readonly contentType?: string;
  /** Claim `scope` of the access token; absent where the token has none. */
  readonly scopeClaim?: string;
}

export interface Refusal {
  readonly status: 400 | 401 | 403 | 415;
  readonly body: { readonly message: string };
}

const JSON_CONTENT_TYPE = 'application/json';

/**
 * Why a request does not reach its route, or nothing. The order is part of the interface: content type, path, token,
 * permission; the body is looked at only afterwards (spec 03 section 3).
 */
export function requestRefusal(request: IncomingRequest): Refusal | undefined {
  if (request.body !== null && request.contentType !== JSON_CONTENT_TYPE) return refusal(415, 'Unsupported media type');
  if (request.parameters.some((name) => !request.path[name])) return refusal(400, 'Missing path parameter!');
  if (request.scopeClaim === undefined) return refusal(401, 'Unauthorized');
  const permission = authorize(request.check, request.path, scopesOf(request.scopeClaim));
  return permission === 'allowed' ? undefined : refusal(403, 'Access denied');
}

/** The scopes in a token's space-separated claim. */
export function scopesOf(claim: string): ReadonlySet<string> {
  return new Set(claim.split(' ').filter(Boolean));
}

function refusal(status: Refusal['status'], message: string): Refusal {
  return { status, body: { message } };
}
