import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { actionsInCode, bundledSources } from './bundled-code';
import { BucketContract, BUCKETS } from '../../../src/core/contracts/buckets';
import { EVENT_BUS_VARIABLE } from '../../../src/core/contracts/events';
import { FunctionContract, FunctionId, FUNCTIONS, Permission } from '../../../src/core/contracts/functions';
import { HOSTED_ZONE_LOOKUP } from '../../../src/core/contracts/hosted-zone';
import { QueueContract, QUEUES } from '../../../src/core/contracts/queues';
import { TABLES } from '../../../src/core/contracts/tables';

const functions = Object.values<FunctionContract>(FUNCTIONS);

interface UnusedCode {
  readonly function: FunctionId;
  readonly action: string;
  readonly reason: string;
}

/** Actions that the code of a bundle could ask for, never does, and therefore has no right to. */
const UNUSED_CODE: readonly UnusedCode[] = (['licenseIngest', 'privilegeListener'] as const).map((writer) => ({
  function: writer,
  action: 'dynamodb:Scan',
  reason: 'the adapter can look for changes that a crash interrupted, and only the relay does',
}));

let bundles: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  bundles = await bundledSources([...functions.map(({ entry }) => entry), HOSTED_ZONE_LOOKUP.entry]);
}, 60_000);

test.each(functions)('$id has rights for exactly the calls that its code can make', ({ id, entry, permissions }) => {
  const unused = UNUSED_CODE.filter((each) => each.function === id).map(({ action }) => action);
  const granted = [...new Set(permissions.flatMap(actionsOf))];

  expect(unused.filter((action) => granted.includes(action))).toEqual([]);
  expect([...granted, ...unused].sort()).toEqual(actionsInCode(bundles.get(entry)!));
});

function actionsOf(permission: Permission): string[] {
  const services = { table: 'dynamodb', index: 'dynamodb', queue: 'sqs', bucket: 's3', bus: 'events' };
  return permission.actions.map((action) => `${services[permission.on]}:${action}`);
}

test('the function that finds hosted zones has rights for exactly the calls that its code can make', () => {
  expect(HOSTED_ZONE_LOOKUP.actions).toEqual(actionsInCode(bundles.get(HOSTED_ZONE_LOOKUP.entry)!));
});

test('no other program runs in Lambda', () => {
  const programs = readdirSync(join('lambda', 'entry')).map((file) => file.replace(/\.ts$/, ''));

  expect(programs.sort()).toEqual([...bundles.keys()].sort());
});

test.each(functions)('$id is told the name of what it has rights on, and of nothing else', (contract) => {
  const named = contract.environment.filter((name) => name !== 'SSN_CORRECTIONS');

  expect([...new Set(contract.permissions.map(variableOf))].sort()).toEqual([...named].sort());
});

function variableOf(permission: Permission): string {
  switch (permission.on) {
    case 'table':
      return TABLES[permission.table].environmentVariable;
    case 'index': {
      const index = TABLES[permission.table].indexes.find(({ name }) => name === permission.index);
      return index!.environmentVariable;
    }
    case 'queue': {
      const { id, environmentVariable }: QueueContract = QUEUES[permission.queue];
      return environmentVariable ?? `no variable tells the queue ${id}`;
    }
    case 'bucket': {
      const contract: BucketContract = BUCKETS[permission.bucket];
      return contract.environmentVariable;
    }
    case 'bus':
      return EVENT_BUS_VARIABLE;
  }
}
