import { inspect } from 'node:util';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { recordedClient } from './recorded-client';
import { DynamoSsnStore } from '../../../lambda/infra/dynamo-ssn-store';

const RECORD = { pk: 'arbor#SSN#222-33-4444', sk: 'arbor#SSN#222-33-4444', providerId: 'new' };

function setup(...answers: (object | Error)[]) {
  const { client, sent } = recordedClient<DynamoDBDocumentClient>(...answers);
  return { numbers: new DynamoSsnStore(client, 'numbers'), sent };
}

function taken(attributes: Record<string, { S: string }>): Error {
  return new ConditionalCheckFailedException({ $metadata: {}, message: 'taken', Item: attributes });
}

test('a number that is not known yet gets the id that is offered', async () => {
  const { numbers, sent } = setup({});

  expect(await numbers.assignProviderId(RECORD)).toBe('new');

  expect(sent[0].input).toMatchObject({ Item: RECORD, ConditionExpression: 'attribute_not_exists(#key)' });
});

test('a number that is known keeps its id, in the one call that asks', async () => {
  const { numbers, sent } = setup(taken({ providerId: { S: 'known' } }));

  expect(await numbers.assignProviderId(RECORD)).toBe('known');

  expect(sent).toHaveLength(1);
});

test('a damaged mapping is an error that does not carry the number', async () => {
  const failing = setup(taken({ pk: { S: RECORD.pk } })).numbers.assignProviderId(RECORD);

  await expect(failing).rejects.toThrow('the mapping that stands already names no provider: mend that item');
  const error = await failing.catch((thrown: unknown) => thrown);
  expect(inspect(error, { depth: Infinity })).not.toContain('222-33');
});

test('another failure is passed on', async () => {
  await expect(setup(new Error('no route')).numbers.assignProviderId(RECORD)).rejects.toThrow('no route');
});
