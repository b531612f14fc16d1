import { findProviders } from '../../../lambda/app/find-providers';
import { IndexQuery, InvalidStartKey, QueryPage } from '../../../lambda/app/ports';
import type { Item } from '../../../src/core/licensure/item';
import { PROVIDER, StorableProvider } from '../../../src/core/licensure/records/provider';
import { storeRecord } from '../../../src/core/licensure/records/record-type';

const now = '2026-11-21T10:00:00+00:00';
const domain = { compacts: ['aslp'], jurisdictions: ['ky', 'oh'], licenseTypes: {} };

function provider(number: number): Item {
  const record: StorableProvider = {
    providerId: `11111111-1111-4111-8111-11111111111${number}`,
    compact: 'aslp',
    licenseJurisdiction: 'oh',
    jurisdictionUploadedLicenseStatus: 'active',
    jurisdictionUploadedCompactEligibility: 'eligible',
    ssnLastFour: '2233',
    givenName: `Name${number}`,
    familyName: 'Okafor',
    dateOfExpiration: '2099-03-31',
    dateOfBirth: '1984-02-29',
  };
  const stored = storeRecord(PROVIDER, record, { domain, now });
  if (!stored.ok) throw new Error(JSON.stringify(stored.error));
  return stored.value;
}

/** A store that gives its pages one after another and keeps what it was asked. */
function setup(...pages: QueryPage[]) {
  const queries: IndexQuery[] = [];
  const ports = {
    domain,
    clock: () => now,
    providers: {
      mainRecords: async () => pages[0]?.items ?? [],
      detailRecords: async () => [],
      queryPage: async (query: IndexQuery) => {
        queries.push(query);
        return pages.shift() ?? { items: [] };
      },
      allRecords: async () => [],
    },
  };
  return { ports, queries, find: (body: unknown) => findProviders(ports, { compact: 'aslp', body }) };
}

interface Found {
  readonly providers: readonly Readonly<Record<string, unknown>>[];
  readonly pagination: { readonly lastKey: string | null };
}

test('a page is filled from several pages of the store, and cut where too much came', async () => {
  const { find, queries } = setup(
    { items: [provider(1)], lastKey: { pk: 'after 1' } },
    { items: [provider(2), provider(3), provider(4), provider(5), provider(6)], lastKey: { pk: 'after 6' } },
  );

  const answer = await find({ query: { familyName: 'Okafor' }, pagination: { pageSize: 5 } });

  const { providers, pagination } = answer.body as Found;
  expect(providers.map((found) => found.givenName)).toEqual(['Name1', 'Name2', 'Name3', 'Name4', 'Name5']);
  expect(JSON.parse(Buffer.from(pagination.lastKey ?? '', 'base64').toString())).toMatchObject({ pk: provider(5).pk });
  expect(queries.map((query) => query.startKey)).toEqual([undefined, { pk: 'after 1' }]);
});

test('a list never shows private data', async () => {
  const answer = await setup({ items: [provider(1)] }).find({ query: {} });

  const [found] = (answer.body as Found).providers;
  expect(Object.keys(found)).not.toEqual(expect.arrayContaining(['dateOfBirth']));
  expect(Object.keys(found)).not.toEqual(expect.arrayContaining(['ssnLastFour']));
  expect(found).toMatchObject({ familyName: 'Okafor', birthMonthDay: '02-29' });
});

test('an unknown provider id is not found', async () => {
  const answer = await setup().find({ query: { providerId: '11111111-1111-4111-8111-111111111119' } });

  expect(answer).toEqual({ status: 404, body: { message: 'Provider not found' } });
});

test('a start key that the store refuses is a bad request', async () => {
  const { ports } = setup();
  const refusing = { ...ports.providers, queryPage: () => Promise.reject(new InvalidStartKey('no')) };

  const answer = await findProviders({ ...ports, providers: refusing }, { compact: 'aslp', body: { query: {} } });

  expect(answer).toEqual({ status: 400, body: { message: 'Invalid request' } });
});
