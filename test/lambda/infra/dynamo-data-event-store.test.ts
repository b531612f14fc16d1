import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DynamoDataEventStore } from '../../../lambda/infra/dynamo-data-event-store';

test('an archived event is put into the table without a condition, so that one that came again is no error', async () => {
  const sent: object[] = [];
  const client = { send: async ({ input }: { input: object }) => void sent.push(input) };

  await new DynamoDataEventStore(client as unknown as DynamoDBDocumentClient, 'events').put({ pk: 'a', sk: 'b' });

  expect(sent).toEqual([{ TableName: 'events', Item: { pk: 'a', sk: 'b' } }]);
});
