import { Command, CommanderError } from 'commander';
import { addBootstrapCommand } from './commands/bootstrap';
import { addBootstrapRenderCommand } from './commands/bootstrap-render';
import { addBoundaryCommands } from './commands/boundary/boundary';
import { addCdkCommands } from './commands/cdk';
import { addContextCommands } from './commands/context';
import { addPlanCommand } from './commands/plan';
import { addReportCommand } from './commands/report';
import { EXIT, UsageError } from './exit-codes';
import { failureMessage } from './failure-message';
import { version } from '../package.json';

const DESCRIPTION = `Deploys what a platform of cdk-compact-platform describes.

Exit codes: 0 done; 1 failed, or the answer is no; 2 the command line can't be understood.`;

/** Runs one command line and gives its exit code. */
export async function run(parameters: readonly string[]): Promise<number> {
  let code: number = EXIT.done;
  try {
    await commandLine((exitCode) => (code = exitCode)).parseAsync([...parameters], { from: 'user' });
    return code;
  } catch (error) {
    return exitCodeOf(error);
  }
}

/** The whole command line; `end` is told the exit code of the command that ran. */
export function commandLine(end: (code: number) => void): Command {
  // Commands inherit what is set here. After the name of a command, options are the command's: the CDK has --version too.
  const program = new Command('compact-platform')
    .description(DESCRIPTION)
    .version(version, '--version', 'prints the version of cdk-compact-platform')
    .showHelpAfterError('(--help tells what is possible)')
    .enablePositionalOptions()
    .exitOverride();
  addCdkCommands(program, end);
  addBootstrapCommand(program, end);
  addBootstrapRenderCommand(program, end);
  addBoundaryCommands(program, end);
  addPlanCommand(program, end);
  addContextCommands(program, end);
  addReportCommand(program, end);
  return program;
}

function exitCodeOf(error: unknown): number {
  // Commander has printed what was wrong; asking for help is no mistake.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.misused;
  console.error(failureMessage(error));
  return error instanceof UsageError ? EXIT.misused : EXIT.failed;
}
