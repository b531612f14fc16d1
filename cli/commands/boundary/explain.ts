import { Command, Option } from 'commander';
import { boundaryTables } from '../../../src/boundary/tables';
import { Answer, answersTo } from '../../boundary-answers';
import { EXECUTION_ROLE } from '../../boundary-askers';
import { addTemplateOptions, readPlaces, TemplateOptions } from '../../boundary-inputs';
import { QuestionOptions, readQuestion } from '../../boundary-question';
import { accountReader, addBoundarySourceOptions, BoundarySourceOptions } from '../../boundary-source-options';
import { EXIT } from '../../exit-codes';

interface ExplainOptions extends TemplateOptions, BoundarySourceOptions, QuestionOptions {
  readonly format: keyof typeof TEXTS;
}

const VERDICTS: Readonly<Record<Answer['verdict'], string>> = { yes: 'yes', no: 'no', unknown: 'depends' };

const TEXTS = {
  text: (answers: readonly Answer[]) =>
    answers.flatMap(({ place, verdict, reasons }, index) => [
      ...(index === 0 ? [] : ['']),
      `${place}: ${VERDICTS[verdict]}`,
      ...reasons.map((reason) => `  ${reason}`),
    ]),
  json: (answers: readonly Answer[]) => [JSON.stringify(answers, undefined, 2)],
};

/** Adds the command that says whether a role would be allowed something, and why. */
export function addExplainCommand(group: Command, end: (code: number) => void): void {
  const command = group
    .command('explain')
    .description('says whether a role would be allowed an action on a resource, and which statements decide')
    .requiredOption(
      '--role <name>',
      `logical id, construct path, name or ARN of a role or user; ${EXECUTION_ROLE} for the role that deploys`,
    )
    .requiredOption('--action <action>', 'IAM action, e.g. dynamodb:GetItem')
    .option(
      '--resource <arn>',
      "ARN; wildcards ask about all that they match, and '${Table.Arn}' is read as in Fn::Sub (default: any resource)",
    )
    .option('--context <key=value...>', 'condition keys that the request carries; all others are unknown')
    .option('--without <key...>', 'condition keys that the request does not carry, e.g. iam:PermissionsBoundary');
  addBoundarySourceOptions(addTemplateOptions(command))
    .addOption(
      new Option('--format <format>', 'for people or for other programs').choices(Object.keys(TEXTS)).default('text'),
    )
    .addHelpText('after', '\nExit codes: 0 allowed; 1 denied, or it depends on what is not known.')
    .action((sources: string[], options: ExplainOptions) => end(explain(sources, options)));
}

function explain(sources: readonly string[], options: ExplainOptions): number {
  const tables = boundaryTables();
  const question = readQuestion(options, tables.actions);
  const accountOf = accountReader(options);
  const answers = answersTo(question, readPlaces(sources, options), accountOf, tables);
  TEXTS[options.format](answers).forEach((line) => console.log(line));
  return answers.every(({ verdict }) => verdict === 'yes') ? EXIT.done : EXIT.failed;
}
