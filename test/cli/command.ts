import { run } from '../../cli/run';

export interface CommandRun {
  readonly code: number;
  /** Standard output and standard error, without the line break at the end. */
  readonly out: string;
  readonly error: string;
}

export interface CommandPlace {
  readonly folder: string;
  /** Variables in place of those of this process whose names begin with `AWS_`. */
  readonly environment?: NodeJS.ProcessEnv;
}

/** Runs a command line in a folder, in this process and without a terminal. */
export async function runCommand(parameters: readonly string[], place: CommandPlace): Promise<CommandRun> {
  const written = { out: '', error: '' };
  const into = (stream: keyof typeof written) => (text: unknown) => {
    written[stream] += `${text instanceof Error ? text.stack : text}\n`;
  };
  const raw = (stream: keyof typeof written) => (text: unknown) => {
    written[stream] += text;
    return true;
  };
  const before = { environment: process.env, folder: process.cwd(), isTTY: process.stdin.isTTY };
  const spies = [
    jest.spyOn(console, 'log').mockImplementation(into('out')),
    jest.spyOn(console, 'warn').mockImplementation(into('error')),
    jest.spyOn(console, 'error').mockImplementation(into('error')),
    jest.spyOn(process.stdout, 'write').mockImplementation(raw('out')),
    jest.spyOn(process.stderr, 'write').mockImplementation(raw('error')),
  ];
  const own = Object.entries(before.environment).filter(([name]) => !name.startsWith('AWS_'));
  try {
    process.env = { ...Object.fromEntries(own), ...place.environment };
    process.stdin.isTTY = false;
    process.chdir(place.folder);
    const code = await run(parameters);
    return { code, out: written.out.trimEnd(), error: written.error.trimEnd() };
  } finally {
    process.chdir(before.folder);
    process.env = before.environment;
    process.stdin.isTTY = before.isTTY;
    spies.forEach((spy) => spy.mockRestore());
  }
}
