import type { Command } from 'commander';
import { parameterPlace } from '../../src/config/parameters/parameter-place';
import { checkStoredParameter } from '../../src/config/parameters/parameter-plan';
import { STANDARD_BYTES } from '../../src/config/parameters/parameter-size';
import { parseJson, plainValue } from '../../src/core/text/json-document';
import { addConfigurationOptions, ConfigurationOptions, configurationSource } from '../configuration';
import { CommandError, EXIT } from '../exit-codes';
import { compareParameter, ParameterComparison } from '../parameter-comparison';
import { callerAccount, ParameterStore } from '../parameter-store';
import { confirmed } from '../prompt';
import { differenceLines } from '../rendering/difference-lines';

/** Which app is meant in a repository with several: the one whose account keeps the parameters. */
const DEPLOY_APP = 'deploy-account';

type End = (code: number) => void;

interface ContextOptions extends ConfigurationOptions {
  readonly yes?: boolean;
}

/** Adds the commands for the configuration that the deploy account keeps in parameters. */
export function addContextCommands(program: Command, end: End): void {
  const add = (name: string, description: string) =>
    addConfigurationOptions(
      program
        .command(name)
        .description(description)
        .argument('<environment>', 'name of the environment, or "deploy" for the deploy account'),
      DEPLOY_APP,
    );
  add('context:put', 'stores the configuration of an environment in its parameter of the deploy account')
    .option('--yes', 'do not ask before storing')
    .action(async (environment: string, options: ContextOptions) => end(await put(environment, options)));
  add('context:get', 'prints the stored configuration of an environment').action(
    async (environment: string, options: ContextOptions) => end(await get(environment, options)),
  );
  add('context:check', 'compares the configuration of an environment with what is stored: 0 equal, 1 different').action(
    async (environment: string, options: ContextOptions) => end(await check(environment, options)),
  );
}

async function put(environment: string, options: ContextOptions): Promise<number> {
  const { plan, store, stored, request, changes } = await compare(environment, options);
  const { name, bytes } = plan;
  if (changes.length === 0) {
    console.log(`${name} holds this already; nothing is stored`);
    return EXIT.done;
  }
  const isAdvanced = stored !== undefined && (await store.isAdvanced(name));
  if (plan.tier === 'Advanced' && !isAdvanced) {
    console.warn(
      `${bytes} bytes are more than the ${STANDARD_BYTES} of a standard parameter: it becomes an advanced one, which costs a fee each month and never becomes a standard one again`,
    );
  }
  if (!options.yes && !(await confirmed(`store ${name} in the account ${request.account}?`))) {
    console.log('nothing is stored');
    return EXIT.failed;
  }
  const tier = isAdvanced ? 'Advanced' : plan.tier;
  await store.store({ ...plan, tier });
  console.log(`stored ${name} (${bytes} bytes, ${tier})`);
  return EXIT.done;
}

async function check(environment: string, options: ContextOptions): Promise<number> {
  const { plan, stored, request, changes } = await compare(environment, options);
  if (stored !== undefined) checkStoredParameter(request, plan.name, stored);
  if (changes.length > 0) return EXIT.failed;
  console.log(`${plan.name} holds what the files say`);
  return EXIT.done;
}

async function get(environment: string, options: ContextOptions): Promise<number> {
  const { name, region } = parameterPlace(environment, configurationSource(options, DEPLOY_APP));
  const value = await new ParameterStore(region).valueOf(name);
  if (value === undefined) {
    throw new CommandError(
      `the account ${await callerAccount(region)} has no parameter ${name}${region === undefined ? '' : ` in ${region}`}: use credentials of the deploy account, or store it with context:put`,
    );
  }
  const document = parseJson(value);
  console.log(document.ok ? JSON.stringify(plainValue(document.value), undefined, 2) : value);
  return EXIT.done;
}

async function compare(environment: string, options: ContextOptions): Promise<ParameterComparison> {
  const comparison = await compareParameter(environment, configurationSource(options, DEPLOY_APP));
  const { plan, stored, changes } = comparison;
  if (changes.length > 0) {
    console.log(stored === undefined ? `${plan.name} does not exist yet` : `${plan.name} differs:`);
    differenceLines(changes).forEach((line) => console.log(`  ${line}`));
  }
  return comparison;
}
