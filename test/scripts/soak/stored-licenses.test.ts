import { createServer } from 'node:http';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { LocalEnvironment } from '../../../local/environment';
import { readBody } from '../../../local/tools/http';
import { listen } from '../../../local/tools/ports';
import type { RootClients } from '../../../scripts/soak/emulator-clients';
import { madeUpLicenseFile } from '../../../scripts/soak/made-up-license-file';
import { madeUpLicense } from '../../../scripts/soak/made-up-licenses';
import { checkStoredLicenses } from '../../../scripts/soak/stored-licenses';

const settings = { rows: 12, seed: 3, badShare: 0.2, duplicateShare: 0.2, licenseTypes: ['audiologist'] };
const { ledger } = madeUpLicenseFile(settings);
const accepted = Array.from({ length: settings.rows }, (_, index) => index + 1).filter(
  (record) => !ledger.refusals.has(record),
);

type Item = Record<string, unknown>;

/** What a pipeline that does everything right stores. */
function rightItems() {
  const numbers: Item[] = accepted.map((record) => ({
    ssn: madeUpLicense(record, settings).ssn,
    providerId: `p${record}`,
  }));
  const items: Item[] = accepted.flatMap((record) => {
    const { ssn, ...sent } = madeUpLicense(record, settings);
    const filled = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== ''));
    const common = { providerId: `p${record}`, ssnLastFour: ssn.slice(-4) };
    return [
      { ...common, type: 'provider' },
      { ...filled, ...common, type: 'license' },
    ];
  });
  return { numbers, items };
}

describe('counting what is stored', () => {
  let tables: { numbers: Item[]; items: Item[] };
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const rows = JSON.parse(body.toString()).TableName === 'numbers' ? tables.numbers : tables.items;
      response.end(JSON.stringify({ Items: rows.map((row) => marshall(row)) }));
    });
  });
  let dynamoDb: DynamoDBClient;

  beforeAll(async () => {
    const endpoint = `http://127.0.0.1:${await listen(server, 0)}`;
    const credentials = { accessKeyId: 'k', secretAccessKey: 's' };
    dynamoDb = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  });

  beforeEach(() => {
    tables = rightItems();
  });

  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  const check = async () => {
    const environment = { tables: { SsnTable: 'numbers', ProviderTable: 'items' } } as unknown as LocalEnvironment;
    return checkStoredLicenses(environment, { dynamoDb } as RootClients, settings, ledger);
  };

  test('finds nothing wrong with what is right', async () => {
    expect(await check()).toEqual({
      numbers: accepted.length,
      items: new Map([
        ['provider', accepted.length],
        ['license', accepted.length],
      ]),
      differences: [],
    });
  });

  const ofType = (type: string) => tables.items.findIndex((item) => item.type === type);

  test.each<[string, () => void, RegExp]>([
    ['a lost license', () => tables.items.splice(ofType('license'), 1), /^record \d+ has no stored license$/],
    [
      'a lost practitioner',
      () => tables.items.splice(ofType('provider'), 1),
      /^record \d+ has no stored practitioner$/,
    ],
    [
      'a license twice',
      () => tables.items.push(tables.items[ofType('license')]),
      /has more than one item of type license$/,
    ],
    [
      'a number of nobody',
      () => tables.numbers.push({ ssn: '900-00-0000', providerId: 'x' }),
      /that no accepted record has$/,
    ],
    [
      'an item of nobody',
      () => tables.items.push({ type: 'license', providerId: 'x' }),
      /belongs to no accepted record$/,
    ],
    [
      'an update',
      () => tables.items.push({ ...tables.items[0], type: 'licenseUpdate' }),
      /has an item of type licenseUpdate$/,
    ],
    [
      'another name',
      () => Object.assign(tables.items[ofType('license')], { familyName: 'X' }),
      /has another familyName than/,
    ],
    [
      'a cell that was empty',
      () => Object.assign(tables.items[ofType('license')], { suffix: 'X' }),
      /has another suffix than/,
    ],
    [
      'the end of another number',
      () => Object.assign(tables.items[ofType('provider')], { ssnLastFour: 'X' }),
      /has another ssn than/,
    ],
  ])('finds %s', async (_, spoil, expected) => {
    spoil();

    expect((await check()).differences).toEqual([expect.stringMatching(expected)]);
  });

  test('finds a lost social security number, and what hangs on it', async () => {
    tables.numbers.shift();

    expect((await check()).differences).toEqual([
      expect.stringMatching(/^record \d+ has no stored social security number$/),
      'an item of type provider belongs to no accepted record',
      'an item of type license belongs to no accepted record',
    ]);
  });

  test('names a few of many differences', async () => {
    tables.items.splice(0);

    const { differences } = await check();

    expect(differences).toHaveLength(11);
    expect(differences.at(-1)).toMatch(/^… and \d+ more$/);
  });
});
