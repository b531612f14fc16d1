import { createServer, Server } from 'node:http';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { countItems, readItems } from '../../../local/observe/table-items';
import { readBody } from '../../../local/tools/http';
import { listen } from '../../../local/tools/ports';

const servers: Server[] = [];

afterAll(() => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
});

/** A client of a table that comes in pages of a given size. */
async function tableOf(rows: readonly Record<string, unknown>[], pageSize: number): Promise<DynamoDBClient> {
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const begin = Number(JSON.parse(body.toString()).ExclusiveStartKey?.begin.N ?? 0);
      const end = begin + pageSize;
      const Items = rows.slice(begin, end).map((row) => marshall(row));
      const last = end < rows.length && { LastEvaluatedKey: { begin: { N: String(end) } } };
      response.end(JSON.stringify({ Table: { ItemCount: rows.length }, Items, ...last }));
    });
  });
  servers.push(server);
  const endpoint = `http://127.0.0.1:${await listen(server, 0)}`;
  return new DynamoDBClient({ endpoint, region: 'us-east-1', credentials: { accessKeyId: 'k', secretAccessKey: 's' } });
}

const items = Array.from({ length: 120 }, (_, index) => ({
  pk: `key-${String(index).padStart(3, '0')}`,
  sk: 'sort',
  type: index % 2 === 0 ? 'license' : 'provider',
  dateOfUpdate: `2026-01-01T00:00:${String(index % 60).padStart(2, '0')}+00:00`,
  states: new Set([index < 3 ? 'oh' : 'ky']),
}));

describe('items of a table', () => {
  let client: DynamoDBClient;
  const read = (search: string, number: number) => readItems(client, 'table', { search, number });

  beforeAll(async () => {
    client = await tableOf(items, 50);
  });

  test('come newest first, in pages', async () => {
    const first = await read('', 1);
    const last = await read('', 3);

    expect(first).toMatchObject({ number: 1, pages: 3, total: 120, isComplete: true });
    expect(first.items.slice(0, 3).map(({ key }) => key)).toEqual(['key-059 sort', 'key-119 sort', 'key-058 sort']);
    expect(last.items).toHaveLength(20);
    expect(last.items.at(-1)).toMatchObject({ key: 'key-060 sort', type: 'license', item: items[60] });
  });

  test.each([
    [0, 1],
    [-5, 1],
    [99, 3],
  ])('of page %i are those of page %i', async (asked, shown) => {
    expect((await read('', asked)).number).toBe(shown);
  });

  test('can be searched by any text in them, members of sets too', async () => {
    expect((await read('"oh"', 1)).items.map(({ key }) => key)).toEqual([
      'key-002 sort',
      'key-001 sort',
      'key-000 sort',
    ]);
    expect(await read('nowhere', 1)).toMatchObject({ items: [], total: 0, pages: 1 });
  });

  test('without any time of writing come last', async () => {
    const mixed = await tableOf([{ pk: 'a', sk: 'b' }, ...items.slice(0, 1)], 50);

    expect((await readItems(mixed, 'table', { search: '', number: 1 })).items.map(({ time }) => time)).toEqual([
      '2026-01-01T00:00:00+00:00',
      '',
    ]);
  });

  test('beyond 20,000 are not looked at', async () => {
    const many = Array.from({ length: 20_001 }, (_, index) => ({ pk: `k${index}`, sk: 's' }));

    expect(await readItems(await tableOf(many, 10_000), 'table', { search: '', number: 1 })).toMatchObject({
      total: 20_000,
      isComplete: false,
    });
  });

  test('are counted by the table itself', async () => {
    expect(await countItems(client, 'table')).toBe(120);
  });
});
