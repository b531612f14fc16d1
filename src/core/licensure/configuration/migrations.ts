import { failure, Result, success } from '../../result';
import { anyText, datetime } from '../../validation/fields';
import { describeErrors } from '../../validation/parse';
import { newItem } from '../changes/changed-item';
import type { Item } from '../item';
import { loadRecord, PRIMARY_KEY_ATTRIBUTES, RecordContext, recordType, stamp } from '../records/record-type';
import { instantText } from '../time';

/**
 * Changes of stored data that this release needs, in the order in which they run; a deployment runs those that its
 * table does not record yet. What tolerant reading can do needs no entry: so far nothing does. A name stays here for
 * good, and what it stands for never changes once it is released.
 */
export const MIGRATION_NAMES = [] as const satisfies readonly string[];

export type MigrationName = (typeof MIGRATION_NAMES)[number];

/**
 * Partition of the configuration table that lists what was applied. CompactConnect, which reads the table by the
 * partitions of compacts, never sees it.
 */
export const MIGRATIONS_PARTITION = 'MIGRATIONS';

/** A change of stored data that was applied. */
const MIGRATION = recordType({
  type: 'migration',
  fields: () => ({
    ...stamp('migration'),
    name: anyText(),
    appliedAt: datetime(),
    // Release that applied it.
    libraryVersion: anyText(),
  }),
  keyAttributes: PRIMARY_KEY_ATTRIBUTES,
  unknownAttributes: 'dropped',
  generated: ({ name }) => ({ pk: MIGRATIONS_PARTITION, sk: `MIGRATION#${name}` }),
});

export function migrationItem(name: string, libraryVersion: string, context: RecordContext): Item {
  return newItem(MIGRATION, { name, appliedAt: instantText(context.now), libraryVersion }, context);
}

/**
 * The migrations that are still to run, in their order. One that only another release knows stays recorded and is no
 * obstacle: going back to an earlier release must be possible.
 */
export function pendingMigrations<Known extends { readonly name: string }>(
  known: readonly Known[],
  recorded: readonly Item[],
  context: RecordContext,
): Result<readonly Known[], string> {
  const names = known.map(({ name }) => name);
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  const problems = repeated.map((name) => `two migrations are named ${name}: give one of them another name`);
  const applied = recorded.flatMap((item) => {
    const migration = loadRecord(MIGRATION, item, context);
    if (migration.ok) return [migration.value.name];
    problems.push(`the recorded ${item.sk} is invalid: ${describeErrors(migration.error)}`);
    return [];
  });
  return problems.length > 0
    ? failure(problems.join('; '))
    : success(known.filter(({ name }) => !applied.includes(name)));
}
