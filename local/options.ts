import { parseArgs } from 'node:util';
import { LocalRunError, messageOf } from './tools/errors';

export const DEFAULT_PORT = 4700;
/** A queue hides a message for twelve hours at most (Amazon SQS Developer Guide, message quotas). */
const MAXIMUM_RETRY_SECONDS = 43_200;

export interface Options {
  readonly port: number;
  readonly reset: boolean;
  /** Folder for the files of the run, in place of `.local`. */
  readonly folder?: string;
  /** Command to run when everything is up; the run ends with it. */
  readonly once?: string;
  /** Synthesized assembly to run in place of the sandbox app's. */
  readonly assembly?: string;
  /** Command that creates the stacks in the emulator in our place. */
  readonly deployWith?: string;
  /** Seconds after which messages that a function failed to process come back, in place of their queue's timeout. */
  readonly retryAfterSeconds?: number;
  readonly verbose: boolean;
  readonly help: boolean;
}

export const USAGE = `Runs the synthesized sandbox backend on this machine.

  --port N            port of the console and the APIs on 127.0.0.1 (default ${DEFAULT_PORT})
  --reset             begin without anything of earlier runs, except the installed emulator
  --folder DIR        keep the files of the run in this folder, so that it can run beside others of the checkout
  --once "<command>"  run a command against the backend, stop, and end with the command's exit code
  --assembly DIR      run this synthesized assembly; nothing is built
  --deploy-with "<command>"
                      create the stacks with a command of your own, such as the CDK CLI, from the assembly that
                      COMPACT_LOCAL_ASSEMBLY names
  --retry-after SECONDS
                      offer messages that a function failed to process again after this time, not after the
                      visibility timeout of their queue
  --verbose           show what functions write, and what was left out of the templates
  --help              show this text`;

export function parseOptions(parameters: readonly string[]): Options {
  const { port, 'deploy-with': deployWith, 'retry-after': retryAfter, ...others } = parse(parameters);
  const retryAfterSeconds = retryAfter === undefined ? undefined : parseSeconds(retryAfter);
  return { ...others, deployWith, retryAfterSeconds, port: parsePort(port) };
}

function parse(parameters: readonly string[]) {
  try {
    return parseArgs({
      args: [...parameters],
      options: {
        port: { type: 'string', default: String(DEFAULT_PORT) },
        reset: { type: 'boolean', default: false },
        folder: { type: 'string' },
        once: { type: 'string' },
        assembly: { type: 'string' },
        'deploy-with': { type: 'string' },
        'retry-after': { type: 'string' },
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new LocalRunError(`${messageOf(error)}\n\n${USAGE}`);
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new LocalRunError(
    `--port has the value "${text}": give a whole number from 1 to 65535, or 0 for any free port`,
  );
}

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (/^\d+$/.test(text) && seconds <= MAXIMUM_RETRY_SECONDS) return seconds;
  throw new LocalRunError(
    `--retry-after has the value "${text}": give a whole number of seconds from 0 to ${MAXIMUM_RETRY_SECONDS}`,
  );
}
