import { checkDraft } from './check-settings';
import { SettingsDraft } from './draft';
import { conclude } from './reading/conclude';
import { Ledger } from './reading/ledger';
import { readAttestations } from './reading/read-attestations';
import { readContext } from './reading/read-context';
import { readEnvironmentFile } from './reading/read-environment-file';
import { parseSource, SourceFile } from './reading/source-file';
import { LicensureBackendSettings } from './settings';

/**
 * The settings that files of CompactConnect give.
 *
 * @param environmentName the caller's choice of an environment
 * @param attestationsFile without it, the attestations are those of this library
 * @throws ConfigurationError with every problem of all files
 */
export function readSettings(
  cdkJson: SourceFile,
  environmentFile: SourceFile,
  environmentName?: string,
  attestationsFile?: SourceFile,
): LicensureBackendSettings {
  const ledger = new Ledger();
  const cdkRoot = parseSource(cdkJson, ledger);
  const environmentRoot = parseSource(environmentFile, ledger);
  const environment = environmentRoot && readEnvironmentFile(environmentRoot, environmentName);
  const draft: SettingsDraft = {
    ...(cdkRoot && readContext(cdkRoot, environment?.sandboxMembers)),
    ...environment?.settings,
    ...(attestationsFile && { attestations: readAttestations(attestationsFile, ledger, 'attestations') }),
  };
  const files = [cdkJson, environmentFile, ...(attestationsFile ? [attestationsFile] : [])].map(({ name }) => name);
  conclude(ledger, files, (report) => checkDraft(draft, report));
  // Nothing was refused, so every required setting is there.
  return draft as LicensureBackendSettings;
}
