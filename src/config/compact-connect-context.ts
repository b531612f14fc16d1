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
}

/** The configuration files of CompactConnect, which load as they are. */
export class CompactConnectContext {
  /**
   * Reads and checks both files.
   *
   * Throws an error that names every problem of both files at once: file, line, path, the value found, why it can't
   * stay and what to do. Reads nothing but the two files: no environment variables, no AWS account.
   */
  static load(options: CompactConnectContextOptions): LicensureBackendSettings {
    return readSettings(
      readSourceFile(options.cdkJson),
      readSourceFile(options.environmentFile),
      options.environmentName,
    );
  }

  private constructor() {}
}
