/** What the parameter of the account of the pipelines is of; those of environments have the environment's name. */
export const DEPLOY = 'deploy';

/** Suffixes of CompactConnect's parameters by the tag `Service` of its apps (spec 01 section 2.4). */
const COMPACT_CONNECT_SUFFIXES: Readonly<Record<string, string>> = {
  jcc: 'compact-connect-context',
  cosmetology: 'cosmetology-context',
  socialwork: 'socialwork-context',
};

/** Suffix of the parameters of a CompactConnect app: its own, or that of an app of the same form. */
export function compactConnectSuffix(service: string): string {
  return COMPACT_CONNECT_SUFFIXES[service] ?? suffixOf(service);
}

/** Suffix of the parameters of an application. */
export function suffixOf(applicationName: string): string {
  return `${applicationName}-context`;
}

/** @param environment name of an environment, or `deploy` */
export function parameterName(environment: string, suffix: string): string {
  return `${environment}-${suffix}`;
}
