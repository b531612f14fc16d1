import { storeLicenses } from '../../../lambda/app/store-license';
import type { DomainEvent } from '../../../src/core/contracts/events';
import type { ChangePlan } from '../../../src/core/licensure/changes/change-plan';
import type { Item } from '../../../src/core/licensure/item';
import { isUpdateSortKey } from '../../../src/core/licensure/keys';
import { instantText } from '../../../src/core/licensure/time';
import { documentKey, militaryAffiliation } from '../../core/licensure/changes/ssn-correction-world';
import { Detail, detailOf, DOMAIN, NOW, OTHER_PROVIDER_ID, PROVIDER_ID } from '../../core/licensure/samples';

const LICENSE_KEY = 'arbor#PROVIDER#license/oh/ts#';
const INACTIVE = { licenseStatus: 'inactive', compactEligibility: 'ineligible' };

/** Stores uploads in a table in memory; `interfere` may answer a save in its place. */
function setup(
  interfere: (attempt: number, plan: ChangePlan) => 'conflict' | 'saved' | Error | undefined = () => undefined,
) {
  const table = new Map<string, Item>();
  const did: string[] = [];
  const events: DomainEvent[] = [];
  const plans: ChangePlan[] = [];
  let time = Date.parse(NOW);
  const itemsOf = (providerId: string) =>
    [...table.values()]
      .filter(({ pk }) => String(pk).endsWith(providerId))
      .sort((left, right) => (String(left.sk) < String(right.sk) ? -1 : 1));
  const save = async (plan: ChangePlan): Promise<'saved' | 'conflict'> => {
    plans.push(plan);
    const answer = interfere(plans.length, plan);
    if (answer instanceof Error) throw answer;
    if (answer) return answer;
    plan.deletes.forEach(({ pk, sk }) => table.delete(`${pk} ${sk}`));
    plan.puts.forEach((item) => table.set(`${item.pk} ${item.sk}`, item));
    events.push(...plan.events);
    if (plan.puts.length > 0) did.push('save');
    return 'saved';
  };
  const read = async (_compact: string, providerId: string) => {
    did.push('read');
    return itemsOf(providerId);
  };
  const ports = {
    domain: DOMAIN,
    clock: () => instantText(new Date(time)),
    pause: async (milliseconds: number) => void (time += milliseconds),
    documents: {
      copy: async (from: string, to: string) => void did.push(`copy ${from} to ${to}`),
      remove: async (key: string) => void did.push(`remove ${key}`),
    },
    corrected: (correction: object) => void did.push(JSON.stringify(correction)),
    providers: {
      mainRecords: async (compact: string, providerId: string) =>
        (await read(compact, providerId)).filter(({ sk }) => !isUpdateSortKey(String(sk))),
      detailRecords: async () => [],
      allRecords: read,
      queryPage: async () => ({ items: [] }),
      save,
    },
  };
  const store = async (details: readonly unknown[], timeIsShort = () => false) => {
    const failed = await storeLicenses(ports, details, timeIsShort);
    return failed.map(({ index, error }) => [index, error.message]);
  };
  return { table, itemsOf, did, events, plans, store };
}

function sortKeys(items: readonly Item[]): unknown[] {
  return items.map(({ sk }) => sk);
}

test('all licenses of a provider take one read and one write', async () => {
  const { did, itemsOf, store } = setup();

  expect(
    await store([detailOf(), detailOf({ jurisdiction: 'ky' }), detailOf({ licenseType: 'orchard keeper' })]),
  ).toEqual([]);

  expect(did).toEqual(['read', 'save']);
  expect(sortKeys(itemsOf(PROVIDER_ID))).toEqual([
    'arbor#PROVIDER',
    'arbor#PROVIDER#license/ky/ts#',
    'arbor#PROVIDER#license/oh/ok#',
    LICENSE_KEY,
  ]);
});

test('each provider is written for itself', async () => {
  const { plans, store } = setup();

  await store([detailOf(), detailOf({ providerId: OTHER_PROVIDER_ID })]);

  expect(plans).toHaveLength(2);
});

test('a license that a state takes back is announced with the write, and the best license is looked for once more', async () => {
  const { events, did, store } = setup();
  await store([detailOf()]);

  await store([detailOf(INACTIVE)]);

  expect(events.map(({ detailType }) => detailType)).toEqual(['license.deactivation']);
  expect(did).toEqual(['read', 'save', 'read', 'save', 'read']);
});

test('the second look writes the provider where a better license came in between', async () => {
  const { table, itemsOf, store } = setup((attempt) => {
    if (attempt === 2) others.forEach((item) => table.set(`${item.pk} ${item.sk}`, item));
    return undefined;
  });
  await store([detailOf()]);
  const elsewhere = setup();
  await elsewhere.store([detailOf({ jurisdiction: 'ky', dateOfIssuance: '2001-01-01' })]);
  const others = elsewhere.itemsOf(PROVIDER_ID).filter(({ type }) => type === 'license');

  await store([detailOf(INACTIVE)]);

  expect(itemsOf(PROVIDER_ID)[0]).toMatchObject({ type: 'provider', licenseJurisdiction: 'ky' });
});

test('a plan is as late as it takes for its update times to be new', async () => {
  const { table, store } = setup();
  await store([detailOf()]);

  await store([detailOf()]);

  const [first, second] = [NOW, '2025-06-15T10:20:31+00:00'];
  expect(table.get(`arbor#PROVIDER#${PROVIDER_ID} ${LICENSE_KEY}`)).toMatchObject({
    firstUploadDate: first,
    dateOfUpdate: second,
  });
});

test('a write of somebody else in between is seen, and the license is planned anew', async () => {
  const { did, plans, store } = setup((attempt) => (attempt <= 2 ? 'conflict' : undefined));

  expect(await store([detailOf()])).toEqual([]);

  expect(plans).toHaveLength(3);
  expect(did).toEqual(['read', 'read', 'read', 'save']);
});

test('endless interference fails the message, so that the queue delivers it later', async () => {
  const { table, store } = setup(() => 'conflict');

  expect(await store([detailOf()])).toEqual([
    [0, `provider ${PROVIDER_ID} was changed by others during 5 attempts to change it`],
  ]);

  expect(table.size).toBe(0);
});

test('a message that breaks the rules fails alone', async () => {
  const { itemsOf, store } = setup();

  const failed = await store([detailOf({ licenseType: 'plumber' }), detailOf(), undefined]);

  expect(failed).toEqual([
    [2, expect.stringContaining('the detail of a license.ingest event is refused')],
    [0, expect.stringContaining('licenseType')],
  ]);
  expect(sortKeys(itemsOf(PROVIDER_ID))).toEqual(['arbor#PROVIDER', LICENSE_KEY]);
});

test('where licenses can not be written together, each one is tried alone', async () => {
  const tooLarge = ({ puts }: ChangePlan) => puts.some(({ jurisdiction }) => jurisdiction === 'ky');
  const { itemsOf, store } = setup((_, plan) => (tooLarge(plan) ? new Error('the item is too large') : undefined));

  expect(await store([detailOf({ jurisdiction: 'ky' }), detailOf()])).toEqual([[0, 'the item is too large']]);

  expect(sortKeys(itemsOf(PROVIDER_ID))).toEqual(['arbor#PROVIDER', LICENSE_KEY]);
});

test('what is not begun when time runs out is left to another call', async () => {
  const { table, store } = setup();

  expect(await store([detailOf()], () => true)).toEqual([
    [0, 'the time of this call was over before the message was begun'],
  ]);

  expect(table.size).toBe(0);
});

describe('a corrected social security number', () => {
  const corrected = (changes: Detail = {}) =>
    detailOf({ providerId: OTHER_PROVIDER_ID, previousProviderId: PROVIDER_ID, ssnLastFour: '9999', ...changes });
  const from = documentKey(PROVIDER_ID);
  const to = documentKey(OTHER_PROVIDER_ID);

  async function corrections(interfere?: Parameters<typeof setup>[0]) {
    const shop = setup(interfere);
    await shop.store([detailOf()]);
    const document = militaryAffiliation();
    shop.table.set(`${document.pk} ${document.sk}`, document);
    shop.did.length = 0;
    return shop;
  }

  test('moves the records, with documents copied before and deleted after, and stores the upload there', async () => {
    const { did, itemsOf, store } = await corrections();

    expect(await store([corrected({ homeAddressCity: 'Logan' })])).toEqual([]);

    expect(itemsOf(PROVIDER_ID)).toEqual([]);
    expect(itemsOf(OTHER_PROVIDER_ID)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'license', ssnLastFour: '9999', homeAddressCity: 'Logan' }),
        expect.objectContaining({ type: 'militaryAffiliation', documentKeys: [to] }),
        expect.objectContaining({ type: 'providerUpdate', updateType: 'ssnCorrection' }),
      ]),
    );
    const told = {
      providerId: OTHER_PROVIDER_ID,
      previousProviderId: PROVIDER_ID,
      scope: 'full',
      leavesSignIn: false,
    };
    expect(did).toEqual([
      'read',
      'read',
      `copy ${from} to ${to}`,
      'save',
      `remove ${from}`,
      JSON.stringify(told),
      'read',
      'save',
    ]);
  });

  test('deletes no document while its records are not written', async () => {
    const { did, store } = await corrections((attempt) => (attempt > 1 ? 'conflict' : undefined));

    const [[, reason]] = await store([corrected()]);

    expect(reason).toContain('was changed by others');
    expect(did.filter((entry) => entry.startsWith('remove'))).toEqual([]);
  });

  test('is carried out again where the documents were left', async () => {
    const { did, store } = await corrections();
    await store([corrected()]);
    did.length = 0;

    await store([corrected()]);

    expect(did).toEqual(expect.arrayContaining([`copy ${from} to ${to}`, `remove ${from}`]));
  });

  test('keeps its place among other uploads of the same provider', async () => {
    const { itemsOf, store } = await corrections();
    const first = detailOf({ providerId: OTHER_PROVIDER_ID, jurisdiction: 'ky' });

    expect(await store([first, corrected(), corrected({ npi: '1' })])).toEqual([[2, expect.stringContaining('npi')]]);

    expect(itemsOf(PROVIDER_ID)).toEqual([]);
    expect(itemsOf(OTHER_PROVIDER_ID).filter(({ type }) => type === 'license')).toHaveLength(2);
  });
});
