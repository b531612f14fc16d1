import { Command, Option } from 'commander';
import { boundaryTables } from '../../../src/boundary/tables';
import type { TemplateProblem } from '../../../src/core/boundary/deployed-template';
import type { AccessLevel } from '../../../src/core/iam/action-table';
import { BoundaryDifference, boundaryDifferences, gainsFrom, neededRights } from '../../boundary-difference';
import { differenceMarkdown, differenceText } from '../../boundary-difference-text';
import { addAccountOption, chosenPlaces, placesOf } from '../../boundary-inputs';
import { problemLine, requireNoTemplateProblems } from '../../boundary-problems';
import { EXIT } from '../../exit-codes';

/** Which gains `--fail-on` is about: of the level, and of more dangerous ones. */
const LEVELS = { write: 'Write', permissions: 'PermissionsManagement' } as const satisfies Record<string, AccessLevel>;

interface DiffOptions {
  readonly account?: string;
  readonly format: keyof typeof TEXTS;
  readonly failOn?: keyof typeof LEVELS;
}

const TEXTS = {
  text: differenceText,
  markdown: differenceMarkdown,
  json: (differences: readonly BoundaryDifference[]) => [JSON.stringify(differences, undefined, 2)],
};

/** Adds the command that says what a change of an app needs more and less. */
export function addDiffCommand(group: Command, end: (code: number) => void): void {
  addAccountOption(
    group
      .command('diff')
      .description('says which actions and service-linked roles a changed app needs more and less, by access level')
      .argument('<old>', 'cloud assembly, or file of a template, before the change')
      .argument('<new>', 'cloud assembly, or file of a template, after it'),
  )
    .addOption(
      new Option('--format <format>', 'for a terminal, a pull request, or other programs')
        .choices(Object.keys(TEXTS))
        .default('text'),
    )
    .addOption(
      new Option(
        '--fail-on <level>',
        'exit code 1 when actions are gained that write or give permissions (write), or that give permissions',
      ).choices(Object.keys(LEVELS)),
    )
    .addHelpText('after', '\nExit codes: 0 whatever is different; 1 what --fail-on names is gained.')
    .action((old: string, present: string, options: DiffOptions) => end(diff(old, present, options)));
}

function diff(old: string, present: string, { account, format, failOn }: DiffOptions): number {
  const tables = boundaryTables();
  const before = placesOf([old]).map((place) => neededRights(place, tables));
  const after = placesOf([present]).map((place) => neededRights(place, tables));
  // What isn't understood may need more: only before the change that does no harm, since all the more counts as gained.
  requireNoTemplateProblems(after.flatMap(({ problems }) => problems));
  warnOf(before.flatMap(({ problems }) => problems));
  const differences = chosenPlaces(boundaryDifferences(before, after, tables), account);
  TEXTS[format](differences).forEach((line) => console.log(line));
  return failOn !== undefined && gainsFrom(differences, LEVELS[failOn]) ? EXIT.failed : EXIT.done;
}

function warnOf(problems: readonly TemplateProblem[]): void {
  if (problems.length === 0) return;
  console.warn('not understood before the change, so that what it needed counts as gained:');
  problems.forEach((problem) => console.warn(`  ${problemLine(problem)}`));
}
