import type { RunningExecution } from './update-pipeline';
import { SELF_MUTATION_VARIABLES, SelfMutationSettings } from '../../src/core/contracts/self-mutation';

/** What the pipeline hands over; throws with all missing variables at once. */
export function readVariables(
  environment: Readonly<Record<string, string | undefined>>,
): RunningExecution & { readonly settings: SelfMutationSettings } {
  const missing = Object.values(SELF_MUTATION_VARIABLES).filter((name) => !environment[name]);
  if (missing.length > 0) {
    throw new Error(
      `the environment variables ${missing.join(', ')} are missing: run this program in the action that the pipeline construct makes`,
    );
  }
  return {
    settings: JSON.parse(environment[SELF_MUTATION_VARIABLES.settings]!),
    executionId: environment[SELF_MUTATION_VARIABLES.executionId]!,
    commitId: environment[SELF_MUTATION_VARIABLES.commitId]!,
  };
}
