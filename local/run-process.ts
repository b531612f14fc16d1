import { ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { LocalEnvironment } from './environment';

const root = resolve(__dirname, '..');

export interface LocalRunProcessOptions {
  /**
   * Folder for the files of the run.
   *
   * @default .local
   */
  readonly folder?: string;
  /** Further options of the command. */
  readonly options?: readonly string[];
}

/** One local run as a child process, started as users start it, on any free port. */
export class LocalRunProcess {
  public static async start({
    folder = join(root, '.local'),
    options = [],
  }: LocalRunProcessOptions = {}): Promise<LocalRunProcess> {
    const child = spawn(process.execPath, ['local/start.mjs', '--port', '0', '--folder', folder, ...options], {
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
    const environment = JSON.parse(readFileSync(join(folder, 'environment.json'), 'utf8'));
    return new LocalRunProcess(child, environment, written);
  }

  private constructor(
    private readonly child: ChildProcess,
    public readonly environment: LocalEnvironment,
    private readonly written: { text: string },
  ) {}

  public get processId(): number {
    return this.child.pid!;
  }

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
