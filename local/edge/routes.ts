import type { ApiName, Discovered, PoolName } from '../deploy/discover';
import type { LocalEnvironment } from '../environment';

/** Where the edge serves each API and each pool; these paths are part of the documented interface. */
const API_PATHS: Readonly<Record<ApiName, string>> = {
  internal: '/internal-api',
  state: '/state-api',
  search: '/search-api',
};
const AUTH_PATHS: Readonly<Record<PoolName, string>> = { staff: '/auth/staff', state: '/auth/state' };
const MAILBOX_PATH = '/mailbox';

export type Route =
  | { readonly kind: 'console' | 'mailbox' | 'environment' | 'unknown' }
  | { readonly kind: 'api'; readonly api: ApiName; /** Path below the stage. */ readonly path: string }
  | { readonly kind: 'auth'; readonly pool: PoolName; readonly base: string };

export function routeOf(path: string): Route {
  if (path === '/') return { kind: 'console' };
  if (path === MAILBOX_PATH) return { kind: 'mailbox' };
  if (path === '/environment.json') return { kind: 'environment' };
  for (const [api, base] of Object.entries(API_PATHS) as [ApiName, string][]) {
    if (isBelow(path, base)) return { kind: 'api', api, path: path.slice(base.length) };
  }
  for (const [pool, base] of Object.entries(AUTH_PATHS) as [PoolName, string][]) {
    if (isBelow(path, base)) return { kind: 'auth', pool, base };
  }
  return { kind: 'unknown' };
}

function isBelow(path: string, base: string): boolean {
  return path.startsWith(`${base}/`);
}

/** The addresses of everything that is served for a deployment. */
export function servedAddresses(
  address: string,
  { apis, pools }: Pick<Discovered, 'apis' | 'pools'>,
): Pick<LocalEnvironment, 'apis' | 'auth' | 'mailbox'> {
  const auth = (name: PoolName) => {
    const { id: userPoolId, uiClient } = pools[name];
    const url = `${address}${AUTH_PATHS[name]}`;
    return { url, userPoolId, uiClientId: uiClient?.id, uiCallbackUrl: uiClient?.callbackUrl };
  };
  return {
    apis: Object.fromEntries((Object.keys(apis) as ApiName[]).map((api) => [api, `${address}${API_PATHS[api]}`])),
    auth: { staff: auth('staff'), state: auth('state') },
    mailbox: `${address}${MAILBOX_PATH}`,
  };
}
