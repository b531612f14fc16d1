import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectCommandInput,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
} from '@aws-sdk/client-s3';
import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import type { FakeQueue } from './fake-queue';
import type { FakeTables } from './fake-table';
import type { FakeService } from './fault';

export interface PublishedEvent {
  readonly detailType: string;
  readonly source: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export function tableService(tables: FakeTables): FakeService {
  return { name: 'DynamoDB', handle: (command) => tables.handle(command) };
}

/** The bus: keeps what was published and brings it to the queues of its type. */
export class FakeBus implements FakeService {
  public readonly name = 'EventBridge';
  public readonly published: PublishedEvent[] = [];

  public constructor(private readonly queues: Readonly<Record<string, FakeQueue>>) {}

  public handle(command: object): object {
    return this.take(command as PutEventsCommand, 0);
  }

  public refuse(command: object, refused: 'all' | 'first'): object {
    return this.take(command as PutEventsCommand, refused === 'all' ? Infinity : 1);
  }

  private take({ input }: PutEventsCommand, refused: number): object {
    const outcomes = input.Entries!.map(({ DetailType, Source, Detail }, position) => {
      if (position < refused) return { ErrorCode: 'ThrottlingException' };
      const event = { detailType: DetailType!, source: Source!, detail: JSON.parse(Detail!) };
      this.published.push(event);
      this.queues[event.detailType]?.send({ 'detail-type': event.detailType, source: Source, detail: event.detail });
      return { EventId: String(this.published.length) };
    });
    return { Entries: outcomes };
  }
}

export function queueService(queue: FakeQueue): FakeService {
  const take = ({ input }: SendMessageBatchCommand, refused: number): object => {
    const entries = input.Entries!;
    entries.slice(refused).forEach(({ MessageBody }) => queue.send(JSON.parse(MessageBody!)));
    return {
      Failed: entries.slice(0, refused).map(({ Id }) => ({ Id, Code: 'RequestThrottled', SenderFault: false })),
    };
  };
  return {
    name: 'SQS',
    handle: (command) => take(command as SendMessageBatchCommand, 0),
    refuse: (command, refused) => take(command as SendMessageBatchCommand, refused === 'all' ? Infinity : 1),
  };
}

/** Objects by their keys, with their content. */
export class FakeBucket implements FakeService {
  public readonly name = 'S3';
  public readonly objects = new Map<string, string>();

  public handle(command: object): object {
    if (command instanceof GetObjectCommand) return this.section(command.input);
    if (command instanceof HeadObjectCommand) return { ContentLength: this.content(command.input.Key!).length };
    if (command instanceof CopyObjectCommand) {
      const [, ...path] = command.input.CopySource!.split('/');
      this.objects.set(command.input.Key!, this.content(decodeURIComponent(path.join('/'))));
      return {};
    }
    if (command instanceof DeleteObjectCommand) {
      this.objects.delete(command.input.Key!);
      return {};
    }
    throw new Error(`the fake bucket doesn't know ${command.constructor.name}`);
  }

  private section({ Key: key = '', Range: range = '' }: GetObjectCommandInput): object {
    if (!this.objects.has(key)) throw new NoSuchKey({ $metadata: {}, message: 'no such object' });
    const bytes = Buffer.from(this.content(key));
    const [first, last] = range.replace('bytes=', '').split('-').map(Number);
    return {
      Body: { transformToByteArray: async () => bytes.subarray(first, last + 1) },
      ContentRange: `bytes ${first}-${last}/${bytes.length}`,
    };
  }

  private content(key: string): string {
    const content = this.objects.get(key);
    if (content === undefined) throw new NotFound({ $metadata: {}, message: 'no such object' });
    return content;
  }
}
