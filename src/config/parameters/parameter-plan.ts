import { CompactConnectRelease } from '../compact-connect-release';
import { PlatformDraft } from '../draft';
import { compactConnectSuffix, parameterName, suffixOf } from './parameter-name';
import { ADVANCED_BYTES, ParameterTier, sizeOf, tierFor } from './parameter-size';
import { compactConnectValue, documentValue, isCompactConnectFileOf, isReadable } from './parameter-value';
import { withoutEnvironment } from './without-environment';
import { loadCompactConnect, loadDocuments } from '../platform/load-platform';
import { LoadOptions, parameterSource, PlatformSource } from '../platform/platform-source';
import { PlatformSettings } from '../platform-settings';
import { ConfigurationError, displayed, Problem } from '../problem';
import { SourceFile } from '../reading/source-file';
import { Report } from '../rules/rule';

/** The files of a platform, and which of its parameters is meant. */
export interface ParameterRequest {
  /** Name of the environment, or `deploy` for the parameter of the deploy account. */
  readonly environment: string;
  /** CompactConnect's `cdk.json`; without it, the files are documents of our own form. */
  readonly cdkJson?: SourceFile;
  readonly files: readonly SourceFile[];
  /** What the name of the parameter ends with; by default what the files say. */
  readonly suffix?: string;
  /** Account of the caller's credentials; without it nothing is said about the account. */
  readonly account?: string;
}

/** A parameter as it would be stored. */
export interface ParameterPlan {
  readonly name: string;
  readonly value: string;
  /** Size of the value in UTF-8. */
  readonly bytes: number;
  readonly tier: ParameterTier;
  /** Account and region of the pipelines, where the parameter belongs, as far as the files say it. */
  readonly account?: string;
  readonly region?: string;
}

/**
 * The parameter that files give for an environment.
 *
 * @throws ConfigurationError with everything that is wrong with the files, the environment, the caller's account and
 * the size of the value
 */
export function planParameter(request: ParameterRequest): ParameterPlan {
  const { environment, cdkJson, files, suffix } = request;
  const value = (cdkJson ? compactConnectValue : documentValue)(files, environment);
  const bytes = value === undefined ? 0 : sizeOf(value);
  const tier = tierFor(bytes);
  const sources = files.map((file) => ({
    ...file,
    ...(cdkJson && isCompactConnectFileOf(file, environment) && { only: environment }),
  }));
  const { settings, problems } = attempt(() =>
    load(request, sources, { alsoCheck: (draft, report) => checkAccount(draft, request.account, report) }),
  );
  const more = [
    ...(value === undefined && files.every(isReadable) ? [noFile(request)] : []),
    ...(tier === undefined ? [tooLarge(environment, bytes)] : []),
  ];
  if (settings === undefined || value === undefined || tier === undefined) {
    throw new ConfigurationError([...problems, ...more]);
  }
  const name = parameterName(environment, suffix ?? defaultSuffix(request, settings));
  return { name, value, bytes, tier, account: settings.deployAccount?.account, region: settings.deployAccount?.region };
}

/**
 * Holds the value of a stored parameter to the rules, together with the files that are checked in, without what these say
 * of the environment: the parameter takes its place.
 *
 * @throws ConfigurationError with every problem
 */
export function checkStoredParameter(request: ParameterRequest, name: string, value: string): void {
  const { cdkJson, files, environment } = request;
  const parameter = parameterSource(environment, name, value);
  load(request, cdkJson ? [parameter] : [...withoutEnvironment(files, environment), parameter], {});
}

/** One environment's files are a part of a platform: pipelines may name environments that aren't there. */
function load({ cdkJson }: ParameterRequest, sources: readonly PlatformSource[], options: LoadOptions) {
  const part = { ...options, isPart: true };
  return cdkJson
    ? loadCompactConnect(cdkJson, sources, CompactConnectRelease.SEPARATE, part)
    : loadDocuments(sources, part);
}

function defaultSuffix({ cdkJson }: ParameterRequest, { service, applicationName }: PlatformSettings): string {
  return cdkJson ? compactConnectSuffix(service) : suffixOf(applicationName);
}

function attempt(action: () => PlatformSettings): { settings?: PlatformSettings; problems: readonly Problem[] } {
  try {
    return { settings: action(), problems: [] };
  } catch (error) {
    if (error instanceof ConfigurationError) return { problems: error.problems };
    throw error;
  }
}

function checkAccount({ deployAccount }: PlatformDraft, caller: string | undefined, report: Report): void {
  if (caller === undefined || deployAccount?.account === undefined || deployAccount.account === caller) return;
  report(
    'deployAccount.account',
    `the credentials are those of the account ${displayed(caller)}`,
    'use credentials of the deploy account, which keeps the parameters',
  );
}

function noFile({ environment, files }: ParameterRequest): Problem {
  return {
    file: files.map(({ name }) => name).join(', '),
    path: '',
    value: displayed(environment),
    reason: 'no file has an environment of this name',
    remedy: 'load the file that has it, or correct the name',
  };
}

function tooLarge(environment: string, bytes: number): Problem {
  return {
    file: `parameter of ${environment}`,
    path: '',
    value: `${bytes} bytes`,
    reason: `a parameter takes ${ADVANCED_BYTES} bytes at most (AWS Systems Manager quotas)`,
    remedy: 'shorten it, or move what is the same in all environments into a file that is checked in',
  };
}
