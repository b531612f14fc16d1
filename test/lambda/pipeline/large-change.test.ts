import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { tableService } from './fake-services';
import { FakeTables } from './fake-table';
import { Fault, FAULT_KINDS, FaultyNetwork, Invocation } from './fault';
import { comparable } from './outcome';
import { TABLES } from './pipeline';
import { DynamoProviderStore } from '../../../lambda/infra/dynamo-provider-store';
import { DynamoLaterParts } from '../../../lambda/infra/later-parts';
import { EVENT_SOURCES } from '../../../src/core/contracts/events';
import { ChangePlan, NO_CHANGE } from '../../../src/core/licensure/changes/change-plan';
import type { Item } from '../../../src/core/licensure/item';
import { instantText } from '../../../src/core/licensure/time';
import { LATER, NOW, PROVIDER_ID } from '../../core/licensure/samples';

const OLD = `arbor#PROVIDER#${PROVIDER_ID}`;
const NEW = 'arbor#PROVIDER#new';
const PROVIDER = 'arbor#PROVIDER';

function records(pk: string, dateOfUpdate: string): Item[] {
  return [
    { pk, sk: PROVIDER, type: 'provider', dateOfUpdate },
    ...Array.from({ length: 20 }, (_, row) => ({ pk, sk: `${PROVIDER}#privilege/oh/${row}#`, dateOfUpdate, row })),
    ...Array.from({ length: 150 }, (_, row) => ({
      pk,
      sk: `arbor#UPDATE#3#license/oh/ts/${NOW}/${row}`,
      dateOfUpdate,
      row,
    })),
  ];
}

/** Everything of one provider moves to another one: 342 writes. */
const SEEN = records(OLD, NOW);
const MOVE: ChangePlan = {
  ...NO_CHANGE,
  puts: records(NEW, LATER),
  deletes: SEEN.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })),
  events: [{ detailType: 'license.revert', source: EVENT_SOURCES.disasterRecovery, detail: { compact: 'arbor' } }],
};

class Mover {
  public readonly tables = new FakeTables(TABLES.eventOutbox);
  public readonly network: FaultyNetwork;
  private time = Date.parse(LATER);
  private readonly backoff = { pauses: [], pause: async () => undefined };

  public constructor(...faults: readonly Fault[]) {
    this.network = new FaultyNetwork(faults);
    this.tables.put(TABLES.provider, ...SEEN);
  }

  /** One call of a function: `stopped` where it does not come to its end. */
  public save(plan: ChangePlan, seen: readonly Item[]): Promise<string> {
    const clock = () => instantText(new Date(this.time));
    const invocation = new Invocation();
    const store = new DynamoProviderStore(this.client(invocation), TABLES, { clock, backoff: this.backoff });
    const ended = store.save(plan, seen).catch((error: Error) => error.name);
    return Promise.race([ended, invocation.stopped.then(() => 'stopped')]);
  }

  public async sweep(): Promise<readonly string[]> {
    this.time += 120_000;
    const parts = new DynamoLaterParts(this.client(new Invocation()), TABLES, this.backoff);
    return parts.finish(instantText(new Date(this.time - 60_000)));
  }

  public items(): string[] {
    return comparable(this.tables.items(TABLES.provider));
  }

  public outbox(kind: string): number {
    return this.tables.items(TABLES.eventOutbox).filter((item) => item.kind === kind).length;
  }

  private client(invocation: Invocation): DynamoDBDocumentClient {
    return this.network.clientOf(tableService(this.tables), invocation);
  }
}

/** So many privileges of one practitioner, which nobody may have changed when they are rewritten. */
function privileges(count: number, dateOfUpdate: string): Item[] {
  return Array.from({ length: count }, (_, row) => ({ pk: OLD, sk: `${PROVIDER}#privilege/oh/${row}#`, dateOfUpdate }));
}

const UNMOVED = comparable(SEEN);
const MOVED = comparable(MOVE.puts);

test('a change of hundreds of records is written to its end', async () => {
  const mover = new Mover();

  expect(await mover.save(MOVE, SEEN)).toBe('saved');

  expect(mover.items()).toEqual(MOVED);
  expect([mover.outbox('writes'), mover.outbox('event')]).toEqual([0, 1]);
  expect(mover.network.calls).toHaveLength(4);
});

test.each(FAULT_KINDS)('whatever is %s, the change counts as a whole or not at all', async (kind) => {
  for (const call of [1, 2, 3, 4]) {
    const mover = new Mover({ call, kind });
    const outcome = await mover.save(MOVE, SEEN);
    const isBegun = mover.tables.items(TABLES.provider).some(({ pk }) => pk === NEW);
    if (outcome === 'saved') expect(isBegun).toBe(true);
    if (isBegun && mover.outbox('writes') > 0) expect(mover.outbox('event')).toBe(0);

    expect(await mover.sweep()).toEqual([]);

    expect(mover.items()).toEqual(isBegun ? MOVED : UNMOVED);
    expect([mover.outbox('writes'), mover.outbox('event')]).toEqual([0, isBegun ? 1 : 0]);
  }
});

test('main records are decided in the first transaction: one that has changed stops all of it', async () => {
  const mover = new Mover();
  mover.tables.put(TABLES.provider, { ...SEEN[20], dateOfUpdate: LATER });

  expect(await mover.save(MOVE, SEEN)).toBe('conflict');

  expect(mover.outbox('writes')).toBe(0);
});

test('a record that others change while a very large change is under way is kept, and the change waits for somebody', async () => {
  const mover = new Mover({ call: 2, kind: 'stopped before' });
  mover.tables.put(TABLES.provider, ...privileges(150, NOW));
  const changed = { ...privileges(150, LATER)[149], by: 'somebody else' };

  await mover.save({ ...NO_CHANGE, puts: privileges(150, LATER) }, [...SEEN.slice(0, 1), ...privileges(150, NOW)]);
  mover.tables.put(TABLES.provider, changed);
  const problems = await mover.sweep();

  expect(problems).toEqual([expect.stringContaining('others changed records before the change reached them (1)')]);
  expect(mover.tables.items(TABLES.provider)).toContainEqual(changed);
  expect(mover.outbox('writes')).toBe(1);
});

test('nobody is told of a change one part of which can not be written, though its other parts could be', async () => {
  const mover = new Mover({ call: 2, kind: 'stopped before' });
  mover.tables.put(TABLES.provider, ...privileges(250, NOW));
  const changed = { ...privileges(250, LATER)[150], by: 'somebody else' };

  await mover.save({ ...MOVE, puts: privileges(250, LATER), deletes: [] }, [
    ...SEEN.slice(0, 1),
    ...privileges(250, NOW),
  ]);
  mover.tables.put(TABLES.provider, changed);
  const problems = [await mover.sweep(), await mover.sweep()];

  const problem = [expect.stringContaining('others changed records before the change reached them (1)')];
  expect(problems).toEqual([problem, problem]);
  expect([mover.outbox('writes'), mover.outbox('event')]).toEqual([2, 0]);
  expect(mover.tables.items(TABLES.provider)).toContainEqual(privileges(250, NOW)[249]);
});

test('a part that the writer and the sweep take at the same time is written once', async () => {
  const mover = new Mover({ call: 2, kind: 'answer lost' });

  expect(await mover.save(MOVE, SEEN)).toBe('saved');
  await Promise.all([mover.sweep(), mover.sweep()]);

  expect(mover.items()).toEqual(MOVED);
  expect(mover.outbox('event')).toBe(1);
});
