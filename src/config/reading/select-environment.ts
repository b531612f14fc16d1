import { displayed, useOneOf } from '../problem';
import { COMPACT_CONNECT_ENVIRONMENTS } from '../purpose';
import { readRequired, text } from './decoders';
import { Place } from './place';

/** Entries beside the environments that describe the account of the pipelines. */
export const DEPLOY_ACCOUNT_SECTIONS = ['pipeline', 'deploy'];

/** True for a file that has the deploy account's sections, but no environment that a backend could go to. */
export function isOfDeployAccount(environments: Place): boolean {
  return environments.entries().length > 0 && environmentNames(environments).length === 0;
}

/**
 * Which environment of a file is meant; nothing where the file doesn't say, which is then reported.
 *
 * @param requested the caller's choice, which counts more than the file's
 */
export function selectEnvironment(root: Place, sandbox: boolean, requested?: string): string | undefined {
  const environments = root.child('ssm_context').child('environments');
  const names = environmentNames(environments);
  if (names.length === 0) {
    return environments.refuse('no environment stands here', 'add one under its name, for example "test"');
  }
  if (requested !== undefined) return requestedEnvironment(environments, names, sandbox, requested);
  return sandbox ? sandboxEnvironment(root, names) : onlyEnvironment(environments, names);
}

export function environmentNames(environments: Place): string[] {
  const names = environments.entries().map(({ name }) => name);
  return names.filter((name) => !DEPLOY_ACCOUNT_SECTIONS.includes(name));
}

function requestedEnvironment(
  environments: Place,
  names: readonly string[],
  sandbox: boolean,
  requested: string,
): string | undefined {
  if (!names.includes(requested)) {
    environments.report('the file has no environment of this name', useOneOf(names, requested), displayed(requested));
    return undefined;
  }
  return sandbox ? nameStandsIn(environments, requested) : pipelineEnvironment(environments, requested);
}

/** The environment that a sandbox's file names; nothing where it names none that it has, which is then reported. */
export function sandboxEnvironment(root: Place, names: readonly string[]): string | undefined {
  const place = root.child('environment_name', 'environment.name');
  const name = readRequired(place, 'the name of the sandbox under ssm_context.environments', text);
  if (name !== undefined && !names.includes(name)) {
    return place.refuse('ssm_context.environments has no environment of this name', useOneOf(names, name));
  }
  return name;
}

function onlyEnvironment(environments: Place, names: readonly string[]): string | undefined {
  if (names.length === 1) return pipelineEnvironment(environments, names[0]);
  environments.report('the file has several environments', 'pass the environmentName of one', displayed(names));
  return undefined;
}

function pipelineEnvironment(environments: Place, name: string): string | undefined {
  return isOfPipelines(environments, name) ? nameStandsIn(environments, name) : undefined;
}

/** Whether pipelines deploy an environment of this name: outside of sandboxes no others exist, which is then reported. */
export function isOfPipelines(environments: Place, name: string): boolean {
  if (COMPACT_CONNECT_ENVIRONMENTS.includes(name)) return true;
  environments.report(
    `only a sandbox has a name other than ${COMPACT_CONNECT_ENVIRONMENTS.join(', ')}`,
    `rename it, or set "sandbox" to true and "environment_name" to ${displayed(name)} at the top of the file`,
    displayed(name),
  );
  return false;
}

function nameStandsIn(environments: Place, name: string): string {
  environments.key(name, 'environment.name');
  return name;
}
