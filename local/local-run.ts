import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildAssembly } from './assembly/build';
import { AssemblyStack, readAssembly } from './assembly/manifest';
import { describeLeftOut, prepareAssembly, PrepareReport } from './assembly/prepare';
import { DeployedResource, deployAssembly, repairDeployment } from './deploy/deployment';
import { discover, Discovered } from './deploy/discover';
import { ConsoleServer } from './edge/console-server';
import { Edge } from './edge/edge';
import { servedAddresses } from './edge/routes';
import { Clients, clientsOf } from './emulator/clients';
import { Emulator, startEmulator } from './emulator/emulator';
import { emulatorEnvironment, emulatorVariables, LocalEnvironment } from './environment';
import { Folders } from './folders';
import { FunctionLogs } from './handlers/function-logs';
import { functionSources } from './handlers/function-source';
import { HandlerRunner } from './handlers/runner';
import { EventTap } from './observe/event-tap';
import { seed } from './seed/seed';
import { LocalRunError, messageOf } from './tools/errors';
import { exclusively } from './tools/lock';
import { runShell } from './tools/processes';
import { Progress } from './tools/progress';
import { findPython } from './tools/python';
import { ensurePythonEnvironment, PythonEnvironment } from './tools/python-environment';

const KEPT_PROBLEMS = 50;

export interface LocalRunOptions {
  readonly port: number;
  readonly reset: boolean;
  readonly verbose: boolean;
  /**
   * Synthesized assembly to run.
   *
   * @default - the one of the sandbox app, which is built first
   */
  readonly assembly?: string;
  /**
   * Command that creates the prepared assembly in the emulator.
   *
   * @default - the local run creates the stacks itself
   */
  readonly deployWith?: string;
  /**
   * Seconds after which messages that a function failed to process come back.
   *
   * @default - the visibility timeout of their queue
   */
  readonly retryAfterSeconds?: number;
}

/** One run: starts everything in order, and stops what was started in reverse order. */
export class LocalRun {
  private readonly problems: string[] = [];
  private readonly endings: (() => void | Promise<void>)[] = [];

  constructor(
    private readonly options: LocalRunOptions,
    private readonly folders: Folders,
    private readonly progress: Progress,
  ) {}

  public async start(): Promise<LocalEnvironment> {
    const { folders, progress } = this;
    folders.acquire();
    this.endings.push(() => folders.release());
    if (this.options.reset) folders.reset();
    const edge = new Edge();
    this.endings.push(() => edge.end());
    const address = await edge.listen(this.options.port);
    folders.clearRun();

    const { environment, assembly } = await this.prepare();
    const runner = new HandlerRunner();
    this.endings.push(() => runner.end());
    const handlers = await runner.listen();
    const { stacks, report } = this.prepareStacks(assembly, handlers);
    const emulator = await this.startEmulator(environment, stacks);
    const clients = clientsOf(emulator);
    this.connectRunner(runner, emulator, clients, stacks);
    const resources = await progress.step(
      'deploy',
      async () => this.deploy(emulator, clients, stacks),
      (created) => `${stacks.length} stacks, ${created.length} resources`,
    );
    for (const line of describeLeftOut(report, this.options.verbose)) progress.note(line);
    const served = await this.serve(edge, address, { address: handlers, runner }, emulator, clients, resources);
    // A function that can't be loaded says so with its first event.
    runner.warm(functionNames(resources)).catch(() => undefined);
    return served;
  }

  /** Safe to call at any moment and more than once. */
  public async stop(): Promise<void> {
    for (let end = this.endings.pop(); end; end = this.endings.pop()) await end();
  }

  private async prepare(): Promise<{ environment: PythonEnvironment; assembly: string }> {
    const { folders, progress } = this;
    const python = await findPython(process.env);
    const requirementsFile = join(folders.root, 'local', 'requirements.txt');
    const onInstall = (how: string) =>
      progress.note(`installing the emulator with ${how} (first run, or its lock changed)`);
    const [environment, { folder }] = await progress.step(
      'prepare',
      async () =>
        Promise.all([
          ensurePythonEnvironment({ python, folder: folders.installed, requirementsFile, onInstall }),
          this.assembly(),
        ]),
      ([, { origin }]) => `Python ${python.version}, ${origin}`,
    );
    return { environment, assembly: folder };
  }

  private async assembly(): Promise<{ folder: string; origin: string }> {
    const { root, synthesized: outputFolder, buildLock } = this.folders;
    const { assembly } = this.options;
    if (assembly) return { folder: resolve(assembly), origin: `assembly ${assembly}` };
    const { wasCurrent } = await exclusively(buildLock, async () => buildAssembly({ root, outputFolder }));
    const origin = wasCurrent ? 'app unchanged since its last synthesis' : 'handlers bundled and app synthesized';
    return { folder: outputFolder, origin };
  }

  private prepareStacks(assembly: string, handlers: string): { stacks: AssemblyStack[]; report: PrepareReport } {
    const { prepared } = this.folders;
    const report = prepareAssembly({ from: assembly, to: prepared, handlers });
    const stacks = readAssembly(prepared);
    if (stacks.length === 0) throw new LocalRunError(`the assembly ${assembly} has no stacks: there is nothing to run`);
    return { stacks, report };
  }

  private async startEmulator(python: PythonEnvironment, stacks: readonly AssemblyStack[]): Promise<Emulator> {
    const { folders, progress } = this;
    const { account, region } = stacks[0];
    const { certificate: certificateFile, certificateKey: keyFile, emulator: folder } = folders;
    const emulator = await progress.step(
      'emulator',
      async () =>
        startEmulator({
          python,
          folder,
          certificateFile,
          keyFile,
          account,
          region,
          retryAfterSeconds: this.options.retryAfterSeconds,
        }),
      ({ endpoint }) => endpoint,
    );
    this.endings.push(() => emulator.stop());
    return emulator;
  }

  private connectRunner(
    runner: HandlerRunner,
    { endpoint }: Emulator,
    clients: Clients,
    stacks: readonly AssemblyStack[],
  ): void {
    const logs = new FunctionLogs(this.folders.logs);
    this.endings.push(() => logs.end());
    runner.connect({
      endpoint,
      clients,
      sources: functionSources(stacks),
      onOutput: (label, text) => {
        logs.write(label, text);
        if (this.options.verbose) this.progress.write(text.trimEnd().replace(/^/gm, `[${label}] `));
      },
      onProblem: (line) => this.reportProblem(line),
    });
  }

  private async deploy(
    emulator: Emulator,
    clients: Clients,
    stacks: readonly AssemblyStack[],
  ): Promise<DeployedResource[]> {
    const { deployWith } = this.options;
    if (!deployWith) return deployAssembly(clients, emulator.endpoint, stacks);
    const code = await runShell(deployWith, {
      COMPACT_LOCAL_ASSEMBLY: this.folders.prepared,
      ...emulatorVariables(emulatorEnvironment(emulator, this.folders.certificate), emulator.region),
    });
    if (code !== 0) throw new LocalRunError(`the command of --deploy-with ended with exit code ${code}`);
    return repairDeployment(clients, stacks);
  }

  private async serve(
    edge: Edge,
    address: string,
    { address: handlers, runner }: { readonly address: string; readonly runner: HandlerRunner },
    emulator: Emulator,
    clients: Clients,
    resources: readonly DeployedResource[],
  ): Promise<LocalEnvironment> {
    const { progress, folders } = this;
    const discovered = await discover(clients, resources);
    const seeded = await progress.step(
      'seed',
      async () => seed(clients, discovered, new Date()),
      ({ machineClients, staffUsers }) =>
        `${Object.keys(machineClients).length} machine clients, ${staffUsers.length} staff users`,
    );
    const { account, region } = emulator;
    const environment: LocalEnvironment = {
      version: 1,
      address,
      account,
      region,
      ...servedAddresses(address, discovered),
      ...seeded,
      tables: discovered.tables,
      buckets: discovered.buckets,
      dataEventBus: discovered.dataEventBus,
      deadLetterQueues: discovered.deadLetterQueues,
      emulator: emulatorEnvironment(emulator, folders.certificate),
      handlers: { address: handlers, logs: folders.logs },
    };
    writeFileSync(folders.environmentFile, JSON.stringify(environment, undefined, 2));
    edge.serve({
      environment,
      discovered,
      cognito: clients.cognito,
      console: this.openConsole(environment, discovered, runner, clients),
    });
    return environment;
  }

  private openConsole(
    environment: LocalEnvironment,
    discovered: Discovered,
    runner: HandlerRunner,
    clients: Clients,
  ): ConsoleServer {
    const tap = new EventTap(environment.emulator.endpoint);
    this.endings.push(() => tap.stop());
    const problems = () => this.problems;
    const running = () => runner.running();
    const events = () => tap.events();
    const console = new ConsoleServer({ environment, discovered, clients, events, problems, running });
    tap.start(
      () => console.changed(),
      (error) => this.reportProblem(`recent events are no longer read: ${messageOf(error)}`),
    );
    return console;
  }

  private reportProblem(line: string): void {
    this.problems.unshift(line);
    this.problems.length = Math.min(this.problems.length, KEPT_PROBLEMS);
    this.progress.write(line);
  }
}

function functionNames(resources: readonly DeployedResource[]): Map<string, string> {
  const functions = resources.filter(({ definition }) => definition.Type === 'AWS::Lambda::Function');
  return new Map(functions.map(({ stack, logicalId, physicalId }) => [`${stack}/${logicalId}`, physicalId]));
}
