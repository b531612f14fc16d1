import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { bootstrapPlan, BootstrapStep } from '../../src/bootstrap/bootstrap-plan';
import { bootstrapPlanRows } from '../../src/bootstrap/bootstrap-plan-table';
import { fromFiles } from '../../src/config/platform-files';
import type { PlatformSettings } from '../../src/config/platform-settings';
import { tableLines } from '../../src/core/text/table';
import { accountProfiles, requireKnownAccounts } from '../account-profiles';
import { appFolder } from '../app-folder';
import { existingVariants } from '../bootstrap-stacks';
import { runBootstrapSteps } from '../bootstrap-steps';
import { TemplatesOptions, templatesFolder } from '../bootstrap-templates';
import { printPreflight } from '../boundary-preflight-command';
import { addConfigurationOptions, configurationSource } from '../configuration';
import { CommandError, EXIT, UsageError } from '../exit-codes';

/** Which app of a repository with several is meant: for its configuration, and for the step that deploys pipelines. */
const FALLBACK_APP = 'sandbox';
const FALLBACK_PIPELINES_APP = 'deploy-account';

interface BootstrapOptions extends TemplatesOptions {
  readonly plan?: boolean;
  readonly preflight?: boolean;
  readonly assembly?: string;
  readonly json?: boolean;
  readonly profile?: string[];
}

/** Adds the command that bootstraps the accounts of an installation. */
export function addBootstrapCommand(program: Command, end: (code: number) => void): void {
  addConfigurationOptions(
    program
      .command('bootstrap')
      .description('bootstraps the accounts of environments in the order that their trust needs; again changes nothing')
      .argument('[environment...]', 'environments, or "deploy" for the deploy account; all accounts without any'),
    FALLBACK_APP,
  )
    .option('--plan', 'only prints the commands, their order and why')
    .addOption(
      new Option(
        '--preflight',
        'only says whether the bootstraps that accounts have are enough for what the app deploys: 0 they are, 1 they are not',
      ).conflicts('plan'),
    )
    .option('--assembly <folder>', 'with --preflight: cloud assembly to read; without it, the app is synthesized')
    .option('--json', 'with --plan or --preflight: prints JSON for other programs')
    .option('--templates <folder>', 'folder of the rendered templates (default: bootstrap-templates beside the app)')
    .option('--profile <account=profile...>', 'profile of the AWS configuration per account, where one is not enough')
    .action(async (targets: string[], options: BootstrapOptions) => end(await bootstrap(targets, options)));
}

async function bootstrap(names: readonly string[], options: BootstrapOptions): Promise<number> {
  const { plan, json } = options;
  if (json && !plan && !options.preflight) {
    throw new UsageError('--json is the form of a plan: add --plan, which changes nothing, or --preflight');
  }
  if (options.assembly !== undefined && !options.preflight) {
    throw new UsageError('--assembly is what bootstraps are compared with: add --preflight, which changes nothing');
  }
  const profiles = accountProfiles(options.profile ?? []);
  const settings = settingsOf(options);
  const targets = names.length === 0 ? undefined : names;
  const templates = templatesFolder(options, FALLBACK_APP);
  const planned = bootstrapPlan(settings, { targets, templates });
  requireKnownAccounts(profiles, planned);
  if (plan) {
    const lines = json ? [JSON.stringify(planned, undefined, 2)] : tableLines(bootstrapPlanRows(planned));
    lines.forEach((line) => console.log(line));
    return EXIT.done;
  }
  if (options.preflight) {
    const variants = await existingVariants(planned, settings.bootstrapQualifier, profiles);
    const steps = bootstrapPlan(settings, { targets, templates, variants });
    return printPreflight(steps, { ...options, qualifier: settings.bootstrapQualifier, profiles });
  }
  requireTemplates(planned);
  const hasPipelines = planned.some(({ phase }) => phase === 'pipelines');
  const pipelinesApp = hasPipelines ? appFolder(options.app, { fallback: FALLBACK_PIPELINES_APP }) : undefined;
  // A stack of another variant is overwritten only where one is: what exists is looked at before anything is changed.
  const variants = await existingVariants(planned, settings.bootstrapQualifier, profiles);
  const steps = bootstrapPlan(settings, { targets, templates: resolve(templates), variants });
  return runBootstrapSteps(steps, { profiles, pipelinesApp });
}

function settingsOf(options: BootstrapOptions): PlatformSettings {
  const source = configurationSource(options, FALLBACK_APP);
  if (source.parameters === undefined || options.config !== undefined) return fromFiles(source);
  throw new CommandError(
    'a part of the configuration lies in parameters of the deploy account: give files of all of it with --config <file...>; context:get prints what is stored',
  );
}

function requireTemplates(steps: readonly BootstrapStep[]): void {
  const missing = steps.flatMap(({ template }) => (template && !existsSync(template.file) ? [template.file] : []));
  if (missing.length === 0) return;
  throw new CommandError(
    `these bootstrap templates do not exist: ${[...new Set(missing)].join(', ')}; render them with bootstrap:render, or name their folder with --templates <folder>`,
  );
}
