import { writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import { name, version } from '../../package.json';
import { boundaryTables } from '../../src/boundary/tables';
import { securityReport } from '../../src/report/build/security-report';
import { hipaaRules } from '../../src/report/hipaa/nag-rules';
import { REPORT_WRITERS, ReportFormat } from '../../src/report/writers/report-writers';
import { boundaryAnalyses } from '../boundary-analyses';
import { EXIT } from '../exit-codes';
import { reviewedAssembly } from '../reviewed-assembly';

interface ReportOptions {
  readonly since?: string;
  readonly format: ReportFormat;
  readonly output?: string;
  readonly title?: string;
  readonly today?: string;
  readonly template?: string[];
  readonly deploysWithBootstrapRoles?: string[];
}

/** A page for people is read in a browser, which reads files; everything else goes on to another program. */
const HTML_FILE = 'report.html';
const STANDARD_OUTPUT = '-';

/** Adds the command that writes what a reviewer of an app's security reads. */
export function addReportCommand(program: Command, end: (code: number) => void): void {
  program
    .command('report')
    .description('writes a security report of what any CDK app deploys, over all its stages and accounts')
    .argument('<assembly>', 'folder that cdk synth has written, cdk.out')
    .option('--since <assembly>', 'an earlier assembly of the app: the report says what changed')
    .addOption(
      new Option('--format <format>', 'page for people, comment of a pull request, code scanning, other programs')
        .choices(Object.keys(REPORT_WRITERS))
        .default('html'),
    )
    .option('--output <file>', `file to write, or - for standard output (default: ${HTML_FILE}, other formats to -)`)
    .option(
      '--template <template...>',
      'bootstrap templates to analyse, each as <account/region>=<file> or as <file> for all other accounts; "derived" in place of a file is what boundary derive gives (default: boundaries are not analysed)',
    )
    .option(
      '--deploys-with-bootstrap-roles <account...>',
      'accounts whose programs, such as pipelines, are meant to take on bootstrap roles',
    )
    .option('--title <title>', 'what the app is called (default: path of the assembly)')
    .option('--today <day>', 'day for which acknowledgements are judged, YYYY-MM-DD (default: today, UTC)', dayOf)
    .action((assembly: string, options: ReportOptions) => end(report(assembly, options)));
}

function report(assembly: string, options: ReportOptions): number {
  const { since, format, output = format === 'html' ? HTML_FILE : STANDARD_OUTPUT, title = assembly } = options;
  const { today = new Date().toISOString().slice(0, 10) } = options;
  const tables = boundaryTables();
  const model = securityReport({
    title,
    generator: { name, version },
    today,
    actions: tables.actions,
    hipaaRules: hipaaRules(),
    assembly: reviewedAssembly(assembly, tables),
    since: since === undefined ? undefined : { name: since, ...reviewedAssembly(since, tables) },
    boundaries: boundaryAnalyses(assembly, options, tables),
  });
  const text = REPORT_WRITERS[format](model);
  if (output === STANDARD_OUTPUT) {
    process.stdout.write(text);
  } else {
    writeFileSync(output, text);
    console.log(`wrote ${output}`);
  }
  return EXIT.done;
}

function dayOf(text: string): string {
  const time = Date.parse(`${text}T00:00:00Z`);
  // JavaScript moves days that a month doesn't have into the next one.
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(`${text}T`)) return text;
  throw new InvalidArgumentError('Write a day as YYYY-MM-DD.');
}
