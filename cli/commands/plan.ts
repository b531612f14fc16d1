import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { planFor, PlannedPipeline } from '../../src/core/tagplan/plan';
import { pipelineLines, planJson, planLines } from '../../src/core/tagplan/render';
import { plannedPipelines } from '../../src/pipeline/read-plan';
import { appFolder } from '../app-folder';
import { CommandError, EXIT } from '../exit-codes';
import { askAssembly } from '../synthesized-app';

interface PlanOptions {
  readonly app?: string;
  readonly assembly?: string;
  readonly json?: boolean;
}

/** Adds the command that says what a tag would start. */
export function addPlanCommand(program: Command, end: (code: number) => void): void {
  program
    .command('plan')
    .description('says what a tag would start: pipelines, stages, accounts, approvals; without a tag, all pipelines')
    .argument('[tag]', 'name of a Git tag, e.g. cc-prod-2026.11.21')
    .option('--app <app>', 'folder of the app, or its name below apps/ (default: this folder, or apps/deploy-account)')
    .addOption(
      new Option('--assembly <folder>', 'cloud assembly to read; without it, the app is synthesized').conflicts('app'),
    )
    .option('--json', 'prints JSON for other programs')
    .addHelpText('after', '\nExit codes: 0 something starts; 1 the tag starts nothing.')
    .action((tag: string | undefined, options: PlanOptions) => end(plan(tag, options)));
}

function plan(tag: string | undefined, { app, assembly, json }: PlanOptions): number {
  const pipelines =
    assembly === undefined
      ? askAssembly(appFolder(app, { fallback: 'deploy-account' }), pipelinesOf)
      : pipelinesOf(resolve(assembly));
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
