import { routeOf, servedAddresses } from '../../../local/edge/routes';

describe('paths of the edge', () => {
  test.each([
    ['/', { kind: 'console', part: 'overview' }],
    ['/mailbox', { kind: 'console', part: 'mailbox' }],
    ['/environment.json', { kind: 'console', part: 'environment' }],
    ['/dead-letters', { kind: 'console', part: 'deadLetters' }],
    ['/tables', { kind: 'console', part: 'tables' }],
    ['/tables/UsersTable', { kind: 'console', part: 'tables', table: 'UsersTable' }],
    ['/state-api/v1/compacts/aslp', { kind: 'api', api: 'state', path: '/v1/compacts/aslp' }],
    ['/internal-api/v1/x', { kind: 'api', api: 'internal', path: '/v1/x' }],
    ['/search-api/', { kind: 'api', api: 'search', path: '/' }],
    ['/auth/staff/oauth2/token', { kind: 'auth', pool: 'staff', base: '/auth/staff' }],
    ['/auth/state/oauth2/token', { kind: 'auth', pool: 'state', base: '/auth/state' }],
    ['/state-apis/v1', { kind: 'unknown' }],
    ['/auth/other/oauth2/token', { kind: 'unknown' }],
    ['/favicon.ico', { kind: 'unknown' }],
  ])('%s leads to %j', (path, route) => {
    expect(routeOf(path)).toEqual(route);
  });

  test('the addresses that are told are the ones that are served', () => {
    const pools = {
      staff: { id: 'staff-pool', uiClient: { id: 'ui', callbackUrl: 'http://localhost:3018/auth/callback' } },
      state: { id: 'state-pool' },
    };
    const { apis, auth, mailbox } = servedAddresses('http://127.0.0.1:4700', {
      apis: { state: { id: 'a', stage: 's' } },
      pools,
    });

    expect(apis).toEqual({ state: 'http://127.0.0.1:4700/state-api' });
    expect(auth.staff).toEqual({
      url: 'http://127.0.0.1:4700/auth/staff',
      userPoolId: 'staff-pool',
      uiClientId: 'ui',
      uiCallbackUrl: 'http://localhost:3018/auth/callback',
    });
    expect(auth.state.uiClientId).toBeUndefined();
    expect(routeOf(new URL(mailbox).pathname)).toEqual({ kind: 'console', part: 'mailbox' });
    expect(routeOf(new URL(`${auth.state.url}/login`).pathname)).toMatchObject({ kind: 'auth', pool: 'state' });
  });
});
