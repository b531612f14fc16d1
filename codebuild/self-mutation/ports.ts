import type { Execution } from './decide';
import type { SelfMutationStack } from '../../src/core/contracts/self-mutation';

export interface Pipeline {
  /** Executions, newest first, page by page until `isEnough` or the end of the history. */
  history(isEnough: (executions: readonly Execution[]) => boolean): Promise<readonly Execution[]>;
  /** Starts an execution of the commit and returns its id; the same token starts nothing twice. */
  start(commitId: string, token: string): Promise<string>;
  /**
   * Asks the execution to end after the actions that are running; one that ended before, or was asked before, is fine.
   * Throws where it goes on.
   */
  stop(executionId: string, reason: string): Promise<void>;
}

/** The CDK's command line. */
export interface Cli {
  /**
   * Publishes the assets of a stack and makes a change set of that name, in place of an older one; also where nothing
   * changes, and for a stack that doesn't exist. Throws when the command fails.
   */
  prepare(stack: SelfMutationStack, changeSetName: string): Promise<void>;
}

export interface ChangeSet {
  readonly id: string;
  readonly status: string;
  readonly statusReason: string;
  readonly executionStatus: string;
  /** What would be done, e.g. `Modify AWS::CodePipeline::Pipeline Pipeline9850B417`; a long list is cut. */
  readonly changes: readonly string[];
}

/** One stack, with the rights of its deploy role. */
export interface DeployedStack {
  /** In the words of CloudFormation, e.g. `UPDATE_COMPLETE`; nothing where the stack doesn't exist. */
  status(): Promise<string | undefined>;
  /** When the last deployment ended, milliseconds since 1970; 0 where that is longer ago than CloudFormation remembers. */
  updatedAt(): Promise<number>;
  /** Nothing where it is gone: a deployment that succeeds deletes the other change sets of its stack. */
  changeSet(name: string): Promise<ChangeSet | undefined>;
  /** `outdated` where the stack was changed by others since the change set was made. */
  execute(changeSetId: string, token: string): Promise<'started' | 'outdated'>;
  discard(changeSetId: string): Promise<void>;
  /** Reasons of what failed in the deployment with that token, in the order of time. */
  failures(token: string): Promise<readonly string[]>;
}

export interface Ports {
  readonly pipeline: Pipeline;
  readonly cli: Cli;
  readonly stackOf: (stack: SelfMutationStack) => DeployedStack;
  /** Waits before a service is asked again. */
  readonly pause: () => Promise<void>;
  /** Writes a line to the log of the build. */
  readonly say: (line: string) => void;
}
