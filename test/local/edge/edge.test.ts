import { createServer, request, Server } from 'node:http';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { sampleEnvironment } from './sample-environment';
import { Edge } from '../../../local/edge/edge';
import { listen } from '../../../local/tools/ports';

const LOGIN_PAGE = '<form method="POST" action="/login">';

/** Answers like the emulator, and tells what it was asked. */
function fakeEmulator(): Server {
  return createServer((incoming, response) => {
    if (incoming.url?.startsWith('/oauth2/authorize')) {
      response.writeHead(200, { 'content-type': 'text/html' }).end(LOGIN_PAGE);
    } else {
      let body = '';
      incoming.on('data', (chunk) => (body += chunk));
      incoming.on('end', () => {
        const { method, url, headers } = incoming;
        response.writeHead(202, { 'content-type': 'application/json', 'x-from': 'emulator' });
        response.end(JSON.stringify({ method, url, body, host: headers.host, caller: headers['x-forwarded-for'] }));
      });
    }
  });
}

describe('the edge', () => {
  const emulator = fakeEmulator();
  const edge = new Edge();
  const send = jest.fn();
  let address: string;
  let endpoint: string;

  beforeAll(async () => {
    endpoint = `http://127.0.0.1:${await listen(emulator, 0)}`;
    address = await edge.listen(0);
  });

  afterAll(() => {
    edge.end();
    emulator.close();
    emulator.closeAllConnections();
  });

  const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) });

  test('says that the run is starting until it serves', async () => {
    const response = await fetch(`${address}/state-api/v1/x`);

    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ message: 'the local run is starting' });
  });

  describe('that serves', () => {
    beforeAll(() => {
      edge.serve({
        environment: sampleEnvironment(address, endpoint),
        discovered: {
          apis: { state: { id: 'api1', stage: 'blue' } },
          pools: { staff: { id: 'staff-pool' }, state: { id: 'state-pool' } },
          tables: {},
          buckets: {},
          deadLetterQueues: [],
        },
        cognito: { send } as unknown as CognitoIdentityProviderClient,
        console: { handle: async (_, response, { part }) => void response.end(part), end: () => undefined },
      });
    });

    beforeEach(() => {
      send
        .mockReset()
        .mockImplementation(async ({ constructor, input }) =>
          constructor.name === 'ListUserPoolClientsCommand'
            ? { UserPoolClients: [{ ClientId: `client-of-${input.UserPoolId}` }] }
            : { AuthenticationResult: { AccessToken: 'new', IdToken: 'id', ExpiresIn: 300 } },
        );
    });

    test('passes API requests on to the stage, with method, query and body', async () => {
      const response = await fetch(`${address}/state-api/v1/licenses?a=1`, { method: 'POST', body: '[1]' });

      expect(response.status).toBe(202);
      expect(response.headers.get('x-from')).toBe('emulator');
      expect(await response.json()).toEqual({
        method: 'POST',
        url: '/_aws/execute-api/api1/blue/v1/licenses?a=1',
        body: '[1]',
        host: new URL(endpoint).host,
        caller: '127.0.0.1',
      });
    });

    test.each(['/search-api/v1/x', '/nothing'])('%s, which the app does not have, is not found', async (path) => {
      const response = await fetch(`${address}${path}`);

      expect(response.status).toBe(404);
      expect(await response.json()).toEqual({ message: `nothing is served under ${path}: see ${address}/` });
    });

    test.each([
      ['/', 'overview'],
      ['/mailbox', 'mailbox'],
      ['/environment.json', 'environment'],
    ])('%s is for the console', async (path, part) => {
      expect(await (await fetch(`${address}${path}`)).text()).toBe(part);
    });

    test('refuses names that are not of this machine', async () => {
      const status = await new Promise((resolve) => {
        const headers = { host: 'attacker.example' };
        request(`${address}/environment.json`, { headers }, (response) => resolve(response.resume().statusCode)).end();
      });

      expect(status).toBe(403);
    });

    test.each(['/auth/staff/login', '/auth/staff/oauth2/authorize'])(
      '%s shows a form that comes back here',
      async (path) => {
        const page = await (await fetch(`${address}${path}?client_id=client-of-staff-pool`)).text();

        expect(page).toBe('<form method="POST" action="/auth/staff/login">');
      },
    );

    test('the sign-in form and code exchange reach the emulator', async () => {
      const fields = { grant_type: 'authorization_code', client_id: 'client-of-staff-pool', code: 'c' };
      const answer = await (await fetch(`${address}/auth/staff/oauth2/token`, form(fields))).json();

      expect(answer).toMatchObject({ url: '/oauth2/token', body: expect.stringContaining('code=c') });
    });

    test('a client of another pool is refused, as at the domain of the pool', async () => {
      const fields = { grant_type: 'client_credentials', client_id: 'client-of-state-pool' };
      const response = await fetch(`${address}/auth/staff/oauth2/token`, form(fields));

      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({ error: 'invalid_client' });
    });

    test('a refresh goes through the API, where the pre-token function learns who the user is', async () => {
      const fields = { grant_type: 'refresh_token', client_id: 'client-of-staff-pool', refresh_token: 'r' };
      const response = await fetch(`${address}/auth/staff/oauth2/token`, form(fields));

      expect(await response.json()).toEqual({
        access_token: 'new',
        id_token: 'id',
        expires_in: 300,
        token_type: 'Bearer',
      });
      expect(send.mock.lastCall[0].input).toEqual({ RefreshToken: 'r', ClientId: 'client-of-staff-pool' });
    });

    test('a refused refresh is an invalid grant', async () => {
      send.mockResolvedValueOnce({ UserPoolClients: [{ ClientId: 'c' }] }).mockRejectedValueOnce(new Error('revoked'));
      const fields = { grant_type: 'refresh_token', client_id: 'c', refresh_token: 'r' };
      const response = await fetch(`${address}/auth/staff/oauth2/token`, form(fields));

      expect([response.status, await response.json()]).toEqual([400, { error: 'invalid_grant' }]);
    });

    test('a token is revoked through the API, with the credentials of the client', async () => {
      const authorization = `Basic ${Buffer.from('client-of-state-pool:secret:with:colons').toString('base64')}`;
      const response = await fetch(`${address}/auth/state/oauth2/revoke`, {
        ...form({ token: 't' }),
        headers: { authorization },
      });

      expect(response.status).toBe(200);
      expect(send.mock.lastCall[0].input).toEqual({
        Token: 't',
        ClientId: 'client-of-state-pool',
        ClientSecret: 'secret:with:colons',
      });
    });

    test('keys of a pool are those of the pool', async () => {
      const answer = await (await fetch(`${address}/auth/state/.well-known/jwks.json`)).json();

      expect(answer).toMatchObject({ url: '/state-pool/.well-known/jwks.json' });
    });
  });
});
