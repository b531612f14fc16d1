import {
  AttributeValue,
  CancellationReason,
  ConditionalCheckFailedException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, QueryCommand, ScanCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { LIMITS } from '../../../src/core/contracts/limits';
import type { Item } from '../../../src/core/licensure/item';

type Marshalled = Record<string, AttributeValue>;

/** A new item as a stream tells of it. */
export interface StreamRecord {
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly dynamodb: { readonly SequenceNumber: string; readonly NewImage?: Marshalled };
}

interface Condition {
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Item;
}

interface Change extends Condition {
  readonly TableName: string;
  readonly Key: Item;
  readonly put?: Item;
  readonly remove?: boolean;
}

/**
 * The service behind the document client, as far as the pipeline uses it: whole items, conditions, transactions, pages
 * and streams. Expressions are those of this project: terms joined by `AND`. What it does not know it refuses.
 */
export class FakeTables {
  public readonly stream: StreamRecord[] = [];
  /** Small, so that readers meet several pages. */
  public pageSize = 3;
  private readonly tables = new Map<string, Map<string, Marshalled>>();
  private sequence = 0;

  /** `streamed` is the table whose changes `stream` tells. */
  public constructor(private readonly streamed: string) {}

  public items(table: string): Item[] {
    const entries = [...this.table(table).entries()].sort(([left], [right]) => (left < right ? -1 : 1));
    return entries.map(([, item]) => unmarshall(item));
  }

  public put(table: string, ...items: readonly Item[]): void {
    for (const item of items) this.table(table).set(keyOf(item), marshall(item, { removeUndefinedValues: true }));
  }

  public handle(command: object): object {
    if (command instanceof QueryCommand) return this.page(command.input, command.input.KeyConditionExpression!);
    if (command instanceof ScanCommand) return this.page(command.input, command.input.FilterExpression!);
    if (command instanceof TransactWriteCommand) return this.transact(command);
    if (command instanceof PutCommand) return this.single({ ...putChange(command.input as never) });
    if (command instanceof DeleteCommand) return this.single({ ...(command.input as unknown as Change), remove: true });
    throw new Error(`the fake tables don't know ${command.constructor.name}`);
  }

  private table(name: string): Map<string, Marshalled> {
    const table = this.tables.get(name) ?? new Map<string, Marshalled>();
    this.tables.set(name, table);
    return table;
  }

  private page(input: Condition & { TableName?: string; ExclusiveStartKey?: Item }, expression: string): object {
    const start = input.ExclusiveStartKey && keyOf(input.ExclusiveStartKey);
    const items = this.items(input.TableName!).filter((item) => start === undefined || keyOf(item) > start);
    const found = items.filter((item) => holds(item, { ...input, ConditionExpression: expression }));
    const page = found.slice(0, this.pageSize);
    const { pk, sk } = page.at(-1) ?? {};
    return { Items: page, LastEvaluatedKey: found.length > page.length ? { pk, sk } : undefined };
  }

  private single(change: Change): object {
    const stored = this.stored(change);
    if (!holds(stored, change)) {
      throw new ConditionalCheckFailedException({
        $metadata: {},
        message: 'the condition does not hold',
        Item: stored && marshall(stored),
      });
    }
    this.apply(change);
    return {};
  }

  private transact({ input }: TransactWriteCommand): object {
    const changes = input.TransactItems!.map(({ Put, Delete, ConditionCheck }): Change => {
      if (Put) return putChange(Put as never);
      return Delete ? { ...(Delete as unknown as Change), remove: true } : (ConditionCheck as unknown as Change);
    });
    const keys = changes.map((change) => `${change.TableName} ${keyOf(change.Key)}`);
    if (new Set(keys).size < keys.length) throw new Error('a transaction has several operations on one item');
    if (keys.length > LIMITS.transactionActions.value) throw new Error(`a transaction has ${keys.length} actions`);
    const reasons = changes.map((change): CancellationReason => ({
      Code: holds(this.stored(change), change) ? 'None' : 'ConditionalCheckFailed',
    }));
    if (reasons.some(({ Code }) => Code !== 'None')) {
      throw new TransactionCanceledException({ $metadata: {}, message: 'cancelled', CancellationReasons: reasons });
    }
    changes.forEach((change) => this.apply(change));
    return {};
  }

  private stored({ TableName, Key }: Change): Item | undefined {
    const item = this.table(TableName).get(keyOf(Key));
    return item && unmarshall(item);
  }

  private apply({ TableName, Key, put, remove }: Change): void {
    const table = this.table(TableName);
    const existed = table.has(keyOf(Key));
    if (remove) table.delete(keyOf(Key));
    if (put) table.set(keyOf(Key), marshall(put, { removeUndefinedValues: true }));
    if (TableName !== this.streamed || !(put || (remove && existed))) return;
    this.sequence += 1;
    this.stream.push({
      eventName: remove ? 'REMOVE' : existed ? 'MODIFY' : 'INSERT',
      dynamodb: { SequenceNumber: String(this.sequence), ...(put && { NewImage: table.get(keyOf(Key)) }) },
    });
  }
}

function putChange({ Item: item, ...rest }: Omit<Change, 'Key' | 'put'> & { readonly Item: Item }): Change {
  return { ...rest, Key: item, put: item };
}

function keyOf({ pk, sk }: Item): string {
  return `${pk} ${sk}`;
}

const TERMS: readonly [RegExp, (stored: unknown, value: unknown) => boolean][] = [
  [/^attribute_exists\((?<name>\S+)\)$/, (stored) => stored !== undefined],
  [/^attribute_not_exists\((?<name>\S+)\)$/, (stored) => stored === undefined],
  [/^begins_with\((?<name>\S+), (?<value>:\w+)\)$/, (stored, value) => String(stored).startsWith(String(value))],
  [/^(?<name>\S+) = (?<value>:\w+)$/, (stored, value) => stored === value],
  [/^(?<name>\S+) < (?<value>:\w+)$/, (stored, value) => String(stored) < String(value)],
];

function holds(item: Item | undefined, condition: Condition): boolean {
  const {
    ConditionExpression: expression,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
  } = condition;
  return (expression?.split(' AND ') ?? []).every((text) => {
    for (const [pattern, test] of TERMS) {
      const term = pattern.exec(text)?.groups;
      if (term) return test(item?.[names?.[term.name] ?? term.name], values?.[term.value]);
    }
    throw new Error(`the fake tables don't know the term ${text}`);
  });
}
