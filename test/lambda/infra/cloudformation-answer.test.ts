import { createServer, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { CloudFormationCustomResourceResponse } from 'aws-lambda';
import { sendAnswer } from '../../../lambda/infra/cloudformation-answer';

const ANSWER: CloudFormationCustomResourceResponse = {
  Status: 'SUCCESS',
  PhysicalResourceId: 'Z1',
  StackId: 'stack',
  RequestId: 'request',
  LogicalResourceId: 'Zone',
};

let server: Server;
let statuses: number[];
let received: { method?: string; contentType?: string; body: string }[];
let url: string;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    received.push({ method: request.method, contentType: request.headers['content-type'], body: await text(request) });
    response.statusCode = statuses.shift() ?? 200;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/answer?signature=made-up`;
});

beforeEach(() => {
  statuses = [];
  received = [];
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

test('the answer is put as JSON, without a content type, which the address is not signed for', async () => {
  await sendAnswer(url, ANSWER);

  expect(received).toEqual([{ method: 'PUT', contentType: '', body: JSON.stringify(ANSWER) }]);
});

test('an upload that fails is tried again', async () => {
  statuses = [503, 500];

  await sendAnswer(url, ANSWER, [0, 0]);

  expect(received).toHaveLength(3);
});

test('an upload that fails again and again is an error', async () => {
  statuses = [503, 503, 403];

  await expect(sendAnswer(url, ANSWER, [0, 0])).rejects.toThrow('CloudFormation could not be answered: status 403');
});

test('an address that nobody answers at is an error', async () => {
  await expect(sendAnswer('http://127.0.0.1:1/', ANSWER, [])).rejects.toThrow('CloudFormation could not be answered');
});
