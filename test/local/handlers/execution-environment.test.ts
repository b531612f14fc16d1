import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { ExecutionEnvironment } from '../../../local/handlers/execution-environment';
import { scratchFolder, writeFileIn } from '../scratch-folder';

const HANDLERS = `
export const echo = async (event, context) => ({ event, name: context.functionName, variable: process.env.TABLE_NAME, leaked: process.env.OF_THIS_MACHINE });
export const nothing = async () => undefined;
export const fails = async () => { throw new TypeError('boom'); };
export const rejectsText = async () => { throw 'text'; };
export const slow = async () => new Promise((resolve) => setTimeout(resolve, 60_000));
export const exits = async () => process.exit(3);
export const writes = async () => { console.log('to the log'); };
export const remaining = async (event, context) => context.getRemainingTimeInMillis();
let calls = 0;
export const counts = async () => ++calls;
export const hides = async (address) => {
  try {
    return await (await fetchWithHttp(address)).text;
  } catch (error) {
    return error.message;
  }
};
import { get } from 'node:http';
const fetchWithHttp = (address) => new Promise((resolve) => get(address, (response) => {
  let text = '';
  response.on('data', (chunk) => (text += chunk)).on('end', () => resolve({ text }));
}));
`;

describe('an execution environment', () => {
  const folder = scratchFolder();
  const file = writeFileIn(folder, 'handlers.mjs', HANDLERS);
  const context = { functionName: 'reader', deadline: Date.now() + 60_000 };
  const output: string[] = [];
  const denied: string[] = [];
  const environments: ExecutionEnvironment[] = [];

  function environmentOf(exportName: string, timeoutSeconds = 10): ExecutionEnvironment {
    const environment = new ExecutionEnvironment({
      file,
      exportName,
      timeoutSeconds,
      variables: { TABLE_NAME: 'providers', AWS_ENDPOINT_URL: 'https://127.0.0.1:9' },
      onOutput: (text) => output.push(text),
      onDenied: (body) => denied.push(body),
    });
    environments.push(environment);
    return environment;
  }

  beforeEach(() => denied.splice(0));

  afterEach(async () => {
    await Promise.all(environments.splice(0).map(async (environment) => environment.end()));
  });

  test('gives the event, the context and only its own variables to the handler', async () => {
    process.env.OF_THIS_MACHINE = 'secret';
    const outcome = await environmentOf('echo').invoke({ event: { a: 1 }, context });
    delete process.env.OF_THIS_MACHINE;

    expect(outcome).toEqual({ payload: '{"event":{"a":1},"name":"reader","variable":"providers"}' });
  });

  test('a handler may return nothing', async () => {
    expect(await environmentOf('nothing').invoke({ event: {}, context })).toEqual({ payload: undefined });
  });

  test.each([
    ['fails', { errorType: 'TypeError', errorMessage: 'boom' }],
    ['rejectsText', { errorType: 'Error', errorMessage: 'text' }],
    ['missing', { errorType: 'Runtime.HandlerNotFound', errorMessage: expect.stringContaining('exports no function') }],
  ])('the failure of %s has the shape of Lambda', async (exportName, error) => {
    expect(await environmentOf(exportName).invoke({ event: {}, context })).toMatchObject({ error });
  });

  test('is used again after a failure of the handler', async () => {
    const environment = environmentOf('counts');

    expect(await environment.invoke({ event: {}, context })).toEqual({ payload: '1' });
    expect(await environment.invoke({ event: {}, context })).toEqual({ payload: '2' });
    expect(environment.alive).toBe(true);
  });

  test('ends with the time limit of the function', async () => {
    const environment = environmentOf('slow', 0.2);

    expect(await environment.invoke({ event: {}, context })).toMatchObject({
      error: { errorType: 'Sandbox.Timedout', errorMessage: 'Task timed out after 0.20 seconds' },
    });
    expect(environment.alive).toBe(false);
  });

  test('a handler that ends its process ends only its environment', async () => {
    const environment = environmentOf('exits');

    expect(await environment.invoke({ event: {}, context })).toMatchObject({
      error: { errorType: 'Runtime.ExitError', errorMessage: 'the function exited with status 3' },
    });
    expect(environment.alive).toBe(false);
  });

  test('tells the handler how much time is left', async () => {
    const outcome = await environmentOf('remaining').invoke({ event: {}, context });

    expect(Number((outcome as { payload: string }).payload)).toBeGreaterThan(0);
  });

  test('passes on what the handler writes', async () => {
    const environment = environmentOf('writes');
    await environment.invoke({ event: {}, context });
    await environment.end();

    expect(output.join('')).toContain('to the log\n');
  });

  describe('watches answers of services', () => {
    const message = 'User: arn:u is not authorized to perform: sqs:SendMessage on resource: arn:q because';
    let server: Server;
    let address: string;

    beforeAll(async () => {
      server = createServer((request, response) => {
        response.writeHead(request.url === '/denied' ? 403 : 400);
        response.end(request.url === '/denied' ? message : 'another error');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });

    afterAll(() => server.close());

    test('a denied call is reported even if the handler hides it, and the handler still reads the answer', async () => {
      const outcome = await environmentOf('hides').invoke({ event: `${address}/denied`, context });

      expect(outcome).toEqual({ payload: JSON.stringify(message) });
      expect(denied).toEqual([message]);
    });

    test('another error is not reported', async () => {
      const outcome = await environmentOf('hides').invoke({ event: `${address}/other`, context });

      expect(outcome).toEqual({ payload: '"another error"' });
      expect(denied).toEqual([]);
    });
  });
});
