import {
  MIGRATION_NAMES,
  migrationItem,
  pendingMigrations,
} from '../../../../src/core/licensure/configuration/migrations';
import { DOMAIN, NOW } from '../samples';

const CONTEXT = { domain: DOMAIN, now: NOW };
const named = (...names: string[]) => names.map((name) => ({ name }));
const recorded = (...names: string[]) => names.map((name) => migrationItem(name, '1.2.3', CONTEXT));

test('a record says what was applied, when, and by which release, outside of every compact', () => {
  expect(migrationItem('prune-branches', '1.2.3', CONTEXT)).toEqual({
    pk: 'MIGRATIONS',
    sk: 'MIGRATION#prune-branches',
    type: 'migration',
    name: 'prune-branches',
    appliedAt: NOW,
    libraryVersion: '1.2.3',
    dateOfUpdate: NOW,
  });
});

test.each<[string, string[], string[], string[]]>([
  ['nothing is known and nothing recorded', [], [], []],
  ['nothing is recorded', ['a', 'b'], [], ['a', 'b']],
  ['some are recorded', ['a', 'b', 'c'], ['b'], ['a', 'c']],
  ['all are recorded', ['a', 'b'], ['b', 'a'], []],
  ['only a later release knows a recorded one', ['a'], ['a', 'later'], []],
  ['order of names is not that of the list', ['z', 'a', 'm'], ['a'], ['z', 'm']],
])('where %s, the others run in their order', (_name, known, applied, expected) => {
  expect(pendingMigrations(named(...known), recorded(...applied), CONTEXT)).toEqual({
    ok: true,
    value: named(...expected),
  });
});

test('names that stand twice and records that can’t be read are refused together', () => {
  const damaged = { ...recorded('b')[0], appliedAt: 'yesterday' };

  expect(pendingMigrations(named('a', 'a'), [damaged], CONTEXT)).toEqual({
    ok: false,
    error: expect.stringMatching(/two migrations are named a: .*; the recorded MIGRATION#b is invalid: appliedAt/),
  });
});

test('no name stands twice in this release', () => {
  expect(new Set(MIGRATION_NAMES).size).toBe(MIGRATION_NAMES.length);
});
