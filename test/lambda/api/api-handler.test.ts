import type { APIGatewayProxyEvent } from 'aws-lambda';
import { ApiRequest, createApiHandler } from '../../../lambda/api/api-handler';
import { ROUTES } from '../../../src/core/contracts/routes';

const configuration = {
  domain: { compacts: ['aslp'], jurisdictions: ['oh'], licenseTypes: {} },
  allowedOrigins: ['https://app.example.org', 'http://localhost:3018'],
  environmentName: 'unit',
};

function request(overrides: Partial<APIGatewayProxyEvent> = {}, scope: string | undefined = 'oh/aslp.write') {
  return {
    httpMethod: ROUTES.postLicenses.method,
    resource: ROUTES.postLicenses.path,
    headers: { 'Content-Type': 'application/json', Origin: 'https://app.example.org' },
    pathParameters: { compact: 'aslp', jurisdiction: 'oh' },
    queryStringParameters: null,
    body: '[]',
    requestContext: { authorizer: { claims: scope === undefined ? {} : { scope, sub: 'client' } } },
    ...overrides,
  } as unknown as APIGatewayProxyEvent;
}

function setup() {
  const requests: ApiRequest[] = [];
  const handler = createApiHandler(configuration, {
    postLicenses: async (received) => {
      requests.push(received);
      return { status: 200, body: { message: 'OK', list: new Set(['oh']) } };
    },
  });
  return { handler, requests };
}

test('an allowed request reaches its route, and its answer is JSON with the origin of the caller', async () => {
  const { handler, requests } = setup();

  const answer = await handler(request());

  expect(answer).toEqual({
    statusCode: 200,
    headers: { 'Access-Control-Allow-Origin': 'https://app.example.org', Vary: 'Origin' },
    body: '{"message":"OK","list":["oh"]}',
  });
  expect(requests).toEqual([
    { path: { compact: 'aslp', jurisdiction: 'oh' }, body: '[]', scopes: new Set(['oh/aslp.write']) },
  ]);
});

test.each([
  ['a further allowed origin is echoed', 'http://localhost:3018', 'http://localhost:3018'],
  ['an unknown origin gets the first allowed one', 'https://evil.example', 'https://app.example.org'],
  ['no origin gets the first allowed one', undefined, 'https://app.example.org'],
])('%s', async (_, origin, expected) => {
  const answer = await setup().handler(request({ headers: { 'content-type': 'application/json', origin } }));

  expect(answer.headers).toEqual({ 'Access-Control-Allow-Origin': expected, Vary: 'Origin' });
});

test.each([
  ['a charset parameter', 'application/json; charset=utf-8'],
  ['another media type', 'text/csv'],
  ['no content type', undefined],
])('a body with %s is an unsupported media type, whatever the permissions', async (_, contentType) => {
  const { handler, requests } = setup();

  const answer = await handler(request({ headers: { 'content-type': contentType } }, 'profile'));

  expect(answer.statusCode).toBe(415);
  expect(answer.body).toBe('{"message":"Unsupported media type"}');
  expect(requests).toEqual([]);
});

test.each([
  ['the write scope of another state', 'ky/aslp.write'],
  ['the write scope of another compact', 'oh/octp.write'],
  ['the write scope of the whole compact', 'aslp/write'],
  ['a scope in another case', 'OH/aslp.write'],
  ['no scope', ''],
])('%s is denied before the body is looked at', async (_, scope) => {
  const { handler, requests } = setup();

  const answer = await handler(request({ body: 'not JSON' }, scope));

  expect(answer.statusCode).toBe(403);
  expect(answer.body).toBe('{"message":"Access denied"}');
  expect(requests).toEqual([]);
});

test('a token without a scope claim is unauthorized', async () => {
  const event = request();
  event.requestContext.authorizer = { claims: {} };

  const answer = await setup().handler(event);

  expect(answer.statusCode).toBe(401);
});

test('a missing path parameter is a bad request', async () => {
  const answer = await setup().handler(request({ pathParameters: { compact: 'aslp' } }));

  expect(answer.statusCode).toBe(400);
  expect(answer.body).toBe('{"message":"Missing path parameter!"}');
});

test('what a route throws is not an answer: the gateway and the error alarm see it', async () => {
  const handler = createApiHandler(configuration, { postLicenses: () => Promise.reject(new Error('outage')) });

  await expect(handler(request())).rejects.toThrow('outage');
});

test('a route that the function does not serve is a bug that names method and path', async () => {
  await expect(setup().handler(request({ httpMethod: 'PUT' }))).rejects.toThrow(/PUT \/v1\/compacts/);
});
