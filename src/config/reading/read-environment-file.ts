import { SettingsDraft } from '../draft';
import { displayed } from '../problem';
import { isAbsent, openObject, readRequired, text, trueOrFalse } from './decoders';
import { isForeignContextKey } from './foreign-keys';
import { Place } from './place';
import { readEnvironment } from './read-environment';
import { isOfDeployAccount, selectEnvironment } from './select-environment';

export const FILE_KEYS = ['sandbox', 'environment_name', 'sandbox_active_compact_member_jurisdictions', 'ssm_context'];

export const SSM_CONTEXT_KEYS = ['app_name', 'environments', 'backup_config', 'github_repo_string'];

/** What an environment file says. */
export interface EnvironmentFile {
  readonly settings: Pick<SettingsDraft, 'applicationName' | 'environment'>;
  /** Where a sandbox lists the member jurisdictions. */
  readonly sandboxMembers?: Place;
}

/**
 * Reads a `cdk.context.<environment>.json` file.
 *
 * @param environmentName the caller's choice of an environment
 */
export function readEnvironmentFile(root: Place, environmentName?: string): EnvironmentFile {
  if (!openObject(root, FILE_KEYS, isForeignContextKey)) return { settings: {} };
  const sandbox = isSandbox(root.child('sandbox'));
  const settings = readSsmContext(root, sandbox, environmentName);
  return sandbox
    ? { settings, sandboxMembers: root.child('sandbox_active_compact_member_jurisdictions') }
    : { settings };
}

/** A value that is neither true nor false is reported and then counts as true, as it does to CompactConnect. */
export function isSandbox(place: Place): boolean {
  return !isAbsent(place) && trueOrFalse(place) !== false;
}

function readSsmContext(root: Place, sandbox: boolean, environmentName?: string): EnvironmentFile['settings'] {
  const context = root.child('ssm_context');
  const isContext = readRequired(context, 'the object with app_name and environments', (place) =>
    openObject(place, SSM_CONTEXT_KEYS),
  );
  if (!isContext) return {};
  const environments = context.child('environments');
  if (isOfDeployAccount(environments)) {
    environments.report(
      'these sections describe the deploy account, and no backend is deployed there',
      'load the file of an environment: test, beta, prod or a sandbox',
      displayed(environments.entries().map(({ name }) => name)),
    );
    return {};
  }
  const applicationName = readRequired(
    context.child('app_name', 'applicationName'),
    'the prefix of stack names and sign-in domains',
    text,
  );
  return { applicationName, environment: readSelected(root, sandbox, environmentName) };
}

function readSelected(root: Place, sandbox: boolean, environmentName?: string): SettingsDraft['environment'] {
  const context = root.child('ssm_context');
  const environments = context.child('environments');
  const areEnvironments = readRequired(environments, 'the environment under its name', (place) =>
    openObject(place, [], () => true),
  );
  const name = areEnvironments && selectEnvironment(root, sandbox, environmentName);
  if (!name) return undefined;
  const setting = 'environment';
  const environment = readEnvironment(environments.child(name, setting), context.child('backup_config'), setting);
  return environment && { name, ...environment };
}
