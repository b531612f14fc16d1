import { CompactConnectRelease } from '../compact-connect-release';
import { compactConnectSuffix, DEPLOY, parameterName, suffixOf } from '../parameters/parameter-name';
import { PlatformSettings } from '../platform-settings';
import { COMPACT_CONNECT_ENVIRONMENTS } from '../purpose';
import { loadCompactConnect, loadDocuments } from './load-platform';
import { attestationsOption, LoadOptions, PlatformSource } from './platform-source';
import { readSourceFile, SourceFile } from '../reading/source-file';

/** What is read beside the parameters, and which parameters. Paths are relative to the working directory. */
export interface ParametersOptions {
  readonly cdkJson?: string;
  readonly files?: readonly string[];
  readonly environments?: readonly string[];
  readonly suffix?: string;
  readonly release?: CompactConnectRelease;
  readonly attestationsFile?: string;
}

/** A parameter and the environment that it is of, or `deploy`. */
export interface NamedParameter {
  readonly of: string;
  readonly name: string;
}

/** What the checked-in files say, whatever the parameters add. */
interface Base {
  /** The platform that they and some parameters give together. */
  readonly load: (parameters: readonly PlatformSource[], options: LoadOptions) => PlatformSettings;
  readonly defaultSuffix: (settings: PlatformSettings) => string;
  /** Whether the deploy account has a parameter; CompactConnect's always has. */
  readonly hasDeployParameter: (settings: PlatformSettings) => boolean;
}

/** The parameters of a platform, that of the deploy account first. */
export function parametersOf(options: ParametersOptions): NamedParameter[] {
  const { load, hasDeployParameter, defaultSuffix } = baseOf(options);
  const settings = load([], { isPart: true });
  const { environments = COMPACT_CONNECT_ENVIRONMENTS, suffix = defaultSuffix(settings) } = options;
  if (environments.length === 0) {
    throw new Error('the list of environments with parameters is empty, and a platform has at least one; name it');
  }
  return [...(hasDeployParameter(settings) ? [DEPLOY] : []), ...environments].map((of) => ({
    of,
    name: parameterName(of, suffix),
  }));
}

/** What the names of the parameters end with. */
export function suffixFor({ suffix, ...options }: ParametersOptions): string {
  if (suffix !== undefined) return suffix;
  const { load, defaultSuffix } = baseOf(options);
  return defaultSuffix(load([], { isPart: true }));
}

export function baseOf(options: ParametersOptions): Base {
  const { cdkJson, files, release = CompactConnectRelease.SEPARATE, attestationsFile } = options;
  if ((cdkJson === undefined) === (files === undefined)) {
    throw new Error(
      'parameters hold the rest of what checked-in files say; give either cdkJson, for those of CompactConnect, or files',
    );
  }
  if (cdkJson === undefined && attestationsFile !== undefined) {
    throw new Error(
      'attestationsFile names a file of CompactConnect, and documents have their attestations in "licensure"; remove it, or give cdkJson in place of files',
    );
  }
  const base: SourceFile[] = (files ?? []).map(readSourceFile);
  if (cdkJson === undefined) {
    return {
      load: (parameters, loadOptions) => loadDocuments([...base, ...parameters], loadOptions),
      defaultSuffix: ({ applicationName }) => suffixOf(applicationName),
      hasDeployParameter: ({ deployAccount }) => deployAccount === undefined,
    };
  }
  const cdkFile = readSourceFile(cdkJson);
  return {
    load: (parameters, loadOptions) =>
      loadCompactConnect(cdkFile, parameters, release, { ...loadOptions, ...attestationsOption(attestationsFile) }),
    defaultSuffix: ({ service }) => compactConnectSuffix(service),
    hasDeployParameter: () => true,
  };
}
