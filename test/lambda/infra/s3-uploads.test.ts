import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import { S3UploadForms } from '../../../lambda/infra/s3-upload-forms';
import { S3UploadedFiles } from '../../../lambda/infra/s3-uploaded-files';

const KEY = 'arbor/oh/5b0d8c1e3f524c8e9a770e1f2a3b4c5d';

/** The service boundary: answers with what it is given, or throws it where it is an error. */
function service(answer: object) {
  const commands: (GetObjectCommand | DeleteObjectCommand)[] = [];
  const client = {
    send: async (command: GetObjectCommand | DeleteObjectCommand) => {
      commands.push(command);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  } as unknown as S3Client;
  return { files: new S3UploadedFiles(client, 'uploads'), commands };
}

test('an uploaded file is read and removed by its key', async () => {
  const content = [Uint8Array.of(1)];
  const { files, commands } = service({ Body: content });

  expect(await files.open(KEY)).toBe(content);
  await files.remove(KEY);
  expect(commands.map(({ input }) => input)).toEqual([
    { Bucket: 'uploads', Key: KEY },
    { Bucket: 'uploads', Key: KEY },
  ]);
  expect(commands[1]).toBeInstanceOf(DeleteObjectCommand);
});

test('a file that is gone is no error, anything else is', async () => {
  const gone = new NoSuchKey({ message: 'no such key', $metadata: {} });

  expect(await service(gone).files.open(KEY)).toBeUndefined();
  await expect(service(new Error('access denied')).files.open(KEY)).rejects.toThrow('access denied');
});

test('a form holds an hour, for one key, a CSV file and at most 30 MB', async () => {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const before = Date.now();

  const { url, fields } = await new S3UploadForms(new S3Client({ region: 'us-east-1', credentials }), 'uploads').sign(
    KEY,
  );

  const policy = JSON.parse(Buffer.from(fields.Policy, 'base64').toString());
  const lifetime = (Date.parse(policy.expiration) - before) / 1_000;
  expect(url).toBe('https://uploads.s3.us-east-1.amazonaws.com/');
  expect(fields).toMatchObject({ key: KEY, bucket: 'uploads', 'X-Amz-Algorithm': 'AWS4-HMAC-SHA256' });
  expect(Object.keys(fields)).not.toContain('Content-Type');
  expect(lifetime).toBeGreaterThan(3_590);
  expect(lifetime).toBeLessThan(3_660);
  expect(policy.conditions).toEqual(
    expect.arrayContaining([
      ['content-length-range', 1, 30_000_000],
      ['eq', '$Content-Type', 'text/csv'],
      { key: KEY },
    ]),
  );
});
