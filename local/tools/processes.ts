import { ChildProcess, spawn, SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';

export interface Finished {
  readonly code: number;
  readonly output: string;
}

/** Short-lived programs that still run; they end when the local run does. */
const running = new Set<ChildProcess>();

/** Runs a program to its end and keeps what it wrote; a program that does not exist ends with code 127. */
export async function run(
  program: string,
  parameters: readonly string[],
  options: SpawnOptions = {},
): Promise<Finished> {
  const child = spawn(program, parameters, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await exitCodeOf(child, 'close');
  return { code, output: Buffer.concat(output).toString('utf8') };
}

/** Runs a command line in a shell, with our own input and output, and returns its exit code. */
export async function runShell(command: string, variables: Readonly<Record<string, string>>): Promise<number> {
  const env = { ...process.env, ...variables };
  return exitCodeOf(spawn(command, { shell: true, stdio: 'inherit', env }), 'exit');
}

async function exitCodeOf(child: ChildProcess, event: 'close' | 'exit'): Promise<number> {
  running.add(child);
  try {
    return await new Promise<number>((resolve) => {
      child.once('error', () => resolve(127));
      child.once(event, (code, signal) => resolve(code ?? 128 + constants.signals[signal as NodeJS.Signals]));
    });
  } finally {
    running.delete(child);
  }
}

/** Ends every program that `run` and `runShell` still wait for. */
export async function stopRunning(): Promise<void> {
  await Promise.all([...running].map(async (child) => stopChild(child)));
}

export function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

/** Whether any process of this machine has the number. */
export function processExists(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Asks a child to end, and ends it by force after the grace period. Resolves when it is gone. */
export async function stopChild(child: ChildProcess, graceMilliseconds = 5_000): Promise<void> {
  if (!isRunning(child)) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), graceMilliseconds);
  await gone;
  clearTimeout(force);
}

/** The last lines of a program's output, for an error message. */
export function lastLines(output: string, count = 5): string {
  return output.trim().split('\n').slice(-count).join('\n');
}
