import { ExecutionEnvironment, InvocationOutcome } from './execution-environment';
import { FunctionConfiguration } from './function-configuration';
import { FunctionSource } from './function-source';

/** Enough to see concurrency, few enough for a laptop: further invocations wait, as they would at a concurrency limit. */
const MAXIMUM_ENVIRONMENTS = 4;

export interface FunctionPoolOptions {
  readonly source: FunctionSource;
  readonly load: () => Promise<FunctionConfiguration>;
  readonly onOutput: (text: string) => void;
  readonly onDenied: (body: string) => void;
}

/** An invocation that has not ended yet. */
export interface RunningInvocation {
  readonly requestId: string;
  /** Milliseconds since the epoch. */
  readonly since: number;
}

interface Slot {
  readonly environment: ExecutionEnvironment;
  readonly usableUntil: number;
}

/** The execution environments of one function: idle ones are used again, new ones are made up to a limit. */
export class FunctionPool {
  private configuration?: Promise<FunctionConfiguration>;
  private readonly idle: Slot[] = [];
  private readonly all = new Set<ExecutionEnvironment>();
  private readonly running = new Map<ExecutionEnvironment, RunningInvocation>();
  private readonly waiting: (() => void)[] = [];
  private busy = 0;

  constructor(private readonly options: FunctionPoolOptions) {}

  public async invoke(event: unknown, requestId: string): Promise<InvocationOutcome> {
    while (this.busy >= MAXIMUM_ENVIRONMENTS) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.busy += 1;
    try {
      const configuration = await this.currentConfiguration();
      const slot = this.takeIdle() ?? this.start(configuration);
      this.running.set(slot.environment, { requestId, since: Date.now() });
      const outcome = await slot.environment.invoke({ event, context: contextOf(configuration, requestId) });
      this.running.delete(slot.environment);
      if (slot.environment.alive) this.idle.push(slot);
      else this.all.delete(slot.environment);
      return outcome;
    } finally {
      this.busy -= 1;
      this.waiting.shift()?.();
    }
  }

  /** Oldest first. */
  public invocations(): readonly RunningInvocation[] {
    return [...this.running.values()];
  }

  /** Kills the environment of an invocation, which ends as it does when the machine is lost. */
  public async kill(requestId: string): Promise<void> {
    const found = [...this.running].find(([, invocation]) => invocation.requestId === requestId);
    await found?.[0].kill();
  }

  /** Loads the function before its first event, as provisioned concurrency does. */
  public async warm(): Promise<void> {
    const configuration = await this.currentConfiguration();
    if (this.all.size === 0) this.idle.push(this.start(configuration));
  }

  public async end(): Promise<void> {
    await Promise.all([...this.all].map(async (environment) => environment.end()));
  }

  /** Loaded once and again when its credentials are about to end, or when loading failed. */
  private async currentConfiguration(): Promise<FunctionConfiguration> {
    const { configuration } = this;
    const loaded = await configuration?.catch(() => undefined);
    if (loaded && loaded.usableUntil > Date.now()) return loaded;
    // Whoever comes first loads it for all who wait.
    if (this.configuration === configuration) this.configuration = this.options.load();
    return this.configuration!;
  }

  private takeIdle(): Slot | undefined {
    const slot = this.idle.pop();
    if (!slot || (slot.environment.alive && slot.usableUntil > Date.now())) return slot;
    this.all.delete(slot.environment);
    void slot.environment.end();
    return this.takeIdle();
  }

  private start({ variables, timeoutSeconds, usableUntil }: FunctionConfiguration): Slot {
    const { source, onOutput, onDenied } = this.options;
    const { file, exportName } = source;
    const environment = new ExecutionEnvironment({ file, exportName, variables, timeoutSeconds, onOutput, onDenied });
    this.all.add(environment);
    return { environment, usableUntil };
  }
}

function contextOf(configuration: FunctionConfiguration, requestId: string) {
  return {
    awsRequestId: requestId,
    functionName: configuration.name,
    functionVersion: '$LATEST',
    invokedFunctionArn: configuration.arn,
    memoryLimitInMB: String(configuration.memoryMegabytes),
    logGroupName: configuration.variables.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: configuration.variables.AWS_LAMBDA_LOG_STREAM_NAME,
    callbackWaitsForEmptyEventLoop: true,
    deadline: Date.now() + configuration.timeoutSeconds * 1000,
  };
}
