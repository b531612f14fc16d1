import type { ApiName, Discovered, PoolName } from '../deploy/discover';
import type { LocalEnvironment } from '../environment';

/** Where the edge serves each API and each pool; these paths are part of the documented interface. */
const API_PATHS: Readonly<Record<ApiName, string>> = {
  internal: '/internal-api',
  state: '/state-api',
  search: '/search-api',
};
const AUTH_PATHS: Readonly<Record<PoolName, string>> = { staff: '/auth/staff', state: '/auth/state' };

/** Pages and other answers of the console. */
export const CONSOLE_PATHS = {
  overview: '/',
  events: '/events',
  tables: '/tables',
  deadLetters: '/dead-letters',
  mailbox: '/mailbox',
  environment: '/environment.json',
  eventLog: '/events.json',
  calls: '/calls.json',
  script: '/console.js',
  changes: '/changes',
} as const;

export type ConsolePart = keyof typeof CONSOLE_PATHS;

export type Route =
  | {
      readonly kind: 'console';
      readonly part: ConsolePart;
      /** Construct id of the table that is shown. */ readonly table?: string;
    }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'api'; readonly api: ApiName; /** Path below the stage. */ readonly path: string }
  | { readonly kind: 'auth'; readonly pool: PoolName; readonly base: string };

export function routeOf(path: string): Route {
  for (const [part, own] of Object.entries(CONSOLE_PATHS) as [ConsolePart, string][]) {
    if (path === own) return { kind: 'console', part };
  }
  if (isBelow(path, CONSOLE_PATHS.tables)) {
    return { kind: 'console', part: 'tables', table: path.slice(CONSOLE_PATHS.tables.length + 1) };
  }
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
    mailbox: `${address}${CONSOLE_PATHS.mailbox}`,
  };
}
