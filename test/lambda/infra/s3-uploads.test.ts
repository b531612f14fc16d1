import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import { S3UploadForms } from '../../../lambda/infra/s3-upload-forms';
import { S3UploadedFiles } from '../../../lambda/infra/s3-uploaded-files';

const KEY = 'arbor/oh/5b0d8c1e3f524c8e9a770e1f2a3b4c5d';

type S3Command = GetObjectCommand | DeleteObjectCommand;

/** The service boundary: answers with what it is given, and keeps what it was asked for. */
function filesWith(answer: (command: S3Command) => object, bytesPerRequest?: number) {
  const inputs: S3Command['input'][] = [];
  const send = async (command: S3Command) => {
    inputs.push(command.input);
    return answer(command);
  };
  return { files: new S3UploadedFiles({ send } as unknown as S3Client, 'uploads', bytesPerRequest), inputs };
}

/** An object as S3 gives ranges of it. */
function fileOf(content: Uint8Array, bytesPerRequest?: number) {
  return filesWith((command) => {
    if (command instanceof DeleteObjectCommand) return {};
    const [first, last] = command.input.Range!.replace('bytes=', '').split('-').map(Number);
    if (first >= content.length) throw Object.assign(new Error('not satisfiable'), { name: 'InvalidRange' });
    const end = Math.min(last, content.length - 1);
    return {
      Body: { transformToByteArray: async () => content.subarray(first, end + 1) },
      ContentRange: `bytes ${first}-${end}/${content.length}`,
      ETag: '"tag"',
    };
  }, bytesPerRequest);
}

const bytesOf = (count: number) => Uint8Array.from({ length: count }, (_, index) => index % 251);

async function readAll(files: S3UploadedFiles): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  for await (const piece of (await files.open(KEY))!) pieces.push(piece);
  return pieces;
}

const goneError = () => new NoSuchKey({ message: 'no such key', $metadata: {} });

test.each([
  ['is empty', 0, 1],
  ['has one byte', 1, 1],
  ['ends within a section', 14, 3],
  ['ends with a section', 15, 3],
  ['has one byte after a section', 16, 4],
])('a file that %s is read whole, a section with each request', async (_what, size, requests) => {
  const { files, inputs } = fileOf(bytesOf(size), 5);

  expect(Buffer.concat(await readAll(files))).toEqual(Buffer.from(bytesOf(size)));
  expect(inputs).toHaveLength(requests);
});

test('the next section is asked for once the one before was taken, of the same content', async () => {
  const { files, inputs } = fileOf(bytesOf(8), 5);

  const pieces = (await files.open(KEY))![Symbol.asyncIterator]();
  await pieces.next();
  expect(inputs).toEqual([{ Bucket: 'uploads', Key: KEY, Range: 'bytes=0-4' }]);

  await pieces.next();
  expect(inputs[1]).toEqual({ Bucket: 'uploads', Key: KEY, Range: 'bytes=5-9', IfMatch: '"tag"' });
});

test('what is handed over together is small, however large a section is', async () => {
  const { files, inputs } = fileOf(bytesOf(200_000));

  expect((await readAll(files)).map(({ length }) => length)).toEqual([65_536, 65_536, 65_536, 3_392]);
  expect(inputs).toHaveLength(1);
});

test('a file is removed by its key', async () => {
  const { files, inputs } = fileOf(bytesOf(1));

  await files.remove(KEY);

  expect(inputs).toEqual([{ Bucket: 'uploads', Key: KEY }]);
});

test('a file that is gone is no error, anything else is', async () => {
  const failing = (error: Error) =>
    filesWith(() => {
      throw error;
    }).files.open(KEY);

  expect(await failing(goneError())).toBeUndefined();
  await expect(failing(new Error('access denied'))).rejects.toThrow('access denied');
});

test('a file that goes while it is read is an error: what is missing was not read', async () => {
  const content = [{ Body: { transformToByteArray: async () => bytesOf(5) }, ContentRange: 'bytes 0-4/9' }];
  const { files } = filesWith(() => {
    const answer = content.shift();
    if (!answer) throw goneError();
    return answer;
  }, 5);

  await expect(readAll(files)).rejects.toThrow('no such key');
});

test('an answer that does not tell the size of the file is an error', async () => {
  const { files } = filesWith(() => ({ Body: { transformToByteArray: async () => bytesOf(5) } }));

  await expect(files.open(KEY)).rejects.toThrow(`the answer about ${KEY} does not say how large it is`);
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
