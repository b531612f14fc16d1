import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { appFolder } from './app-folder';
import { requireNoTemplateProblems } from './boundary-problems';
import { CommandError, UsageError } from './exit-codes';
import { askAssembly } from './synthesized-app';
import { readAssembly } from '../src/boundary/assembly/read-assembly';
import { readTemplateFiles } from '../src/boundary/assembly/read-template-files';
import type { AssemblyReading } from '../src/boundary/assembly/reading-problems';
import { PlacedTemplates, placedTemplates } from '../src/boundary/placed-templates';
import { useOneOf } from '../src/config/problem';

/** Which app of a repository with several is meant: the one with all pipelines, which deploys to all accounts. */
export const FALLBACK_APP = 'deploy-account';

/** Options of commands that read an assembly or templates. */
export interface TemplateOptions {
  readonly app?: string;
  readonly account?: string;
}

export function addTemplateOptions(command: Command): Command {
  return addAccountOption(
    command
      .argument(
        '[assembly|files...]',
        'cloud assembly of any CDK app, or files of templates; without any, the app is synthesized',
      )
      .option(
        '--app <app>',
        `folder of the app to synthesize, or its name below apps/ (default: this folder, or apps/${FALLBACK_APP})`,
      ),
  );
}

export function addAccountOption(command: Command): Command {
  return command.option(
    '--account <account/region>',
    'only what is deployed there, e.g. 111122223333/us-east-1, or in all regions of 111122223333',
  );
}

/** What is deployed, by account and region, of which there is one at least. */
export function readPlaces(sources: readonly string[], { app, account }: TemplateOptions): PlacedTemplates[] {
  if (sources.length > 0 && app !== undefined) {
    throw new UsageError(`--app is synthesized, and ${sources[0]} is there already: give one of the two`);
  }
  const places =
    sources.length > 0
      ? placesOf(sources)
      : placesOfReading(askAssembly(appFolder(app, { fallback: FALLBACK_APP }), readAssembly), 'the app');
  return chosenPlaces(places, account);
}

/** What the templates of assemblies and of files are deployed to. */
export function placesOf(sources: readonly string[]): PlacedTemplates[] {
  const folders = sources.filter((source) => statSync(source, { throwIfNoEntry: false })?.isDirectory());
  const files = sources.filter((source) => !folders.includes(source));
  const readings = [...folders.map(readAssembly), readTemplateFiles(files)];
  const reading = {
    templates: readings.flatMap(({ templates }) => templates),
    problems: readings.flatMap(({ problems }) => problems),
  };
  return placesOfReading(reading, sources.join(', '));
}

function placesOfReading({ templates, problems }: AssemblyReading, what: string): PlacedTemplates[] {
  requireNoTemplateProblems(problems);
  if (templates.length === 0) {
    throw new CommandError(`${what} has no stacks: give an assembly or a template that has some`);
  }
  return placedTemplates(templates);
}

/** The places that an account, with its region or without, is about; all without one. */
export function chosenPlaces<Place extends { readonly place: string }>(
  places: readonly Place[],
  account: string | undefined,
): Place[] {
  if (account === undefined) return [...places];
  const chosen = places.filter(({ place }) => place === account || place.startsWith(`${account}/`));
  if (chosen.length > 0) return chosen;
  const known = places.map(({ place }) => place);
  throw new UsageError(`--account has ${account}, where nothing is deployed; ${useOneOf(known, account)}`);
}
