import type { Domain } from '../../src/core/contracts/domain';
import { COMMON_ENVIRONMENT, FunctionContract } from '../../src/core/contracts/functions';

/** What every function knows about its deployment. */
export interface CommonConfiguration {
  readonly domain: Domain;
  /** Origins of web clients that may call the APIs; the first one answers unknown origins. */
  readonly allowedOrigins: readonly string[];
  readonly environmentName: string;
}

export type Configuration<Contract extends FunctionContract> = CommonConfiguration & {
  readonly [Name in Contract['environment'][number]]: string;
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the variables that the function's contract names. A function that lacks one can't work, so this throws, with
 * all missing names at once.
 */
export function loadConfiguration<const Contract extends FunctionContract>(
  contract: Contract,
  environment: Environment,
): Configuration<Contract> {
  const names = [...COMMON_ENVIRONMENT, ...contract.environment];
  const missing = names.filter((name) => !environment[name]);
  if (missing.length > 0) {
    throw new Error(
      `function ${contract.id} lacks the environment variables ${missing.join(', ')}: deploy it with the construct that its contract names`,
    );
  }
  const read = (name: string): string => environment[name]!;
  return {
    domain: {
      compacts: JSON.parse(read('COMPACTS')),
      jurisdictions: JSON.parse(read('JURISDICTIONS')),
      licenseTypes: JSON.parse(read('LICENSE_TYPES')),
    },
    allowedOrigins: JSON.parse(read('ALLOWED_ORIGINS')),
    environmentName: read('ENVIRONMENT_NAME'),
    ...Object.fromEntries(contract.environment.map((name) => [name, read(name)])),
  } as Configuration<Contract>;
}
