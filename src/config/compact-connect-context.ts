import { readSettings } from './read-settings';
import { readSourceFile } from './reading/source-file';
import { LicensureBackendSettings } from './settings';

/** Which configuration files of CompactConnect to load, and for which environment. */
export interface CompactConnectContextOptions {
  /** Path of the app's `cdk.json`, whose `context` is the same for every environment; relative to the working directory. */
  readonly cdkJson: string;
  /** Path of the environment's `cdk.context.json`, or of a file of that form; relative to the working directory. */
  readonly environmentFile: string;
  /**
   * Name of the environment under `ssm_context.environments`.
   *
   * @default - `environment_name` of a sandbox; otherwise the only environment of the file
   */
  readonly environmentName?: string;
  /**
   * Path of CompactConnect's `compact-config/attestations.yml`; relative to the working directory.
   *
   * @default - none: the attestations are those of this library
   */
  readonly attestationsFile?: string;
}

/** The configuration files of CompactConnect, which load as they are. */
export class CompactConnectContext {
  /**
   * Reads and checks the files.
   *
   * Throws an error that names every problem of all files at once: file, line, path, the value found, why it can't
   * stay and what to do. Reads nothing but these files: no environment variables, no AWS account.
   */
  static load(options: CompactConnectContextOptions): LicensureBackendSettings {
    const { cdkJson, environmentFile, environmentName, attestationsFile } = options;
    return readSettings(
      readSourceFile(cdkJson),
      readSourceFile(environmentFile),
      environmentName,
      attestationsFile === undefined ? undefined : readSourceFile(attestationsFile),
    );
  }

  private constructor() {}
}
