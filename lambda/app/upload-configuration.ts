import { MIGRATIONS } from './migrations';
import { Migration, MigrationPorts, runMigrations } from './run-migrations';
import {
  ConfigurationContent,
  ConfigurationUploadProperties,
  readConfigurationUpload,
} from '../../src/core/contracts/configuration-upload';
import { changedActiveMembers } from '../../src/core/licensure/configuration/active-members';
import { newAttestationVersions } from '../../src/core/licensure/configuration/attestation-versions';
import { activeMembersKeys, attestationPartition } from '../../src/core/licensure/keys';
import { failure, Result, success } from '../../src/core/result';

/** Another run may store a version between reading and writing; then the versions are read again, so often. */
const ROUNDS = 5;

/**
 * Brings the configuration table to what a deployment says: migrations first, then attestations and members of every
 * compact. Doing it again writes nothing. The names of the migrations that ran are the answer.
 */
export async function uploadConfiguration(
  ports: MigrationPorts,
  properties: ConfigurationUploadProperties,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<Result<readonly string[], string>> {
  const content = readConfigurationUpload(properties, ports.domain);
  if (!content.ok) return content;
  const migrated = await runMigrations(ports, migrations, content.value.libraryVersion);
  if (!migrated.ok) return migrated;
  for (const [compact, jurisdictions] of Object.entries(content.value.memberJurisdictions)) {
    const uploaded = await uploadAttestations(ports, compact, content.value);
    if (!uploaded.ok) return uploaded;
    await uploadMembers(ports, compact, jurisdictions);
  }
  return migrated;
}

async function uploadAttestations(
  { domain, configuration, clock }: MigrationPorts,
  compact: string,
  { attestations }: ConfigurationContent,
): Promise<Result<void, string>> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const stored = await configuration.itemsOf(attestationPartition(compact));
    const versions = newAttestationVersions(compact, attestations, stored, { domain, now: clock() });
    if (!versions.ok) return versions;
    const outcomes: string[] = [];
    for (const version of versions.value) outcomes.push(await configuration.add(version));
    if (!outcomes.includes('taken')) return success(undefined);
  }
  return failure(`the attestations of ${compact} were changed by others ${ROUNDS} times; deploy again`);
}

async function uploadMembers(
  { configuration }: MigrationPorts,
  compact: string,
  jurisdictions: readonly string[],
): Promise<void> {
  const { pk, sk } = activeMembersKeys(compact);
  const stored = (await configuration.itemsOf(pk)).find((item) => item.sk === sk);
  const changed = changedActiveMembers(compact, jurisdictions, stored);
  if (changed) await configuration.put(changed);
}
