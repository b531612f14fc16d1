import { checkDraft } from './check-settings';
import { SettingsDraft } from './draft';
import { ConfigurationError, displayed, Problem } from './problem';
import { Result } from '../core/result';
import { Ledger } from './reading/ledger';
import { Place } from './reading/place';
import { readContext } from './reading/read-context';
import { readEnvironmentFile } from './reading/read-environment-file';
import { LicensureBackendSettings } from './settings';
import { parseJson } from '../core/text/json-document';

/** A configuration file: its text, or why there is none. */
export interface SourceFile {
  readonly name: string;
  readonly text: Result<string, string>;
}

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
  const cdkRoot = parse(cdkJson, ledger);
  const environmentRoot = parse(environmentFile, ledger);
  const environment = environmentRoot && readEnvironmentFile(environmentRoot, environmentName);
  const draft: SettingsDraft = {
    ...(cdkRoot && readContext(cdkRoot, environment?.sandboxMembers)),
    ...environment?.settings,
  };
  checkDraft(draft, (setting, reason, remedy, value) => {
    const origin = ledger.originOf(setting);
    if (!ledger.wasRefused(origin)) ledger.report({ ...origin, ...(value !== undefined && { value }) }, reason, remedy);
  });

  const problems = inOrder(ledger.problems, [cdkJson.name, environmentFile.name]);
  if (problems.length > 0) throw new ConfigurationError(problems);
  // Nothing was refused, so every required setting is there.
  return draft as LicensureBackendSettings;
}

function parse({ name, text }: SourceFile, ledger: Ledger): Place | undefined {
  if (!text.ok) {
    ledger.report({ file: name, path: '', value: 'nothing' }, text.error, 'check the path and the rights of the file');
    return undefined;
  }
  const document = parseJson(text.value);
  if (document.ok) return Place.root(ledger, name, document.value);
  const { at, found, reason, remedy } = document.error;
  const value = found === undefined ? 'the end of the file' : displayed(found);
  ledger.report({ file: name, ...at, path: '', value }, reason, remedy);
  return undefined;
}

/** By place, each once: what a compact says that is listed twice is read twice. */
function inOrder(problems: readonly Problem[], files: readonly string[]): Problem[] {
  const distinct = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...distinct.values()].sort(
    (one, other) =>
      files.indexOf(one.file) - files.indexOf(other.file) ||
      (one.line ?? 0) - (other.line ?? 0) ||
      (one.column ?? 0) - (other.column ?? 0),
  );
}
