import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { S3Client } from '@aws-sdk/client-s3';
import { ListQueuesCommand, ReceiveMessageCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { BATCH_SIZE, synthesizeMappingsApp } from './mappings-app';
import { within } from './within';
import { LocalRunProcess } from '../../local/run-process';
import { emulatorSettings } from '../../scripts/soak/emulator-clients';
import { uploadFile } from '../../scripts/soak/upload-file';
import { scratchFolder } from '../local/scratch-folder';

// Starting installs the emulator on a machine that never ran it.
jest.setTimeout(300_000);

const folder = scratchFolder();
let run: LocalRunProcess;
let sqs: SQSClient;
let dynamoDb: DynamoDBClient;

beforeAll(async () => {
  const options = ['--assembly', synthesizeMappingsApp(folder), '--retry-after', '1'];
  run = await LocalRunProcess.start({ folder: join(folder, 'run'), options });
  sqs = new SQSClient(emulatorSettings(run.environment));
  dynamoDb = new DynamoDBClient(emulatorSettings(run.environment));
});

afterAll(async () => {
  await run?.stop();
});

/** What a function was invoked with, as the texts of each batch. */
function batchesOf(label: string): string[][] {
  const file = join(run.environment.handlers.logs, `${label}.log`);
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return lines.filter((line) => line.startsWith('[')).map((line) => JSON.parse(line) as string[]);
}

/** Batches with a text in them, when there are as many as expected. */
function batchesWith(label: string, text: string, count: number): Promise<string[][]> {
  return within(15_000, `${count} batches of ${label} with ${text}`, async () => {
    const found = batchesOf(label).filter((batch) => batch.some((one) => one.includes(text)));
    return found.length >= count ? found : undefined;
  });
}

async function queueNamed(part: string): Promise<string> {
  const { QueueUrls } = await sqs.send(new ListQueuesCommand({}));
  return QueueUrls!.find((url) => new RegExp(`-${part}[0-9A-F]{8}`).test(url))!;
}

async function send(texts: readonly string[]): Promise<void> {
  const QueueUrl = await queueNamed('Batches');
  for (let begin = 0; begin < texts.length; begin += 10) {
    const Entries = texts.slice(begin, begin + 10).map((MessageBody, index) => ({ Id: String(index), MessageBody }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  }
}

async function deadLettersIn(part: string): Promise<string[]> {
  const QueueUrl = await queueNamed(part);
  return within(15_000, `a message in ${part}`, async () => {
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, VisibilityTimeout: 0 }));
    return Messages?.map(({ Body }) => Body!);
  });
}

describe('a queue that feeds a function', () => {
  test('loses nothing under load, gives nothing twice, and fills batches up to their size', async () => {
    const texts = Array.from({ length: 3000 }, (_, index) => `load-${index}`);

    await Promise.all([0, 1, 2].map((part) => send(texts.slice(part * 1000, part * 1000 + 1000))));

    const batches = await within(30_000, 'the load', async () => {
      const found = batchesOf('Taker').filter((batch) => batch[0].startsWith('load-'));
      return found.flat().length >= texts.length ? found : undefined;
    });
    expect(batches.flat().sort()).toEqual([...texts].sort());
    expect(Math.max(...batches.map((batch) => batch.length))).toBeLessThanOrEqual(BATCH_SIZE);
    expect(texts.length / batches.length).toBeGreaterThan(10);
  });

  test('gives only what failed again, after the time of --retry-after, and then to the dead letters', async () => {
    await send(['good-1', 'FAIL-1', 'good-2']);

    expect(await deadLettersIn('BatchesDeadLetters')).toEqual(['FAIL-1']);
    expect(
      batchesOf('Taker')
        .flat()
        .filter((text) => text === 'FAIL-1'),
    ).toHaveLength(2);
    expect(
      batchesOf('Taker')
        .flat()
        .filter((text) => text.startsWith('good-')),
    ).toHaveLength(2);
  });

  test('gives all of a batch again whose function was killed', async () => {
    await send(['HANG-1']);
    await batchesWith('Taker', 'HANG-1', 1);

    const killed = await fetch(`${run.environment.handlers.address}/running?function=Taker`, { method: 'DELETE' });

    expect(killed.status).toBe(200);
    await batchesWith('Taker', 'HANG-1', 2);
    await fetch(`${run.environment.handlers.address}/running?function=Taker`, { method: 'DELETE' });
  });

  test('gets what is published on a bus, which the run can tell', async () => {
    const events = new EventBridgeClient(emulatorSettings(run.environment));
    const Entries = [
      { EventBusName: run.environment.dataEventBus, Source: 'org.example.test', DetailType: 'a', Detail: '{"n":1}' },
    ];
    await events.send(new PutEventsCommand({ Entries }));

    const [[text]] = await batchesWith('Taker', 'org.example.test', 1);

    expect(JSON.parse(text)).toMatchObject({ 'detail-type': 'a', detail: { n: 1 } });
    await within(3_000, 'the page of events', async () => {
      const page = await (await fetch(`${run.environment.address}/events`)).text();
      return page.includes('org.example.test') ? true : undefined;
    });
  });

  test('gets the objects that a signed form uploaded, and a form takes only what it was signed for', async () => {
    const { emulator, buckets } = run.environment;
    const s3 = new S3Client({ ...emulatorSettings(run.environment), forcePathStyle: true });
    const form = await createPresignedPost(s3, {
      Bucket: buckets.UploadsBucket,
      Key: 'a/b.csv',
      Conditions: [['content-length-range', 1, 10]],
      Fields: { 'Content-Type': 'text/csv' },
    });
    const upload = async (text: string, fields = {}) =>
      (await uploadFile({ ...form, fields: { ...form.fields, ...fields } }, new Blob([text]), emulator.certificate))
        .status;

    expect(await upload('')).toBe(400);
    expect(await upload('more than ten')).toBe(400);
    expect(await upload('a,b', { key: 'other.csv' })).toBe(403);
    expect(await upload('a,b', { 'Content-Type': 'text/html' })).toBe(403);
    expect(await upload('a,b')).toBe(204);

    const [[text], ...others] = await batchesWith('Taker', 'aws.s3', 1);
    expect(JSON.parse(text).detail).toMatchObject({
      bucket: { name: buckets.UploadsBucket },
      object: { key: 'a/b.csv', size: 3 },
    });
    expect(others).toEqual([]);
  });
});

describe('a stream that feeds a function', () => {
  const put = async (texts: readonly string[]) => {
    for (const text of texts) {
      const Item = { pk: { S: text }, sk: { S: 'x' } };
      await dynamoDb.send(new PutItemCommand({ TableName: run.environment.tables.ChangesTable, Item }));
    }
  };

  test('stops at the first record that failed, retries from there, and gives up at the limit', async () => {
    await put(['one', 'two', 'FAIL-3', 'four']);

    const [lost] = await deadLettersIn('LostChanges');
    const seen = batchesOf('Follower').flat();

    expect(JSON.parse(lost)).toMatchObject({ requestContext: { condition: 'RetryAttemptsExhausted' } });
    expect(seen.filter((text) => text === 'FAIL-3')).toHaveLength(3);
    expect(['one', 'two'].map((text) => seen.filter((one) => one === text).length)).toEqual([1, 1]);
  });

  test('goes on with what comes after', async () => {
    await put(['five', 'six']);

    await batchesWith('Follower', 'six', 1);

    expect(
      batchesOf('Follower')
        .flat()
        .filter((text) => text === 'five'),
    ).toHaveLength(1);
  });
});

test('dead letters are tried again from the console', async () => {
  const { address, deadLetterQueues } = run.environment;
  const queue = deadLetterQueues.find(({ name }) => name.endsWith('/BatchesDeadLetters'))!;
  await deadLettersIn('BatchesDeadLetters');
  const before = batchesOf('Taker')
    .flat()
    .filter((text) => text === 'FAIL-1').length;

  const body = new URLSearchParams({ queue: queue.url });
  const answer = await fetch(`${address}/dead-letters`, { method: 'POST', body, redirect: 'manual' });

  expect(answer.status).toBe(303);
  await batchesWith('Taker', 'FAIL-1', before + 1);
});
