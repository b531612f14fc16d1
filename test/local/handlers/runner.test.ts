import { createServer, Server } from 'node:http';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { STSClient } from '@aws-sdk/client-sts';
import { FunctionSource } from '../../../local/handlers/function-source';
import { HandlerRunner } from '../../../local/handlers/runner';
import { listen } from '../../../local/tools/ports';
import { fakeClient } from '../fake-client';
import { scratchFolder, writeFileIn } from '../scratch-folder';

const TABLE = 'arn:aws:dynamodb:us-east-1:111122223333:table/providers';
const DENIAL = `User: arn:aws:sts::111122223333:assumed-role/IngestRole/ingest is not authorized to perform: dynamodb:PutItem on resource: ${TABLE} because no identity-based policy allows the dynamodb:PutItem action`;

const HANDLERS = `
import { get } from 'node:http';
export const handler = async (event, context) => {
  if (event.hang) await new Promise(() => setInterval(() => {}, 1000));
  if (event.fail) throw new TypeError('boom');
  if (event.denied) await new Promise((resolve) => get(process.env.AWS_ENDPOINT_URL, (answer) => answer.resume().on('end', resolve)));
  return { key: process.env.AWS_ACCESS_KEY_ID, table: process.env.TABLE_NAME, request: context.awsRequestId,
    proxy: process.env.MINISTACK_LAMBDA_PROXY_URL };
};
`;

describe('the handler runner', () => {
  const file = writeFileIn(scratchFolder(), 'ingest.mjs', HANDLERS);
  const source: FunctionSource = {
    key: 'stack/Ingest',
    label: 'LicenseIngest',
    folder: '',
    file,
    exportName: 'handler',
  };
  const runner = new HandlerRunner();
  const problems: string[] = [];
  const output: string[] = [];
  let emulator: Server;
  let address: string;

  beforeAll(async () => {
    emulator = createServer((_, response) => response.writeHead(400).end(JSON.stringify({ message: DENIAL })));
    const endpoint = `http://127.0.0.1:${await listen(emulator, 0)}`;
    address = await runner.listen();
    runner.connect({
      endpoint,
      clients: {
        lambda: fakeClient<LambdaClient>({
          GetFunctionConfigurationCommand: () => ({
            FunctionArn: 'arn:aws:lambda:us-east-1:111122223333:function:ingest',
            Role: 'arn:aws:iam::111122223333:role/IngestRole',
            Handler: 'ingest.handler',
            Timeout: 10,
            Environment: { Variables: { TABLE_NAME: 'providers', MINISTACK_LAMBDA_PROXY_URL: address } },
          }),
        }).client,
        sts: fakeClient<STSClient>({
          AssumeRoleCommand: ({ RoleArn }) => ({
            Credentials: {
              AccessKeyId: `key of ${RoleArn}`,
              SecretAccessKey: 's',
              SessionToken: 't',
              Expiration: new Date(Date.now() + 3_600_000),
            },
          }),
        }).client,
      },
      sources: new Map([[source.key, source]]),
      onOutput: (label, text) => output.push(`${label}: ${text}`),
      onProblem: (line) => problems.push(line),
    });
  });

  beforeEach(() => problems.splice(0));

  afterAll(async () => {
    await runner.end();
    emulator.close();
    emulator.closeAllConnections();
  });

  const invoke = async (event: unknown, path = '/stack/Ingest') =>
    fetch(`${address}${path}`, {
      method: 'POST',
      body: JSON.stringify(event),
      headers: { 'x-amzn-lambda-function-name': 'ingest', 'x-amzn-lambda-request-id': 'request-1' },
    });

  test('runs a function with its own variables and the credentials of its role', async () => {
    const response = await invoke({});

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      key: 'key of arn:aws:iam::111122223333:role/IngestRole',
      table: 'providers',
      request: 'request-1',
    });
  });

  test('a denied call is a problem that names function, role, action and resource', async () => {
    await invoke({ denied: true });

    expect(problems).toEqual([
      `AccessDenied: function LicenseIngest (role IngestRole) may not dynamodb:PutItem on ${TABLE}`,
    ]);
  });

  test('a failure is answered in the shape of Lambda, reported in one line, and logged with its stack', async () => {
    const response = await invoke({ fail: true });

    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ errorType: 'TypeError', errorMessage: 'boom' });
    expect(problems).toEqual(['function LicenseIngest failed: TypeError: boom (see .local/logs/LicenseIngest.log)']);
    expect(output.join('')).toMatch(/LicenseIngest: TypeError: boom\n.*\n +at handler/);
  });

  test('a failure behind an API is what API Gateway makes of it', async () => {
    const response = await invoke({ fail: true, httpMethod: 'GET', requestContext: {} });

    expect(await response.json()).toMatchObject({ statusCode: 502, body: '{"message": "Internal server error"}' });
  });

  describe('while something runs', () => {
    const running = async (method = 'GET', query = '') => {
      const response = await fetch(`${address}/running${query}`, { method });
      return { status: response.status, body: (await response.json()) as any };
    };
    const shown = { label: 'LicenseIngest', requestId: 'request-1', since: expect.any(Number) };
    let hanging: Promise<Response>;

    beforeEach(async () => {
      hanging = invoke({ hang: true });
      while ((await running()).body.length === 0) await new Promise((later) => setTimeout(later, 5));
    });

    test('it is shown, and dies when it is killed, as with its machine', async () => {
      expect((await running()).body).toEqual([shown]);

      expect(await running('DELETE', '?function=LicenseIngest')).toEqual({ status: 200, body: shown });

      expect(await (await hanging).json()).toMatchObject({ errorType: 'Runtime.ExitError' });
      expect((await running()).body).toEqual([]);
    });

    test('nothing of another function is killed', async () => {
      expect(await running('DELETE', '?function=Other')).toEqual({
        status: 404,
        body: { message: 'no invocation of Other is running' },
      });

      expect((await running()).body).toEqual([shown]);
      await running('DELETE');
      await hanging;
    });
  });

  test.each(['/stack/Other', '/stack'])('nothing runs for %s', async (path) => {
    expect((await invoke({}, path)).status).toBe(404);
  });

  test('nothing runs without the secret of the address', async () => {
    const { origin } = new URL(address);

    expect((await fetch(`${origin}/guess/stack/Ingest`, { method: 'POST', body: '{}' })).status).toBe(404);
  });
});
