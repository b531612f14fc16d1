import { join } from 'node:path';
import { App, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { AttributeType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus, Match, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Code, Function, Runtime, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { writeFileIn } from '../local/scratch-folder';

export const BATCH_SIZE = 50;

/** Says what it gets; fails for what says so, and hangs once for what says so. */
const HANDLER = `
const hung = new Set();
export const handler = async ({ Records = [] }) => {
  const texts = Records.map((record) => record.body ?? record.dynamodb.NewImage.pk.S);
  console.log(JSON.stringify(texts));
  if (texts.some((text) => text.includes('HANG')) && process.env.HANGS) await new Promise(() => setInterval(() => {}, 1000));
  if (texts.includes('THROW')) throw new Error('thrown');
  const failed = Records.filter((_, index) => texts[index].includes('FAIL'));
  return { batchItemFailures: failed.map((record) => ({ itemIdentifier: record.messageId ?? record.dynamodb.SequenceNumber })) };
};
`;

/** Synthesizes the smallest app that the local run takes, with one of each thing that brings events to functions. */
export function synthesizeMappingsApp(folder: string): string {
  writeFileIn(folder, 'code/index.mjs', HANDLER);
  const app = new App({ outdir: join(folder, 'cdk.out'), analyticsReporting: false });
  const stack = new Stack(app, 'Mappings', { env: { account: '000000000000', region: 'us-east-1' } });
  new UserPool(stack, 'StaffUsers');
  new UserPool(stack, 'StateAuthUsers');
  tableIn(stack, 'UsersTable');
  const batches = queueIn(stack, 'Batches');
  const uploads = queueIn(stack, 'Uploads');
  const taker = functionIn(stack, 'Taker', join(folder, 'code'));
  taker.addEventSource(
    new SqsEventSource(batches, {
      batchSize: BATCH_SIZE,
      maxBatchingWindow: Duration.seconds(1),
      reportBatchItemFailures: true,
    }),
  );
  taker.addEventSource(new SqsEventSource(uploads, { batchSize: 1 }));
  const bucket = new Bucket(stack, 'UploadsBucket', { eventBridgeEnabled: true, removalPolicy: RemovalPolicy.DESTROY });
  new Rule(stack, 'Uploaded', {
    eventPattern: {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: { bucket: { name: [bucket.bucketName] } },
    },
    targets: [new SqsQueue(uploads)],
  });
  const bus = new EventBus(stack, 'DataEventBus');
  new Rule(stack, 'Published', {
    eventBus: bus,
    eventPattern: { source: Match.prefix('org.example') },
    targets: [new SqsQueue(batches)],
  });
  const changes = tableIn(stack, 'ChangesTable');
  const lost = new Queue(stack, 'LostChanges');
  functionIn(stack, 'Follower', join(folder, 'code')).addEventSource(
    new DynamoEventSource(changes, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 10,
      retryAttempts: 2,
      reportBatchItemFailures: true,
      onFailure: new SqsDlq(lost),
    }),
  );
  return app.synth().directory;
}

function tableIn(scope: Construct, id: string): Table {
  const partitionKey = { name: 'pk', type: AttributeType.STRING };
  const sortKey = { name: 'sk', type: AttributeType.STRING };
  const removalPolicy = RemovalPolicy.DESTROY;
  return new Table(scope, id, { partitionKey, sortKey, removalPolicy, stream: StreamViewType.NEW_IMAGE });
}

/** With a visibility timeout that nobody waits for: what failed comes back because the run is told to. */
function queueIn(scope: Construct, id: string): Queue {
  const deadLetterQueue = new Queue(scope, `${id}DeadLetters`);
  const visibilityTimeout = Duration.hours(1);
  return new Queue(scope, id, { visibilityTimeout, deadLetterQueue: { queue: deadLetterQueue, maxReceiveCount: 2 } });
}

function functionIn(scope: Construct, id: string, code: string): Function {
  return new Function(scope, id, {
    code: Code.fromAsset(code),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_22_X,
    timeout: Duration.minutes(1),
    environment: { HANGS: 'yes' },
  });
}
