import { Command, Option } from 'commander';
import { tablesWith } from '../../../src/boundary/tables';
import { analyse } from '../../../src/core/boundary/analyse';
import type { BoundaryAnalysis } from '../../../src/core/boundary/analysis';
import { analysisLines, isFailing } from '../../boundary-analysis';
import { addTemplateOptions, readPlaces, TemplateOptions } from '../../boundary-inputs';
import { analysisSarif } from '../../boundary-sarif';
import { accountReader, addBoundarySourceOptions, BoundarySourceOptions } from '../../boundary-source-options';
import { EXIT } from '../../exit-codes';

interface CheckOptions extends TemplateOptions, BoundarySourceOptions {
  readonly format: 'text' | 'json' | 'sarif';
  readonly strict?: boolean;
  readonly verbose?: boolean;
}

/** Adds the command that holds what is deployed against the boundaries of accounts. */
export function addCheckCommand(group: Command, end: (code: number) => void): void {
  const command = group
    .command('check')
    .description('finds ways out of the boundaries, and what of a deployment or of its programs they would deny');
  addBoundarySourceOptions(addTemplateOptions(command))
    .addOption(
      new Option('--format <format>', 'findings for people, other programs, or code scanning')
        .choices(['text', 'json', 'sarif'])
        .default('text'),
    )
    .option('--strict', 'warnings fail the check, too')
    .option('--verbose', 'also prints all warnings, and how each known way out of the boundaries is closed')
    .addHelpText('after', '\nExit codes: 0 nothing that fails; 1 escapes or errors, with --strict also warnings.')
    .action((sources: string[], options: CheckOptions) => end(check(sources, options)));
}

function check(sources: readonly string[], options: CheckOptions): number {
  const accountOf = accountReader(options);
  const analyses = readPlaces(sources, options).map((place) => ({
    ...analyse({ templates: place.templates, account: accountOf(place) }, tablesWith(options.typeActions)),
    // Where templates don't tell an account, the account model has the one of examples.
    place: place.place,
  }));
  console.log(textOf(analyses, options));
  return isFailing(analyses, options.strict ?? false) ? EXIT.failed : EXIT.done;
}

function textOf(analyses: readonly BoundaryAnalysis[], { format, verbose }: CheckOptions): string {
  if (format === 'json') return JSON.stringify(analyses, undefined, 2);
  return format === 'sarif' ? analysisSarif(analyses).trimEnd() : analysisLines(analyses, { verbose }).join('\n');
}
