import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { SQSBatchResponse } from 'aws-lambda';
import { FakeQueue, sqsEvent } from './fake-queue';
import { FakeBucket, FakeBus, queueService, tableService } from './fake-services';
import { FakeTables } from './fake-table';
import { Fault, FaultyNetwork, Invocation } from './fault';
import { createBatchQueueHandler, createQueueHandler } from '../../../lambda/api/queue-handler';
import { createStreamHandler } from '../../../lambda/api/stream-handler';
import { listenForPrivileges } from '../../../lambda/app/listen-for-privileges';
import { parseLicenseFile } from '../../../lambda/app/parse-license-file';
import { preprocessLicenses } from '../../../lambda/app/preprocess-license';
import { relayEvents, sweepOutbox } from '../../../lambda/app/relay-events';
import { storeLicenses } from '../../../lambda/app/store-license';
import { DynamoEventOutbox, outboxEventOf } from '../../../lambda/infra/dynamo-event-outbox';
import { DynamoProviderStore } from '../../../lambda/infra/dynamo-provider-store';
import { DynamoSsnStore } from '../../../lambda/infra/dynamo-ssn-store';
import { EventBusPublisher } from '../../../lambda/infra/event-bus-publisher';
import { DynamoLaterParts } from '../../../lambda/infra/later-parts';
import { S3DocumentStore } from '../../../lambda/infra/s3-document-store';
import { S3UploadedFiles } from '../../../lambda/infra/s3-uploaded-files';
import { SqsMessageQueue } from '../../../lambda/infra/sqs-message-queue';
import { FUNCTIONS } from '../../../src/core/contracts/functions';
import { QUEUES } from '../../../src/core/contracts/queues';
import { instantText } from '../../../src/core/licensure/time';
import { DOMAIN, NOW } from '../../core/licensure/samples';

export const TABLES = { provider: 'providers', eventOutbox: 'outbox', ssn: 'numbers' } as const;

const UPLOADS = 'uploads';
/** So few that even small files take several requests. */
const BYTES_PER_REQUEST = 1_000;
const MINUTE = 60_000;
const STREAM_BATCH = 10;
const STREAM_ATTEMPTS = 4;
const PATIENCE = 500;

/** The context of a call that has all the time it needs. */
export const IN_TIME = { getRemainingTimeInMillis: () => Infinity };

/**
 * From uploaded files to published events, as it is deployed: the use cases, handlers and adapters of the
 * functions on services in memory, each call of a function with clients of its own. What a call was given and did not
 * finish is delivered again. Time passes only where somebody waits.
 */
export class Pipeline {
  public readonly network: FaultyNetwork;
  public readonly tables = new FakeTables(TABLES.eventOutbox);
  public readonly files = new FakeBucket();
  public readonly documents = new FakeBucket();
  public readonly queues = {
    uploads: new FakeQueue('uploads', QUEUES.bulkUploads.maxReceives),
    preprocessing: new FakeQueue('preprocessing', QUEUES.licensePreprocessing.maxReceives),
    ingest: new FakeQueue('ingest', QUEUES.licenseIngest.maxReceives),
    deactivation: new FakeQueue('deactivation', QUEUES.licenseDeactivation.maxReceives),
  };
  public readonly bus = new FakeBus({
    'license.ingest': this.queues.ingest,
    'license.deactivation': this.queues.deactivation,
  });
  /** Attempts that adapters make themselves would hide what becomes of the last one. */
  private readonly backoff = { pauses: [], pause: async () => undefined };
  private time = Date.parse(NOW);
  private ids = 0;
  private streamRead = 0;
  private streamAttempts = 0;

  public constructor(faults: readonly Fault[]) {
    this.network = new FaultyNetwork(faults);
  }

  public upload(key: string, content: string): void {
    this.files.objects.set(key, content);
    this.queues.uploads.send({ time: NOW, detail: { bucket: { name: UPLOADS }, object: { key } } });
  }

  /** Lets everything happen that a message, a stream record or the schedule can set off. */
  public async run(): Promise<void> {
    for (let round = 0; round < PATIENCE; round += 1) {
      const worked = (await this.workOnQueues()) || (await this.workOnStream());
      if (worked) continue;
      if (this.tables.items(TABLES.eventOutbox).length === 0) return;
      this.time += 2 * MINUTE;
      await this.call((invocation) => this.relay(invocation)({}));
    }
    throw new Error(`the pipeline is still busy after ${PATIENCE} calls`);
  }

  private async workOnQueues(): Promise<boolean> {
    const { uploads, preprocessing, ingest, deactivation } = this.queues;
    if (!uploads.isEmpty) {
      await this.deliver(uploads, FUNCTIONS.bulkUploadParser.triggers[0].batchSize, (invocation) =>
        createQueueHandler(async (body) => void (await parseLicenseFile(this.parsingPorts(invocation), body))),
      );
    } else if (!preprocessing.isEmpty) {
      await this.deliver(preprocessing, FUNCTIONS.licensePreprocessor.triggers[0].batchSize, (invocation) =>
        createBatchQueueHandler((deliveries, short) =>
          preprocessLicenses(this.preprocessingPorts(invocation), deliveries, short),
        ),
      );
    } else if (!ingest.isEmpty) {
      await this.deliver(ingest, FUNCTIONS.licenseIngest.triggers[0].batchSize, (invocation) =>
        createBatchQueueHandler((deliveries, short) =>
          storeLicenses(
            this.storingPorts(invocation),
            deliveries.map(({ body }) => (body as { detail: unknown }).detail),
            short,
          ),
        ),
      );
    } else if (!deactivation.isEmpty) {
      await this.deliver(deactivation, FUNCTIONS.privilegeListener.triggers[2].batchSize, (invocation) =>
        createQueueHandler((body) => listenForPrivileges(this.storingPorts(invocation), body)),
      );
    } else {
      return false;
    }
    return true;
  }

  private async deliver(
    queue: FakeQueue,
    batchSize: number,
    handlerOf: (invocation: Invocation) => ReturnType<typeof createBatchQueueHandler>,
  ): Promise<void> {
    const batch = queue.receive(batchSize);
    const response = await this.call((invocation) => handlerOf(invocation)(sqsEvent(batch), IN_TIME));
    queue.settle(batch, response);
  }

  /** A batch that fails is read again from its first failure on; in the end the stream goes on without it. */
  private async workOnStream(): Promise<boolean> {
    const batch = this.tables.stream.slice(this.streamRead, this.streamRead + STREAM_BATCH);
    if (batch.length === 0) return false;
    const response = await this.call((invocation) => this.relay(invocation)({ Records: batch }));
    const failed = response ? response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) : ['1'];
    const done = batch.findIndex(({ dynamodb }) => !response || failed.includes(dynamodb.SequenceNumber));
    this.streamAttempts = done < 0 ? 0 : this.streamAttempts + 1;
    const givesUp = this.streamAttempts === STREAM_ATTEMPTS;
    if (givesUp) this.streamAttempts = 0;
    this.streamRead += done < 0 || givesUp ? batch.length : done;
    return true;
  }

  private async call<Answer>(work: (invocation: Invocation) => Promise<Answer>): Promise<Answer | undefined> {
    const invocation = new Invocation();
    return Promise.race([work(invocation).catch(() => undefined), invocation.stopped.then(() => undefined)]);
  }

  private tableClient(invocation: Invocation): DynamoDBDocumentClient {
    return this.network.clientOf(tableService(this.tables), invocation);
  }

  private publisher(invocation: Invocation): EventBusPublisher {
    return new EventBusPublisher(this.network.clientOf<EventBridgeClient>(this.bus, invocation), 'bus', this.backoff);
  }

  private readonly clock = () => instantText(new Date(this.time));

  private readonly pause = async (milliseconds: number) => void (this.time += milliseconds);

  private readonly newId = () => {
    this.ids += 1;
    return `00000000-0000-4000-8000-${String(this.ids).padStart(12, '0')}`;
  };

  private parsingPorts(invocation: Invocation) {
    const queue = this.network.clientOf<SQSClient>(queueService(this.queues.preprocessing), invocation);
    return {
      domain: DOMAIN,
      bucket: UPLOADS,
      files: new S3UploadedFiles(this.network.clientOf<S3Client>(this.files, invocation), UPLOADS, BYTES_PER_REQUEST),
      queue: new SqsMessageQueue(queue, 'preprocessing', this.backoff),
      publisher: this.publisher(invocation),
      clock: this.clock,
      ssnCorrections: true,
    };
  }

  private preprocessingPorts(invocation: Invocation) {
    return {
      ssnStore: new DynamoSsnStore(this.tableClient(invocation), TABLES.ssn),
      publisher: this.publisher(invocation),
      newProviderId: this.newId,
    };
  }

  private storingPorts(invocation: Invocation) {
    const { clock, newId, pause, backoff } = this;
    return {
      domain: DOMAIN,
      providers: new DynamoProviderStore(this.tableClient(invocation), TABLES, { clock, newId, backoff }),
      documents: new S3DocumentStore(this.network.clientOf<S3Client>(this.documents, invocation), 'documents'),
      corrected: () => undefined,
      clock,
      pause,
    };
  }

  private relay(invocation: Invocation): (event: object) => Promise<SQSBatchResponse> {
    const client = this.tableClient(invocation);
    const ports = {
      publisher: this.publisher(invocation),
      outbox: new DynamoEventOutbox(client, TABLES.eventOutbox),
      interrupted: new DynamoLaterParts(client, TABLES, this.backoff),
      clock: this.clock,
    };
    const handler = createStreamHandler({
      read: outboxEventOf,
      handle: (events) => relayEvents(ports, events),
      onSchedule: async (timeIsShort) => void (await sweepOutbox(ports, timeIsShort)),
    });
    return (event) => handler(event, { getRemainingTimeInMillis: () => 60_000 });
  }
}
