import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { FakeTables } from './fake-table';
import { everyWay, Turns } from './interleaving';
import { comparable } from './outcome';
import { TABLES } from './pipeline';
import { changeProvider } from '../../../lambda/app/change-provider';
import { storeLicenses } from '../../../lambda/app/store-license';
import { DynamoProviderStore } from '../../../lambda/infra/dynamo-provider-store';
import { encumber } from '../../../src/core/licensure/changes/encumber';
import { instantText } from '../../../src/core/licensure/time';
import { Detail, detailOf, DOMAIN, NOW, PROVIDER_ID } from '../../core/licensure/samples';
import { sendingClient } from '../infra/recorded-client';

const INACTIVE = { licenseStatus: 'inactive', compactEligibility: 'ineligible' };
const OTHER = { jurisdiction: 'ky', dateOfIssuance: '2001-01-01' };
const STAFF_USER = '7d2f0e3a-5b74-4ea0-8c99-2a3b4c5d6e7f';

/** One provider, and what can be done about it at the same time. */
class Desk {
  private readonly tables = new FakeTables(TABLES.eventOutbox);
  private time = Date.parse(NOW);
  private ids = 0;

  public constructor(private readonly turns: Turns) {
    this.tables.pageSize = 100;
  }

  /** Stores uploads of one worker together, as a batch of the queue. */
  public async upload(worker: number, ...changes: readonly Detail[]): Promise<void> {
    const failed = await storeLicenses(this.ports(worker), changes.map(detailOf), () => false);
    if (failed.length > 0) throw failed[0].error;
  }

  public async encumber(worker: number): Promise<void> {
    const owner = { compact: 'arbor', providerId: PROVIDER_ID };
    const target = { ...owner, against: 'license', jurisdiction: 'oh', licenseTypeAbbreviation: 'ts' } as const;
    const body = {
      encumbranceEffectiveDate: '2025-06-01',
      encumbranceType: 'suspension',
      clinicalPrivilegeActionCategories: ['Other'],
    };
    const refusal = await changeProvider(this.ports(worker), owner, (input) =>
      encumber({ ...input, target, body, staffUserId: STAFF_USER, newId: () => STAFF_USER }),
    );
    if (refusal) throw new Error(refusal.message);
  }

  /** Records and events, without instants and ids. */
  public outcome(): string {
    const events = this.tables.items(TABLES.eventOutbox).map(({ detailType, detail }) => ({ detailType, detail }));
    return comparable([...this.tables.items(TABLES.provider), ...events]).join('\n');
  }

  private ports(worker: number) {
    const client = sendingClient<DynamoDBDocumentClient>(async (command) => {
      await this.turns.turn(worker);
      return this.tables.handle(command);
    });
    const clock = () => instantText(new Date(this.time));
    const pause = async (milliseconds: number) => void (this.time += milliseconds);
    const newId = () => `change-${(this.ids += 1)}`;
    const documents = { copy: async () => undefined, remove: async () => undefined };
    const providers = new DynamoProviderStore(client, TABLES, { clock, newId, backoff: { pauses: [], pause } });
    return { domain: DOMAIN, providers, documents, corrected: () => undefined, clock, pause };
  }
}

type Work = (desk: Desk, worker: number) => Promise<void>;

const WORKS: Readonly<Record<string, Work>> = {
  'takes the shown license back': (desk, worker) => desk.upload(worker, INACTIVE),
  'renews the shown license': (desk, worker) => desk.upload(worker, { dateOfExpiration: '2031-04-01' }),
  'repeats the shown license': (desk, worker) => desk.upload(worker, {}),
  'takes the other license back': (desk, worker) => desk.upload(worker, { ...OTHER, ...INACTIVE }),
  'takes both licenses back': (desk, worker) => desk.upload(worker, INACTIVE, { ...OTHER, ...INACTIVE }),
  'adds a license that is not shown': (desk, worker) => desk.upload(worker, { ...OTHER, jurisdiction: 'wy' }),
  'adds a better license': (desk, worker) => desk.upload(worker, { jurisdiction: 'wy', dateOfIssuance: '2022-01-01' }),
  'adds a license and takes the shown one back': (desk, worker) =>
    desk.upload(worker, { ...OTHER, licenseType: 'orchard keeper' }, INACTIVE),
  'encumbers the shown license': (desk, worker) => desk.encumber(worker),
};

const NAMES = Object.keys(WORKS);

const known = new Map<string, Promise<ReadonlySet<string>>>();

/** What works come to one after another, in every order. */
function serialOutcomes(names: readonly string[]): Promise<ReadonlySet<string>> {
  const key = [...names].sort().join();
  const outcomes = known.get(key) ?? outcomesOf(names.map((name) => WORKS[name]));
  known.set(key, outcomes);
  return outcomes;
}

async function outcomesOf(works: readonly Work[]): Promise<ReadonlySet<string>> {
  const outcomes = new Set<string>();
  for (const order of permutations(works)) {
    const turns = new Turns();
    const desk = await openDesk(turns);
    for (const work of order) await alone(turns, work(desk, 0));
    outcomes.add(desk.outcome());
  }
  return outcomes;
}

function permutations<Value>(values: readonly Value[]): Value[][] {
  if (values.length === 0) return [[]];
  return values.flatMap((value, index) =>
    permutations(values.filter((_, other) => other !== index)).map((rest) => [value, ...rest]),
  );
}

/** A provider with two licenses, of which the one of Ohio is shown. */
async function openDesk(turns: Turns): Promise<Desk> {
  const desk = new Desk(turns);
  await alone(turns, desk.upload(0, {}, OTHER));
  return desk;
}

async function alone(turns: Turns, working: Promise<void>): Promise<void> {
  await turns.giveAll(() => 0);
  await working;
}

async function together(names: readonly string[], choose: (waiting: number) => number): Promise<string> {
  const turns = new Turns();
  const desk = await openDesk(turns);
  const working = Promise.all(names.map((name, worker) => WORKS[name](desk, worker)));
  await turns.giveAll(choose);
  await working;
  return desk.outcome();
}

const PAIRS = NAMES.flatMap((one, index) => NAMES.slice(index).map((other) => [one, other] as const));

test.each(PAIRS)(
  'who %s and who %s at the same time come to what they come to one after the other',
  async (...names) => {
    const allowed = [...(await serialOutcomes(names))];

    const ways = await everyWay(async (choose) => {
      const outcome = await together(names, choose);
      if (!allowed.includes(outcome)) expect(outcome).toEqual(allowed.join('\n\nor\n\n'));
    });

    expect(ways).toBeGreaterThan(1);
  },
);

test('three at the same time come to what they come to one after the other', async () => {
  const three = fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES), fc.constantFrom(...NAMES));
  await fc.assert(
    fc.asyncProperty(three, fc.infiniteStream(fc.nat(5)), async (names, choices) => {
      const choose = (waiting: number) => choices.next().value % waiting;

      const allowed = [...(await serialOutcomes(names))];
      const outcome = await together(names, choose);
      expect(allowed.includes(outcome) ? outcome : { names, outcome, allowed }).toBe(outcome);
    }),
    { numRuns: 150 },
  );
});
