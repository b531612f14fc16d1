import type { Construct } from 'constructs';
import { requireSoundPlatform } from './check-platform';
import { CompactConnectRelease } from './compact-connect-release';
import { licensureBackendOf } from './licensure-of';
import { parameterName } from './parameters/parameter-name';
import { loadParameters } from './platform/load-parameters';
import { loadCompactConnect, loadDocuments } from './platform/load-platform';
import { parametersOf, suffixFor } from './platform/parameter-base';
import { attestationsOption } from './platform/platform-source';
import { platformOfApp } from './platform-of-app';
import type { PlatformSettings } from './platform-settings';
import { readSourceFile } from './reading/source-file';
import type { LicensureBackendSettings } from './settings';

/** Which configuration files of CompactConnect make a platform. */
export interface CompactConnectPlatformOptions {
  /** Path of the app's `cdk.json`, whose `context` is the same for every environment; relative to the working directory. */
  readonly cdkJson: string;
  /**
   * Paths of `cdk.context.json` files, one per environment and that of the deploy account, or that of one sandbox;
   * relative to the working directory.
   */
  readonly environmentFiles: string[];
  /**
   * How beta and prod, which one tag deploys, follow each other.
   *
   * @default CompactConnectRelease.SEPARATE
   */
  readonly release?: CompactConnectRelease;
  /**
   * Path of CompactConnect's `compact-config/attestations.yml`; relative to the working directory.
   *
   * @default - none: the attestations are those of this library
   */
  readonly attestationsFile?: string;
}

/** Where the parts of a platform are that the deploy account keeps in parameters. */
export interface PlatformParametersOptions {
  /**
   * Path of CompactConnect's `cdk.json`; relative to the working directory. The parameters then hold what
   * CompactConnect keeps in them: the `ssm_context` of each environment.
   *
   * @default - none: `files` are given
   */
  readonly cdkJson?: string;
  /**
   * Paths of the checked-in files of our own form, which say what is the same in all environments; relative to the
   * working directory. The parameters then hold documents of the same form.
   *
   * @default - none: `cdkJson` is given
   */
  readonly files?: string[];
  /**
   * Names of the environments.
   *
   * @default ['test', 'beta', 'prod']
   */
  readonly environments?: string[];
  /**
   * What the names of the parameters end with, behind the name of the environment and a hyphen.
   *
   * @default - `<applicationName>-context`; with `cdkJson`, that of CompactConnect's app, or `<service>-context`
   */
  readonly suffix?: string;
  /**
   * How CompactConnect's beta and prod, which one tag deploys, follow each other.
   *
   * @default CompactConnectRelease.SEPARATE
   */
  readonly release?: CompactConnectRelease;
  /**
   * With `cdkJson`: path of CompactConnect's `compact-config/attestations.yml`; relative to the working directory.
   *
   * @default - none: the attestations are those of this library
   */
  readonly attestationsFile?: string;
}

/**
 * The settings of a whole platform, from files or parameters.
 *
 * Everything is read to the end, and one error names every problem of all files: file, line, path, the value found, why
 * it can't stay and what to do.
 */
export class PlatformConfiguration {
  /**
   * Reads and checks files of our own form, which make one platform together: usually a checked-in one, and one per
   * environment that isn't. Their JSON Schema is `schema/platform.schema.json` of this package.
   *
   * @param files paths, relative to the working directory
   */
  static fromFiles(files: string[]): PlatformSettings {
    return loadDocuments(files.map(readSourceFile));
  }

  /** Reads and checks files of CompactConnect, which load as they are; their pipelines follow from what is loaded. */
  static fromCompactConnect(options: CompactConnectPlatformOptions): PlatformSettings {
    const { cdkJson, environmentFiles, release = CompactConnectRelease.SEPARATE, attestationsFile } = options;
    return loadCompactConnect(
      readSourceFile(cdkJson),
      environmentFiles.map(readSourceFile),
      release,
      attestationsOption(attestationsFile),
    );
  }

  /**
   * Reads and checks parameters of the deploy account. They are looked up in synthesis, which the CDK's command then
   * runs twice: as long as a value isn't there, an obvious placeholder stands for it, so that all of the app synthesizes.
   *
   * @param scope in a stack whose account and region are those of the deploy account
   */
  static fromParameters(scope: Construct, options: PlatformParametersOptions): PlatformSettings {
    return loadParameters(scope, options);
  }

  /**
   * Reads and checks what the context value `platform` of an app names: documents (`{ "files": [...] }`, by default
   * `platform.json`), files of CompactConnect (`{ "cdkJson": ..., "environmentFiles": [...] }`), and parameters of the
   * deploy account that complete either (`"parameters": { "account": ..., "region": ... }`).
   *
   * @param app the app, whose context is read and which gets an empty stack for lookups where parameters are named
   * @param folder folder that paths in the context are relative to: the app's
   */
  static ofApp(app: Construct, folder: string): PlatformSettings {
    return platformOfApp(app, folder);
  }

  /** Names of all parameters that `fromParameters` looks up: what a role must be allowed to read that synthesizes. */
  static parameterNames(options: PlatformParametersOptions): string[] {
    return parametersOf(options).map(({ name }) => name);
  }

  /**
   * Name of the parameter of one environment.
   *
   * @param environment its name, or `deploy` for the parameter of the deploy account
   */
  static parameterName(environment: string, options: PlatformParametersOptions): string {
    return parameterName(environment, suffixFor(options));
  }

  /** The settings of the licensure backend in one environment. */
  static licensureOf(settings: PlatformSettings, environment: string): LicensureBackendSettings {
    return licensureBackendOf(settings, environment);
  }

  /** Refuses settings, given in code, that break a rule: the error names every problem. */
  static check(settings: PlatformSettings): void {
    requireSoundPlatform(settings);
  }

  private constructor() {}
}
