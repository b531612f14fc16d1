import { ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { LocalEnvironment } from '../../local/environment';

const root = resolve(__dirname, '..', '..');

/** One local run as a child process, started as users start it. */
export class LocalRunProcess {
  public static async start(): Promise<LocalRunProcess> {
    const child = spawn(process.execPath, ['local/start.mjs', '--port', '0'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const written = { text: '' };
    await new Promise<void>((ready, failed) => {
      const read = (chunk: Buffer) => {
        written.text += chunk.toString();
        if (written.text.includes('Ctrl-C')) ready();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.on('exit', (code) =>
        failed(new Error(`the local run ended with ${code} before it was up:\n${written.text}`)),
      );
    });
    const environment = JSON.parse(readFileSync(join(root, '.local', 'environment.json'), 'utf8'));
    return new LocalRunProcess(child, environment, written);
  }

  private constructor(
    private readonly child: ChildProcess,
    public readonly environment: LocalEnvironment,
    private readonly written: { text: string },
  ) {}

  /** Everything that the run has printed so far. */
  public get output(): string {
    return this.written.text;
  }

  /** Stops the run as Ctrl-C does and waits for its end. */
  public async stop(): Promise<number | null> {
    if (this.child.exitCode !== null) return this.child.exitCode;
    const ended = new Promise<number | null>((done) => this.child.once('exit', done));
    this.child.kill('SIGINT');
    return ended;
  }
}

/** Asks again until the answer is there; the deadline is part of what is promised. */
export async function within<Answer>(
  milliseconds: number,
  what: string,
  ask: () => Promise<Answer | undefined>,
): Promise<Answer> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`${what} did not happen within ${milliseconds} ms`);
    await new Promise((later) => setTimeout(later, 50));
  }
}
