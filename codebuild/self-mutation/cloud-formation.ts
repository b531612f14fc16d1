import {
  Change,
  ChangeSetNotFoundException,
  CloudFormationClient,
  CloudFormationServiceException,
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  InvalidChangeSetStatusException,
  paginateDescribeStackEvents,
  StackEvent,
} from '@aws-sdk/client-cloudformation';
import type { ChangeSet, DeployedStack } from './ports';

/** Enough to see what a synthesis changes from run to run, without burying the log. */
const SHOWN_CHANGES = 20;

export class CloudFormationStack implements DeployedStack {
  public constructor(
    private readonly client: CloudFormationClient,
    private readonly stackName: string,
  ) {}

  public async status(): Promise<string | undefined> {
    try {
      const { Stacks: [stack] = [] } = await this.client.send(new DescribeStacksCommand({ StackName: this.stackName }));
      return stack?.StackStatus;
    } catch (error) {
      // The service has no error code of its own for a stack that doesn't exist.
      if (error instanceof CloudFormationServiceException && error.message.includes('does not exist')) return undefined;
      throw error;
    }
  }

  public async updatedAt(): Promise<number> {
    for await (const event of this.events()) {
      if (event.ResourceStatus?.endsWith('_COMPLETE')) return event.Timestamp!.getTime();
    }
    return 0;
  }

  public async changeSet(name: string): Promise<ChangeSet | undefined> {
    const description = await this.client
      .send(new DescribeChangeSetCommand({ StackName: this.stackName, ChangeSetName: name }))
      .catch(nothingIf(ChangeSetNotFoundException));
    if (!description) return undefined;
    const changes = (description.Changes ?? []).map(describe);
    const hidden = changes.length - SHOWN_CHANGES;
    return {
      id: description.ChangeSetId!,
      status: description.Status!,
      statusReason: description.StatusReason ?? '',
      executionStatus: description.ExecutionStatus ?? '',
      changes: hidden > 0 ? [...changes.slice(0, SHOWN_CHANGES), `and ${hidden} more`] : changes,
    };
  }

  public async execute(changeSetId: string, token: string): Promise<'started' | 'outdated'> {
    const started = await this.client
      .send(
        new ExecuteChangeSetCommand({
          StackName: this.stackName,
          ChangeSetName: changeSetId,
          ClientRequestToken: token,
        }),
      )
      .catch(nothingIf(ChangeSetNotFoundException, InvalidChangeSetStatusException));
    return started ? 'started' : 'outdated';
  }

  public async discard(changeSetId: string): Promise<void> {
    await this.client.send(new DeleteChangeSetCommand({ StackName: this.stackName, ChangeSetName: changeSetId }));
  }

  public async failures(token: string): Promise<readonly string[]> {
    const reasons: string[] = [];
    for await (const event of this.events()) {
      if (event.ClientRequestToken !== token) break;
      if (event.ResourceStatus?.endsWith('_FAILED')) {
        reasons.unshift(
          `${event.LogicalResourceId} (${event.ResourceType}): ${event.ResourceStatusReason ?? event.ResourceStatus}`,
        );
      }
    }
    return reasons;
  }

  /** Newest first. */
  private async *events(): AsyncGenerator<StackEvent> {
    const pages = paginateDescribeStackEvents({ client: this.client }, { StackName: this.stackName });
    for await (const page of pages) yield* page.StackEvents ?? [];
  }
}

/** Turns errors of these classes into nothing. */
function nothingIf(...expected: readonly (new (...args: never[]) => Error)[]) {
  return (error: unknown): undefined => {
    if (!expected.some((kind) => error instanceof kind)) throw error;
  };
}

function describe({ ResourceChange: change }: Change): string {
  return `${change?.Action} ${change?.ResourceType} ${change?.LogicalResourceId}`;
}
