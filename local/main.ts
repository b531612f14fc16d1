import { environmentVariables, LocalEnvironment } from './environment';
import { Folders } from './folders';
import { LocalRun } from './local-run';
import { Options, parseOptions, USAGE } from './options';
import { LocalRunError } from './tools/errors';
import { runShell, stopRunning } from './tools/processes';
import { Progress } from './tools/progress';

async function main(): Promise<void> {
  const options = readOptions();
  if (options.help) {
    console.log(USAGE);
    return;
  }
  // The output of a command of --once stays its own.
  const progress = new Progress(options.once ? process.stderr : process.stdout);
  const folders = new Folders(undefined, options.folder);
  const run = new LocalRun(options, folders, progress);
  let ending: Promise<void> | undefined;
  const end = (code: number): Promise<void> => {
    ending ??= stopRunning()
      .then(async () => run.stop())
      .then(() => process.exit(code));
    return ending;
  };
  // The launcher disconnects when it dies; nothing of the run may outlive it.
  process.on('disconnect', () => void end(1));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!ending && !options.once) progress.write('stopping …');
      void end(options.once ? 130 : 0);
    });
  }
  try {
    await serve(run, options, folders, progress, end);
  } catch (error) {
    if (ending) return;
    complain(error);
    await end(1);
  }
}

function readOptions(): Options {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (error) {
    complain(error);
    process.exit(1);
  }
}

/** One line where the person at the keyboard can mend it, everything where we must. */
function complain(error: unknown): void {
  console.error(error instanceof LocalRunError ? error.message : error);
}

async function serve(
  run: LocalRun,
  { once }: Options,
  folders: Folders,
  progress: Progress,
  end: (code: number) => Promise<void>,
): Promise<void> {
  const environment = await run.start();
  const seconds = process.uptime().toFixed(1);
  if (once) {
    progress.write(`ready in ${seconds} s; running: ${once}`);
    await end(await runShell(once, environmentVariables(folders.environmentFile, environment)));
  } else {
    progress.write(banner(environment, seconds));
  }
}

function banner({ address, apis, auth, mailbox }: LocalEnvironment, seconds: string): string {
  const lines = [
    ['console', `${address}/`],
    ...Object.entries(apis).map(([name, url]) => [`${name} API`, url]),
    ...Object.entries(auth).map(([name, { url }]) => [`${name} sign-in`, url]),
    ['mailbox', mailbox],
  ];
  const list = lines.map(([name, url]) => `  ${name.padEnd(14)} ${url}`).join('\n');
  return `\nready in ${seconds} s\n\n${list}\n\nCtrl-C stops it.`;
}

void main();
