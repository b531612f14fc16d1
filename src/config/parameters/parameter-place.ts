import { parameterName } from './parameter-name';
import type { AppSource } from '../app-source';
import { baseOf } from '../platform/parameter-base';
import { readSourceFile } from '../reading/source-file';

/** Where a parameter lies, as far as a configuration says it. */
export interface ParameterPlace {
  readonly name: string;
  /** Region of the deploy account; nothing where no file says it. */
  readonly region?: string;
}

/**
 * The parameter of an environment, whose own file needn't be there.
 *
 * @param environment its name, or `deploy` for the deploy account
 * @throws ConfigurationError with what is wrong with the files that are there
 */
export function parameterPlace(environment: string, source: AppSource): ParameterPlace {
  const { cdkJson, files, environmentFiles = [], parameters } = source;
  const base = baseOf({ cdkJson, files });
  const settings = base.load(environmentFiles.map(readSourceFile), { isPart: true });
  return {
    name: parameterName(environment, parameters?.suffix ?? base.defaultSuffix(settings)),
    region: parameters?.region ?? settings.deployAccount?.region,
  };
}
