import type { CloudFormationCustomResourceEvent, CloudFormationCustomResourceResponse } from 'aws-lambda';
import { createCustomResourceHandler } from '../../../lambda/api/custom-resource-handler';
import { failure, Result, success } from '../../../src/core/result';

const REQUEST = {
  ServiceToken: 'function',
  ResponseURL: 'https://answer.example.org',
  StackId: 'stack',
  RequestId: 'request',
  LogicalResourceId: 'Zone',
  ResourceType: 'Custom::PublicHostedZone',
  ResourceProperties: { ServiceToken: 'function', ZoneName: 'boards.example.org' },
};

const CREATE: CloudFormationCustomResourceEvent = { ...REQUEST, RequestType: 'Create' };
const UPDATE: CloudFormationCustomResourceEvent = {
  ...REQUEST,
  RequestType: 'Update',
  PhysicalResourceId: 'Z1',
  OldResourceProperties: REQUEST.ResourceProperties,
};
const DELETE: CloudFormationCustomResourceEvent = { ...REQUEST, RequestType: 'Delete', PhysicalResourceId: 'Z1' };

type Find = (properties: { ZoneName: string }) => Promise<Result<string, string>>;

async function answerTo(
  event: CloudFormationCustomResourceEvent,
  find: Find,
  remaining = 60_000,
): Promise<CloudFormationCustomResourceResponse> {
  const answers: [string, CloudFormationCustomResourceResponse][] = [];
  const handler = createCustomResourceHandler(find, async (...sent) => void answers.push(sent));
  await handler(event, { getRemainingTimeInMillis: () => remaining });
  expect(answers).toHaveLength(1);
  expect(answers[0][0]).toBe('https://answer.example.org');
  return answers[0][1];
}

const never: Find = () => new Promise(() => {});
const refused: Find = async () => failure('there is no such zone');
const broken: Find = async () => {
  throw new TypeError('not authorized');
};

test.each([
  ['made', CREATE],
  ['updated', UPDATE],
])('what is provided for a resource that is %s becomes its id', async (_name, event) => {
  expect(await answerTo(event, async ({ ZoneName }) => success(`zone of ${ZoneName}`))).toEqual({
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'Zone',
    Status: 'SUCCESS',
    PhysicalResourceId: 'zone of boards.example.org',
  });
});

test('a deletion has nothing to do, and does nothing', async () => {
  expect(await answerTo(DELETE, broken)).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'Z1' });
});

test.each<[string, Find, number, string]>([
  ['is refused', refused, 60_000, 'there is no such zone'],
  ['throws', broken, 60_000, 'TypeError: not authorized'],
  ['takes too long', never, 10_020, 'the service did not answer within 0 seconds; deploy again'],
  ['begins too late', never, 3_000, 'the service did not answer within 0 seconds; deploy again'],
])('work that %s is answered as a failure with its reason', async (_name, find, remaining, reason) => {
  expect(await answerTo(CREATE, find, remaining)).toMatchObject({ Status: 'FAILED', Reason: reason });
});

test('an update that fails keeps the id, so that nothing in use is deleted', async () => {
  expect(await answerTo(UPDATE, refused)).toMatchObject({ Status: 'FAILED', PhysicalResourceId: 'Z1' });
});

test('a creation that fails has an id, with which CloudFormation deletes it again', async () => {
  const { PhysicalResourceId } = await answerTo(CREATE, refused);

  expect(PhysicalResourceId).toBe('never-made');
  const deletion = { ...DELETE, PhysicalResourceId } as CloudFormationCustomResourceEvent;
  expect(await answerTo(deletion, refused)).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId });
});

test('a long reason is cut to what CloudFormation takes', async () => {
  const { Reason } = await answerTo(CREATE, async () => failure('x'.repeat(10_000)));

  expect(Reason).toHaveLength(1_000);
});

test('an answer that can not be sent is thrown, so that Lambda calls the function again', async () => {
  const handler = createCustomResourceHandler(refused, () => Promise.reject(new Error('no network')));

  await expect(handler(CREATE, { getRemainingTimeInMillis: () => 60_000 })).rejects.toThrow('no network');
});
