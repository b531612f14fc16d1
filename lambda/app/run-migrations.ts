import type { Clock, ConfigurationStore } from './ports';
import type { Domain } from '../../src/core/contracts/domain';
import {
  migrationItem,
  MIGRATIONS_PARTITION,
  pendingMigrations,
} from '../../src/core/licensure/configuration/migrations';
import { failure, Result, success } from '../../src/core/result';

export interface MigrationPorts {
  readonly domain: Domain;
  readonly configuration: ConfigurationStore;
  readonly clock: Clock;
}

/** A change of stored data that a release needs. */
export interface Migration {
  readonly name: string;
  /** Has to bear being begun again: a run that fails halfway is not recorded. */
  readonly run: (ports: MigrationPorts) => Promise<void>;
}

/** Runs what the table does not record yet, in order, and records each; the first that fails ends it, by its name. */
export async function runMigrations(
  ports: MigrationPorts,
  known: readonly Migration[],
  libraryVersion: string,
): Promise<Result<readonly string[], string>> {
  const { domain, configuration, clock } = ports;
  const recorded = await configuration.itemsOf(MIGRATIONS_PARTITION);
  const pending = pendingMigrations(known, recorded, { domain, now: clock() });
  if (!pending.ok) return pending;
  for (const { name, run } of pending.value) {
    try {
      await run(ports);
    } catch (error) {
      return failure(`migration ${name} failed: ${String(error)}; mend the cause and deploy again`);
    }
    await configuration.put(migrationItem(name, libraryVersion, { domain, now: clock() }));
  }
  return success(pending.value.map(({ name }) => name));
}
