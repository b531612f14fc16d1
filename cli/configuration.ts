import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { appFolder } from './app-folder';
import { CommandError, UsageError } from './exit-codes';
import { AppSource, readAppSource } from '../src/config/app-source';
import { PLATFORM_CONTEXT_KEY } from '../src/config/reading/foreign-keys';

/** Options of commands that read a configuration. */
export interface ConfigurationOptions {
  readonly app?: string;
  readonly config?: string[];
  readonly cdkJson?: string;
}

/** @param fallback which app of a repository with several is meant where none is named */
export function addConfigurationOptions(command: Command, fallback: string): Command {
  return command
    .option(
      '--app <app>',
      `folder of the app whose cdk.json names the configuration, or its name below apps/ (default: this folder, or apps/${fallback})`,
    )
    .option('--config <file...>', 'configuration files, in place of those that cdk.json names')
    .option(
      '--cdk-json <file>',
      "CompactConnect's cdk.json: the configuration files are then its cdk.context.json files",
    );
}

/** Where the configuration of a command comes from: its options, or else the context of the app. */
export function configurationSource({ app, config, cdkJson }: ConfigurationOptions, fallback: string): AppSource {
  if (cdkJson !== undefined) {
    if (config === undefined) {
      throw new UsageError('--cdk-json needs the files of environments: add --config <file...>');
    }
    return { cdkJson, environmentFiles: config };
  }
  if (config === undefined) return sourceOfApp(appFolder(app, { fallback }));
  // Only an app that is surely meant says which form its files have, and what its parameters are called.
  if (app === undefined && !existsSync('cdk.json')) return { files: config };
  const source = sourceOfApp(appFolder(app));
  return source.cdkJson === undefined ? { ...source, files: config } : { ...source, environmentFiles: config };
}

function sourceOfApp(folder: string): AppSource {
  return readAppSource(contextOf(folder)[PLATFORM_CONTEXT_KEY], folder);
}

/** The context of an app as the CDK has it: what isn't checked in counts less than `cdk.json`. */
function contextOf(folder: string): Record<string, unknown> {
  const local = join(folder, 'cdk.context.json');
  const { context } = contentOf(join(folder, 'cdk.json'));
  return { ...(existsSync(local) && contentOf(local)), ...(context as Record<string, unknown>) };
}

function contentOf(file: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new CommandError(`${file} can't be read: ${(error as Error).message}; mend the JSON`);
  }
}
