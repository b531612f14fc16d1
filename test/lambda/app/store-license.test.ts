import type { DomainEvent, ProviderVersion } from '../../../lambda/app/ports';
import { storeLicense } from '../../../lambda/app/store-license';
import type { Item } from '../../../src/core/licensure/item';
import { license } from '../../e2e/made-up-licenses';

const PROVIDER_ID = '11111111-1111-4111-8111-111111111111';

const domain = {
  compacts: ['aslp'],
  jurisdictions: ['ky', 'oh'],
  licenseTypes: { aslp: [{ name: 'speech-language pathologist', abbreviation: 'slp' }] },
};

function detail(overrides: Record<string, unknown> = {}) {
  const { ssn: _, ...fields } = license({
    compact: 'aslp',
    jurisdiction: 'oh',
    eventTime: '2026-11-21T10:00:00+00:00',
    providerId: PROVIDER_ID,
    ssnLastFour: '2233',
    ...overrides,
  });
  return fields;
}

/** A provider partition in memory; `conflicts` writes of others come first. */
function setup(conflicts = 0) {
  const table = new Map<unknown, Item>();
  const events: DomainEvent[] = [];
  const seen: ProviderVersion[] = [];
  let interferences = conflicts;
  const ports = {
    domain,
    clock: () => '2026-11-21T10:00:05+00:00',
    publisher: { publish: async (published: readonly DomainEvent[]) => void events.push(...published) },
    providers: {
      mainRecords: async () => [...table.values()],
      detailRecords: async () => [...table.values()],
      queryPage: async () => ({ items: [] }),
      save: async (items: readonly Item[], version: ProviderVersion) => {
        seen.push(version);
        interferences -= 1;
        if (interferences >= 0) return 'conflict' as const;
        items.forEach((item) => table.set(item.sk, item));
        return 'saved' as const;
      },
    },
  };
  return { table, events, seen, store: (body: unknown) => storeLicense(ports, body) };
}

test('a first license makes a license and a provider record, guarded against another first license', async () => {
  const { table, seen, store } = setup();

  await store(detail());

  expect([...table.keys()].sort()).toEqual(['aslp#PROVIDER', 'aslp#PROVIDER#license/oh/slp#']);
  expect(seen).toEqual([{ pk: `aslp#PROVIDER#${PROVIDER_ID}`, sk: 'aslp#PROVIDER', dateOfUpdate: undefined }]);
});

test('a license that a state takes back is announced after it was stored', async () => {
  const { events, store } = setup();
  await store(detail());

  await store(detail({ licenseStatus: 'inactive', compactEligibility: 'ineligible' }));

  expect(events.map((event) => event.detailType)).toEqual(['license.deactivation']);
});

test('a write of somebody else in between is seen, and the license is planned anew', async () => {
  const { table, seen, store } = setup(2);

  await store(detail());

  expect(seen).toHaveLength(3);
  expect(table.size).toBe(2);
});

test('endless interference fails the message, so that the queue delivers it later', async () => {
  const { events, store } = setup(Infinity);

  await expect(store(detail())).rejects.toThrow(/was changed by others 5 times/);

  expect(events).toEqual([]);
});

test('a detail that breaks the rules stores nothing', async () => {
  const { table, store } = setup();

  await expect(store(detail({ licenseType: 'plumber' }))).rejects.toThrow('licenseType');

  expect(table.size).toBe(0);
});
