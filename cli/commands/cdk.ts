import type { Command } from 'commander';
import { appFolder } from '../app-folder';
import { runCdk } from '../pinned-cdk';

const COMMANDS = {
  synth: 'writes the cloud assembly of an app, checked by all rules',
  diff: 'shows what a deployment of an app would change',
  deploy: 'deploys the stacks of an app from this machine, all of them unless some are named',
  destroy: 'deletes the stacks of an app',
} as const;

type CdkCommand = keyof typeof COMMANDS;

/** Adds the commands that hand on to the pinned CDK CLI. */
export function addCdkCommands(program: Command, end: (code: number) => void): void {
  for (const [name, description] of Object.entries(COMMANDS)) {
    program
      .command(name)
      .description(description)
      .argument('[app]', 'folder of the app, or its name below apps/; this folder, or else apps/sandbox')
      .argument('[environment]', 'name of the environment: the context value "environment" of the app')
      .allowUnknownOption()
      .allowExcessArguments()
      .addHelpText('after', '\nNames of stacks may follow, then options; both go to the CDK CLI as they are.')
      .action((_app, _environment, _options, command: Command) => {
        const { app, environment, others } = separate(command.args);
        end(runCdk(appFolder(app), cdkParameters(name as CdkCommand, environment, others)));
      });
  }
}

export interface CommandLine {
  readonly app?: string;
  readonly environment?: string;
  /** What goes to the CDK CLI as it is. */
  readonly others: readonly string[];
}

/** Names stand before the first option; everything from there on belongs to the CDK CLI. */
export function separate(parameters: readonly string[]): CommandLine {
  const firstOption = parameters.findIndex((parameter) => parameter.startsWith('-'));
  const names = firstOption === -1 ? parameters : parameters.slice(0, firstOption);
  const [app, environment] = names;
  const options = firstOption === -1 ? [] : parameters.slice(firstOption);
  return { app, environment, others: [...names.slice(2), ...options] };
}

export function cdkParameters(
  command: CdkCommand,
  environment: string | undefined,
  others: readonly string[],
): string[] {
  const context = environment === undefined ? [] : ['--context', `environment=${environment}`];
  const namesStacks = others.length > 0 && !others[0].startsWith('-');
  const all = command === 'deploy' && !namesStacks && !others.includes('--all') ? ['--all'] : [];
  return [command, ...all, ...context, ...others];
}
