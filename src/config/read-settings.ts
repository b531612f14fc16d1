import { checkDraft } from './check-settings';
import { SettingsDraft } from './draft';
import { conclude } from './reading/conclude';
import { Ledger } from './reading/ledger';
import { readContext } from './reading/read-context';
import { readEnvironmentFile } from './reading/read-environment-file';
import { parseSource, SourceFile } from './reading/source-file';
import { LicensureBackendSettings } from './settings';

/**
 * The settings that two files of CompactConnect give.
 *
 * @param environmentName the caller's choice of an environment
 * @throws ConfigurationError with every problem of both files
 */
export function readSettings(
  cdkJson: SourceFile,
  environmentFile: SourceFile,
  environmentName?: string,
): LicensureBackendSettings {
  const ledger = new Ledger();
  const cdkRoot = parseSource(cdkJson, ledger);
  const environmentRoot = parseSource(environmentFile, ledger);
  const environment = environmentRoot && readEnvironmentFile(environmentRoot, environmentName);
  const draft: SettingsDraft = {
    ...(cdkRoot && readContext(cdkRoot, environment?.sandboxMembers)),
    ...environment?.settings,
  };
  conclude(ledger, [cdkJson.name, environmentFile.name], (report) => checkDraft(draft, report));
  // Nothing was refused, so every required setting is there.
  return draft as LicensureBackendSettings;
}
