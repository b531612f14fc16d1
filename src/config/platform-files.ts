import type { AppSource } from './app-source';
import { CompactConnectRelease } from './compact-connect-release';
import { loadCompactConnect, loadDocuments } from './platform/load-platform';
import { attestationsOption } from './platform/platform-source';
import type { PlatformSettings } from './platform-settings';
import { readSourceFile } from './reading/source-file';

/** What the checked-in and local files of a source say, without parameters. */
export function fromFiles(source: AppSource): PlatformSettings {
  const { files = [], cdkJson, environmentFiles = [], release = CompactConnectRelease.SEPARATE } = source;
  if (cdkJson === undefined) return loadDocuments(files.map(readSourceFile));
  const environments = environmentFiles.map(readSourceFile);
  return loadCompactConnect(
    readSourceFile(cdkJson),
    environments,
    release,
    attestationsOption(source.attestationsFile),
  );
}
