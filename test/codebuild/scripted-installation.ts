import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Refusal } from './refusal';
import { ScriptedExecution, ScriptedPipeline } from './scripted-pipeline';
import { Fault, ScriptedServer } from './scripted-server';
import { ScriptedStacks } from './scripted-stacks';
import { runSelfMutation } from '../../codebuild/self-mutation/container';
import type { Cli } from '../../codebuild/self-mutation/ports';
import {
  SELF_MUTATION_VARIABLES,
  SelfMutationSettings,
  SelfMutationStack,
} from '../../src/core/contracts/self-mutation';

export const PIPELINE_STACK = 'service-test-pipeline';
export const SHARED_STACK = 'service-deployment-resources';
const ROLE = 'arn:aws:iam::111122223333:role/cdk-hnb659fds-deploy-role-111122223333-us-east-1';

/** What the stub does instead of the CDK's command line: it asks the scripted services to make the change set. */
const CDK_STUB = `#!${process.execPath}
fetch(process.env.AWS_ENDPOINT_URL + '/cdk', { method: 'POST', body: JSON.stringify(process.argv.slice(2)) })
  .then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1));
`;

export interface RunChanges {
  readonly variables?: NodeJS.ProcessEnv;
  /** In place of the stub command. */
  readonly cli?: Cli;
}

export interface Run {
  readonly exitCode: number;
  readonly log: string;
}

/** One installation: a pipeline, its stacks, what the cloud assembly says of them, and the services that hold them. */
export class ScriptedInstallation {
  public static async start(): Promise<ScriptedInstallation> {
    const installation = new ScriptedInstallation();
    installation.server = await ScriptedServer.listen((operation, input) => installation.answer(operation, input));
    return installation;
  }

  public server!: ScriptedServer;
  public pipeline!: ScriptedPipeline;
  public stacks!: ScriptedStacks;
  /** Templates in the cloud assembly of each commit, by stack. */
  public assembly!: (commit: string, stackName: string) => string;
  /** Whether an update of the pipeline's stack cancels executions that are running. */
  public updateCancels = false;
  public settings = SETTINGS;
  /** The next call of an operation is refused. */
  public readonly refusals = new Map<string, Refusal>();
  private running!: ScriptedExecution;
  private time = Date.parse('2026-05-15T12:00:00Z');
  private readonly folder = mkdtempSync(join(tmpdir(), 'self-mutation-'));

  private constructor() {
    const command = join(this.folder, 'cdk');
    writeFileSync(command, CDK_STUB);
    chmodSync(command, 0o755);
  }

  /** An account in which both stacks were deployed as `old`, before any execution. */
  public reset(): void {
    this.pipeline = new ScriptedPipeline('service-test', this.now);
    this.stacks = new ScriptedStacks(this.now);
    this.stacks.onUpdated = (stackName) => {
      if (stackName === PIPELINE_STACK && this.updateCancels) this.pipeline.cancelRunning();
    };
    this.stacks.put(SHARED_STACK, 'old');
    this.stacks.put(PIPELINE_STACK, 'old');
    this.assembly = () => 'old';
    this.updateCancels = false;
    this.settings = SETTINGS;
    this.refusals.clear();
    this.server.onCall = undefined;
  }

  /** Runs the program as the action of `execution`, then ends the action. */
  public async run(execution: ScriptedExecution, fault?: Fault, changes: RunChanges = {}): Promise<Run> {
    this.expect(execution, fault);
    const lines: string[] = [];
    const environment = { ...this.environmentFor(execution), ...changes.variables };
    const before = { ...process.env };
    Object.assign(process.env, environment);
    const exitCode = await runSelfMutation(environment, {
      say: (line) => lines.push(line),
      pause: () => Promise.resolve(),
      ...(changes.cli && { cli: changes.cli }),
    });
    process.env = before;
    this.pipeline.endAction(execution, exitCode === 0);
    return { exitCode, log: lines.join('\n') };
  }

  /** Runs the program again after a run that failed or was killed, as a person does who retries the stage. */
  public async rerun(execution: ScriptedExecution, fault?: Fault, changes?: RunChanges): Promise<Run> {
    this.pipeline.retryStage(execution);
    return this.run(execution, fault, changes);
  }

  /** From now on, the program runs as the action of `execution`. */
  public expect(execution: ScriptedExecution, fault?: Fault): void {
    this.running = execution;
    this.server.expect(fault);
  }

  /** Executions of the same commit that were started by call after `execution`. */
  public restartsOf({ commit, startedAt }: ScriptedExecution): readonly ScriptedExecution[] {
    return this.pipeline.executions.filter(
      (other) => other.commit === commit && other.startedAt > startedAt && other.trigger === 'StartPipelineExecution',
    );
  }

  public environmentFor({ id, commit }: ScriptedExecution): NodeJS.ProcessEnv {
    return {
      PATH: [this.folder, process.env.PATH].join(delimiter),
      AWS_ENDPOINT_URL: this.server.url,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'made-up',
      AWS_SECRET_ACCESS_KEY: 'made-up',
      AWS_MAX_ATTEMPTS: '1',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      [SELF_MUTATION_VARIABLES.settings]: JSON.stringify(this.settings),
      [SELF_MUTATION_VARIABLES.executionId]: id,
      [SELF_MUTATION_VARIABLES.commitId]: commit,
    };
  }

  public close(): void {
    this.server.close();
    rmSync(this.folder, { recursive: true });
  }

  /** A second passes with every look at the clock. */
  public readonly now = (): number => (this.time += 1_000);

  private answer(operation: string, input: any): unknown {
    const refusal = this.refusals.get(operation);
    this.refusals.delete(operation);
    if (refusal) throw refusal;
    const [service, action] = operation.split('.');
    switch (service) {
      case 'codepipeline':
        return this.pipeline.answer(action, input);
      case 'cloudformation':
        return this.stacks.answer(action, input);
      case 'sts':
        return assumedRole(input.RoleArn);
      default:
        return this.deploy(input);
    }
  }

  private deploy(command: readonly string[]): unknown {
    const [verb, selector, ...options] = command;
    const stack = this.settings.stacks.find((candidate) => candidate.selector === selector);
    const changeSetName = options[options.indexOf('--change-set-name') + 1];
    const expected = `--app . --exclusively --method prepare-change-set --require-approval never --ci --no-notices --change-set-name ${changeSetName}`;
    if (verb !== 'deploy' || !stack || options.join(' ') !== expected) {
      throw new Refusal('UsageError', command.join(' '));
    }
    this.stacks.prepare(stack.stackName, changeSetName, this.assembly(this.running.commit, stack.stackName));
    return {};
  }
}

function assumedRole(roleArn: string): unknown {
  if (roleArn !== ROLE) throw new Refusal('AccessDenied', `not authorized to assume ${roleArn}`, 403);
  return {
    Credentials: {
      AccessKeyId: 'made-up',
      SecretAccessKey: 'made-up',
      SessionToken: 'made-up',
      Expiration: new Date(Date.now() + 3_600_000).toISOString(),
    },
  };
}

function stackNamed(stackName: string): SelfMutationStack {
  return {
    selector: `Pipelines/${stackName}`,
    stackName,
    account: '111122223333',
    region: 'us-east-1',
    deployRoleArn: ROLE,
  };
}

export const SETTINGS: SelfMutationSettings = {
  pipelineName: 'service-test',
  sourceActionName: 'Source',
  stacks: [stackNamed(PIPELINE_STACK)],
  maximumRestarts: 3,
};

/** A pipeline that shares a stack with others, which is deployed before its own. */
export const SHARING_SETTINGS: SelfMutationSettings = {
  ...SETTINGS,
  stacks: [stackNamed(SHARED_STACK), ...SETTINGS.stacks],
};
