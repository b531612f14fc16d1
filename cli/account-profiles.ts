import { UsageError } from './exit-codes';
import type { BootstrapStep } from '../src/bootstrap/bootstrap-plan';
import { useOneOf } from '../src/config/problem';

/** Profiles of the AWS configuration by account, from options of the form `<account>=<profile>`. */
export function accountProfiles(options: readonly string[]): ReadonlyMap<string, string> {
  const pairs = options.map((option) => ({ option, match: /^(\d{12})=(.+)$/.exec(option) }));
  const malformed = pairs.filter(({ match }) => match === null).map(({ option }) => `"${option}"`);
  if (malformed.length > 0) {
    throw new UsageError(
      `--profile has ${malformed.join(', ')}: write an account and its profile, e.g. --profile 111122223333=test`,
    );
  }
  return new Map(pairs.flatMap(({ match }) => (match ? [[match[1], match[2]] as const] : [])));
}

/** A profile for an account that nothing is done in is most likely one with a mistake in its number. */
export function requireKnownAccounts(profiles: ReadonlyMap<string, string>, steps: readonly BootstrapStep[]): void {
  const known = [...new Set(steps.map(({ account }) => account))];
  const unknown = [...profiles.keys()].filter((account) => !known.includes(account));
  if (unknown.length === 0) return;
  throw new UsageError(
    unknown.map((account) => `--profile has ${account}, where no step goes; ${useOneOf(known, account)}`).join('\n'),
  );
}
