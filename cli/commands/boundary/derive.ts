import { Command, Option } from 'commander';
import { stringify } from 'yaml';
import { derive, Derivation } from '../../../src/boundary/derivation';
import { derivationJson, derivationLines } from '../../boundary-derivation';
import { writeDerivations } from '../../boundary-derivation-files';
import { addTemplateOptions, readPlaces, TemplateOptions } from '../../boundary-inputs';
import { addBootstrapFactOptions, BootstrapFactOptions } from '../../boundary-source-options';
import { EXIT } from '../../exit-codes';

interface DeriveOptions extends TemplateOptions, BootstrapFactOptions {
  readonly trustedRole?: string[];
  readonly format: 'table' | 'json' | 'yaml';
  readonly output?: string;
}

/** Adds the command that makes the boundaries of accounts from what is deployed there. */
export function addDeriveCommand(group: Command, end: (code: number) => void): void {
  const command = group
    .command('derive')
    .description('makes the smallest boundaries, and the bootstrap, that let everything be deployed and run');
  addBootstrapFactOptions(addTemplateOptions(command))
    .option('--trusted-role <role...>', 'names of roles in trusted accounts that may deploy')
    .addOption(
      new Option('--format <format>', 'figures for people, or documents and figures for other programs')
        .choices(['table', 'json', 'yaml'])
        .default('table'),
    )
    .option('--output <folder>', 'folder for the policy documents and the bootstrap template of each account')
    .action((sources: string[], options: DeriveOptions) => end(printDerivations(sources, options)));
}

function printDerivations(sources: readonly string[], options: DeriveOptions): number {
  const { roleNamePrefix, trustedRole, qualifier, deploysWithBootstrapRoles, format, output } = options;
  const derivations = readPlaces(sources, options).map((place) =>
    derive(place, {
      qualifier,
      deploysWithBootstrapRoles,
      roleNamePrefixes: roleNamePrefix,
      typeActions: options.typeActions,
      trustedRoles: trustedRole,
    }),
  );
  const files = output === undefined ? [] : writeDerivations(derivations, output);
  console.log(TEXTS[format](derivations));
  files.forEach((file) => console.error(`wrote ${file}`));
  return EXIT.done;
}

const TEXTS: Readonly<Record<DeriveOptions['format'], (derivations: readonly Derivation[]) => string>> = {
  table: (derivations) => derivationLines(derivations).join('\n'),
  json: (derivations) => JSON.stringify(derivationJson(derivations), undefined, 2),
  yaml: (derivations) => stringify(derivationJson(derivations), { lineWidth: 0 }).trimEnd(),
};
