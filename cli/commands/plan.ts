import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { fromFiles } from '../../src/config/platform-files';
import { planFor, PlannedPipeline } from '../../src/core/tagplan/plan';
import { pipelineLines, planJson, planLines } from '../../src/core/tagplan/render';
import { plannedPipelinesOf } from '../../src/pipeline/planned-settings';
import { plannedPipelines } from '../../src/pipeline/read-plan';
import { appFolder } from '../app-folder';
import { ConfigurationOptions, configurationSource } from '../configuration';
import { CommandError, EXIT } from '../exit-codes';
import { askAssembly } from '../synthesized-app';

interface PlanOptions extends Pick<ConfigurationOptions, 'app' | 'config' | 'cdkJson'> {
  readonly assembly?: string;
  readonly json?: boolean;
}

/** Which app of a repository with several is meant: the one with all pipelines. */
const FALLBACK_APP = 'deploy-account';

/** Adds the command that says what a tag would start. */
export function addPlanCommand(program: Command, end: (code: number) => void): void {
  program
    .command('plan')
    .description('says what a tag would start: pipelines, stages, accounts, approvals; without a tag, all pipelines')
    .argument('[tag]', 'name of a Git tag, e.g. cc-prod-2026.11.21')
    .option('--app <app>', `folder of the app, or its name below apps/ (default: this folder, or apps/${FALLBACK_APP})`)
    .addOption(
      new Option('--assembly <folder>', 'cloud assembly to read; without it, the app is synthesized').conflicts('app'),
    )
    .addOption(
      new Option('--config <file...>', 'configuration files to read in place of an app').conflicts(['app', 'assembly']),
    )
    .option('--cdk-json <file>', "CompactConnect's cdk.json: the configuration files are its cdk.context.json files")
    .option('--json', 'prints JSON for other programs')
    .addHelpText('after', '\nExit codes: 0 something starts; 1 the tag starts nothing.')
    .action((tag: string | undefined, options: PlanOptions) => end(plan(tag, options)));
}

function plan(tag: string | undefined, options: PlanOptions): number {
  const { json } = options;
  const pipelines = pipelinesFor(options);
  if (pipelines.length === 0) {
    throw new CommandError('the app has no pipelines; name the app that has them with --app <app>');
  }
  if (tag === undefined) {
    print(json ? [JSON.stringify(pipelines, undefined, 2)] : pipelineLines(pipelines));
    return EXIT.done;
  }
  const started = planFor(tag, pipelines);
  print(json ? [planJson(started, pipelines)] : planLines(started, pipelines));
  return started.starts.length > 0 ? EXIT.done : EXIT.failed;
}

function pipelinesFor({ app, assembly, ...options }: PlanOptions): PlannedPipeline[] {
  if (assembly !== undefined) return pipelinesOf(resolve(assembly));
  if (options.config !== undefined || options.cdkJson !== undefined) {
    return plannedPipelinesOf(fromFiles(configurationSource(options, FALLBACK_APP)));
  }
  return askAssembly(appFolder(app, { fallback: FALLBACK_APP }), pipelinesOf);
}

function pipelinesOf(assembly: string): PlannedPipeline[] {
  try {
    return plannedPipelines(assembly);
  } catch (error) {
    const [reason] = (error as Error).message.split('\n');
    throw new CommandError(`${assembly} is no cloud assembly: ${reason}; give the folder that cdk synth has written`);
  }
}

function print(lines: readonly string[]): void {
  lines.forEach((line) => console.log(line));
}
