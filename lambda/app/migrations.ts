import type { Migration } from './run-migrations';
import { MIGRATION_NAMES, MigrationName } from '../../src/core/licensure/configuration/migrations';

/** What the migrations do, by the names under which they are recorded. */
const RUNS: Readonly<Record<MigrationName, Migration['run']>> = {};

/** The migrations of this release in their order. */
export const MIGRATIONS: readonly Migration[] = MIGRATION_NAMES.map((name) => ({ name, run: RUNS[name] }));
