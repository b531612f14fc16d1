import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';

/** A failure in the shape in which Lambda reports it. */
export interface InvocationError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

export type InvocationOutcome = { readonly payload: string | undefined } | { readonly error: InvocationError };

export interface Invocation {
  readonly event: unknown;
  /** Everything but functions: it crosses a thread boundary. `deadline` is in milliseconds since the epoch. */
  readonly context: Readonly<Record<string, unknown>> & { readonly deadline: number };
}

export interface ExecutionEnvironmentOptions {
  readonly file: string;
  readonly exportName: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly onOutput: (text: string) => void;
  /** Called with the body of each answer that denied a call. */
  readonly onDenied: (body: string) => void;
}

type Message =
  | { readonly kind: 'result'; readonly payload: string | undefined }
  | { readonly kind: 'error'; readonly error: InvocationError }
  | { readonly kind: 'denied'; readonly body: string };

/** One worker thread that has loaded one function. It runs one invocation at a time and dies with a timeout. */
export class ExecutionEnvironment {
  public alive = true;
  private readonly worker: Worker;
  private settle?: (outcome: InvocationOutcome) => void;

  constructor(private readonly options: ExecutionEnvironmentOptions) {
    this.worker = new Worker(join(__dirname, 'worker.mjs'), {
      env: options.variables,
      workerData: { file: options.file, exportName: options.exportName },
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    this.forward(this.worker.stdout);
    this.forward(this.worker.stderr);
    this.worker.on('message', (message: Message) => this.receive(message));
    this.worker.on('error', (error) => this.fail('Runtime.UnhandledError', error.message));
    this.worker.on('exit', (code) => this.fail('Runtime.ExitError', `the function exited with status ${code}`));
  }

  public async invoke(invocation: Invocation): Promise<InvocationOutcome> {
    const { timeoutSeconds } = this.options;
    const outcome = new Promise<InvocationOutcome>((resolve) => (this.settle = resolve));
    const timer = setTimeout(
      () => this.fail('Sandbox.Timedout', `Task timed out after ${timeoutSeconds.toFixed(2)} seconds`),
      timeoutSeconds * 1000,
    );
    this.worker.postMessage(invocation);
    try {
      return await outcome;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends the thread whatever it is doing, as when its machine is lost. */
  public async kill(): Promise<void> {
    await this.worker.terminate();
  }

  public async end(): Promise<void> {
    this.alive = false;
    await this.worker.terminate();
  }

  private receive(message: Message): void {
    if (message.kind === 'denied') this.options.onDenied(message.body);
    if (message.kind === 'result') this.settle?.({ payload: message.payload });
    if (message.kind === 'error') this.settle?.({ error: message.error });
  }

  /** What went wrong outside the handler leaves the thread in an unknown state, so it is not used again. */
  private fail(errorType: string, errorMessage: string): void {
    this.alive = false;
    this.settle?.({ error: { errorType, errorMessage, trace: [] } });
    void this.worker.terminate();
  }

  private forward(stream: Readable): void {
    stream.setEncoding('utf8').on('data', (text: string) => this.options.onOutput(text));
  }
}
