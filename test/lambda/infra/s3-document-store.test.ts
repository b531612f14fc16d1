import { NotFound, S3Client } from '@aws-sdk/client-s3';
import { recordedClient } from './recorded-client';
import { S3DocumentStore } from '../../../lambda/infra/s3-document-store';

function setup(...answers: (object | Error)[]) {
  const { client, sent } = recordedClient<S3Client>(...answers);
  return { documents: new S3DocumentStore(client, 'bucket'), sent };
}

const missing = () => new NotFound({ $metadata: {}, message: 'no such object' });

test('a copy is compared with its original', async () => {
  const { documents, sent } = setup({ ContentLength: 7 }, {}, { ContentLength: 7 });

  await documents.copy('old/scan #1 é.pdf', 'new/scan #1 é.pdf');

  expect(sent.map(({ input }) => input)).toEqual([
    { Bucket: 'bucket', Key: 'old/scan #1 é.pdf' },
    { Bucket: 'bucket', Key: 'new/scan #1 é.pdf', CopySource: 'bucket/old/scan%20%231%20%C3%A9.pdf' },
    { Bucket: 'bucket', Key: 'new/scan #1 é.pdf' },
  ]);
});

test('where there is nothing to copy, nothing is copied', async () => {
  const { documents, sent } = setup(missing());

  await documents.copy('old', 'new');

  expect(sent).toHaveLength(1);
});

test.each([
  ['a shorter copy', { ContentLength: 6 }, 'document new has 6 bytes, its original has 7'],
  ['no copy', missing(), 'document new has no bytes, its original has 7'],
])('%s is an error, so that the original stays', async (_, copied, message) => {
  await expect(setup({ ContentLength: 7 }, {}, copied).documents.copy('old', 'new')).rejects.toThrow(message);
});

test('a refusal is no missing object', async () => {
  const forbidden = Object.assign(new Error('access denied'), { name: 'Forbidden' });

  await expect(setup(forbidden).documents.copy('old', 'new')).rejects.toThrow('access denied');
});

test('a document is removed by its key', async () => {
  const { documents, sent } = setup();

  await documents.remove('old');

  expect(sent[0].input).toEqual({ Bucket: 'bucket', Key: 'old' });
});
