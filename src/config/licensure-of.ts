import { PlatformSettings } from './platform-settings';
import { ConfigurationError, displayed, useOneOf } from './problem';
import { LicensureBackendSettings } from './settings';

/** The settings of the licensure backend in one environment of a platform. */
export function licensureBackendOf(settings: PlatformSettings, environment: string): LicensureBackendSettings {
  const { applicationName, project, service, licensure, environments } = settings;
  const found = environments.find(({ name }) => name === environment);
  if (licensure !== undefined && found !== undefined) {
    return { applicationName, project, service, ...licensure, environment: found };
  }
  const names = environments.map(({ name }) => name);
  throw new ConfigurationError([
    ...(licensure === undefined
      ? [problem('licensure', undefined, NO_LICENSURE, 'add compacts and jurisdictions')]
      : []),
    ...(found === undefined
      ? [
          problem(
            'environments',
            environment,
            'the platform has no environment of this name',
            useOneOf(names, environment),
          ),
        ]
      : []),
  ]);
}

const NO_LICENSURE = 'a licensure backend needs to know its compacts';

function problem(path: string, value: unknown, reason: string, remedy: string) {
  return { file: 'settings', path, value: displayed(value), reason, remedy };
}
