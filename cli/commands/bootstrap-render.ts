import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudAssembly } from 'aws-cdk-lib/cx-api';
import type { Command } from 'commander';
import { installationBootstraps } from '../../src/bootstrap/installation-bootstraps';
import { fromFiles } from '../../src/config/platform-files';
import { appFolder } from '../app-folder';
import { TemplatesOptions, templatesFolder } from '../bootstrap-templates';
import { addConfigurationOptions, configurationSource } from '../configuration';
import { EXIT } from '../exit-codes';
import { askAssembly } from '../synthesized-app';

/** Which app of a repository with several is meant: the one with all pipelines, which deploys to all accounts. */
const FALLBACK_APP = 'deploy-account';

/** Adds the command that renders the templates with which the accounts of an installation are bootstrapped. */
export function addBootstrapRenderCommand(program: Command, end: (code: number) => void): void {
  addConfigurationOptions(
    program
      .command('bootstrap:render')
      .description('renders the bootstrap templates of all accounts, with boundaries for what the app deploys there'),
    FALLBACK_APP,
  )
    .option('--templates <folder>', 'folder to write to (default: bootstrap-templates beside the app)')
    .action((options: TemplatesOptions) => end(render(options)));
}

/** All templates are made before the first is written: what is wrong with one leaves the folder as it is. */
function render(options: TemplatesOptions): number {
  const settings = fromFiles(configurationSource(options, FALLBACK_APP));
  const folder = templatesFolder(options, FALLBACK_APP);
  const templates = askAssembly(appFolder(options.app, { fallback: FALLBACK_APP }), (assembly) =>
    [...installationBootstraps(settings, new CloudAssembly(assembly))].map(
      ([file, bootstrap]) => [join(folder, file), bootstrap.toYaml()] as const,
    ),
  );
  mkdirSync(folder, { recursive: true });
  for (const [file, template] of templates) {
    writeFileSync(file, template);
    console.log(`rendered ${file}`);
  }
  return EXIT.done;
}
