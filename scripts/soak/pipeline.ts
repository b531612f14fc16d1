import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand, ListQueuesCommand } from '@aws-sdk/client-sqs';
import type { RootClients } from './emulator-clients';
import type { LocalEnvironment } from '../../local/environment';

/** Attributes that together count every message of a queue. */
const MESSAGE_COUNTS = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const;

interface RunningFunction {
  readonly label: string;
}

/** What a local run has on its way, seen from outside. */
export class Pipeline {
  constructor(
    private readonly environment: LocalEnvironment,
    private readonly clients: RootClients,
  ) {}

  /** Items of the table with the licenses, counted by the table itself. */
  public async stored(): Promise<number> {
    return this.count('ProviderTable');
  }

  /** Items of all tables: it grows as long as anything goes on. */
  public async storedAnywhere(): Promise<number> {
    const counts = Object.keys(this.environment.tables).map(async (table) => this.count(table));
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  }

  public async running(): Promise<readonly RunningFunction[]> {
    const answer = await fetch(`${this.environment.handlers.address}/running`);
    return (await answer.json()) as RunningFunction[];
  }

  /** Kills one running invocation of a function, and says whether there was one. */
  public async kill(label: string): Promise<boolean> {
    const address = `${this.environment.handlers.address}/running?function=${label}`;
    return (await fetch(address, { method: 'DELETE' })).ok;
  }

  /** Messages in dead-letter queues, by the queue's name. */
  public async deadLetters(): Promise<ReadonlyMap<string, number>> {
    const counts = this.environment.deadLetterQueues.map(
      async ({ name, url }) => [name, await this.messages(url)] as const,
    );
    return new Map((await Promise.all(counts)).filter(([, count]) => count > 0));
  }

  /** Whether no file, no message, no event and no invocation is on its way; dead letters have arrived. */
  public async isQuiet(): Promise<boolean> {
    if ((await this.running()).length > 0 || (await this.files()) > 0) return false;
    const { QueueUrls = [] } = await this.clients.sqs.send(new ListQueuesCommand({}));
    const dead = new Set(this.environment.deadLetterQueues.map(({ url }) => url));
    for (const url of QueueUrls.filter((one) => !dead.has(one))) if ((await this.messages(url)) > 0) return false;
    return (await this.count('EventOutboxTable')) === 0;
  }

  private async files(): Promise<number> {
    const { KeyCount } = await this.clients.s3.send(
      new ListObjectsV2Command({ Bucket: this.environment.buckets.BulkUploadsBucket }),
    );
    return KeyCount ?? 0;
  }

  private async messages(QueueUrl: string): Promise<number> {
    const request = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...MESSAGE_COUNTS] });
    const { Attributes } = await this.clients.sqs.send(request);
    return MESSAGE_COUNTS.reduce((sum, name) => sum + Number(Attributes?.[name] ?? 0), 0);
  }

  private async count(table: string): Promise<number> {
    const TableName = this.environment.tables[table];
    const { Table } = await this.clients.dynamoDb.send(new DescribeTableCommand({ TableName }));
    return Table?.ItemCount ?? 0;
  }
}
