import { randomUUID } from 'node:crypto';
import { Refusal } from './refusal';

interface StackEvent {
  readonly status: string;
  readonly at: number;
  readonly token?: string;
  /** Absent for the stack itself. */
  readonly resource?: string;
  readonly reason?: string;
}

interface ScriptedStack {
  template: string;
  status: string;
  /** Newest first. */
  readonly events: StackEvent[];
  /** What the deployment that runs will come to, when it is looked at for the last time. */
  pending?: { readonly template: string; readonly token: string; looks: number };
}

interface ScriptedChangeSet {
  readonly id: string;
  readonly name: string;
  readonly stackName: string;
  readonly template: string;
  status: string;
  reason: string;
  executionStatus: string;
}

const EVENTS_PER_PAGE = 2;

/** Stacks with as much of CloudFormation's behaviour as change sets and their deployment need; a template is a word. */
export class ScriptedStacks {
  /** Stacks whose next deployment fails and is rolled back. */
  public readonly failing = new Set<string>();
  /** How often a deployment is found in progress before it ends. */
  public looks = 1;
  /** Told when a stack was updated with success. */
  public onUpdated?: (stackName: string) => void;
  private readonly stacks = new Map<string, ScriptedStack>();
  private changeSets: ScriptedChangeSet[] = [];

  public constructor(private readonly now: () => number) {}

  /** A stack as somebody else deployed it. */
  public put(stackName: string, template: string): void {
    const events = this.stacks.get(stackName)?.events ?? [];
    events.unshift({ status: 'UPDATE_COMPLETE', at: this.now() });
    this.stacks.set(stackName, { template, status: 'UPDATE_COMPLETE', events });
    this.changeSets = this.changeSets.filter((changeSet) => changeSet.stackName !== stackName);
  }

  public remove(stackName: string): void {
    this.stacks.delete(stackName);
  }

  /** Somebody else begins to deploy a stack. */
  public beginUpdate(stackName: string, template: string): void {
    this.startDeployment(stackName, template, randomUUID());
  }

  public templateOf(stackName: string): string | undefined {
    return this.stacks.get(stackName)?.template;
  }

  public changeSetsOf(stackName: string): readonly string[] {
    return this.changeSets.filter((changeSet) => changeSet.stackName === stackName).map(({ name }) => name);
  }

  /** What the CDK's command line does with `--method prepare-change-set`. */
  public prepare(stackName: string, name: string, template: string): void {
    const stack = this.stacks.get(stackName);
    if (stack?.pending) throw new Refusal('ValidationError', `Stack ${stackName} can not be updated`);
    if (!stack) this.stacks.set(stackName, { template: '', status: 'REVIEW_IN_PROGRESS', events: [] });
    const isEmpty = stack?.template === template;
    this.changeSets = this.changeSets.filter((other) => other.stackName !== stackName || other.name !== name);
    this.changeSets.push({
      id: `arn:aws:cloudformation:us-east-1:111122223333:changeSet/${name}/${randomUUID()}`,
      name,
      stackName,
      template,
      status: isEmpty ? 'FAILED' : 'CREATE_COMPLETE',
      reason: isEmpty ? "The submitted information didn't contain changes. Submit different information." : '',
      executionStatus: isEmpty ? 'UNAVAILABLE' : 'AVAILABLE',
    });
  }

  /** Changes what the next look at a stack's change sets finds. */
  public damageChangeSets(stackName: string, damage: Partial<ScriptedChangeSet>): void {
    this.changeSets
      .filter((changeSet) => changeSet.stackName === stackName)
      .forEach((one) => Object.assign(one, damage));
  }

  public answer(operation: string, input: Readonly<Record<string, string>>): unknown {
    switch (operation) {
      case 'DescribeStacks':
        return this.describe(input.StackName);
      case 'DescribeStackEvents':
        return this.eventsOf(input.StackName, Number(input.NextToken ?? 0));
      case 'DescribeChangeSet':
        return this.describeChangeSet(this.findChangeSet(input));
      case 'DeleteChangeSet':
        this.changeSets = this.changeSets.filter((changeSet) => changeSet !== this.findChangeSet(input));
        return {};
      case 'ExecuteChangeSet':
        return this.execute(this.findChangeSet(input), input.ClientRequestToken);
      default:
        throw new Refusal('InvalidAction', operation);
    }
  }

  private describe(stackName: string) {
    const stack = this.find(stackName);
    const { status, pending } = stack;
    if (pending && (pending.looks -= 1) === 0) this.endDeployment(stackName, stack);
    return { Stacks: [{ StackName: stackName, StackStatus: status }] };
  }

  private execute(changeSet: ScriptedChangeSet, token: string) {
    if (changeSet.executionStatus !== 'AVAILABLE') {
      throw new Refusal('InvalidChangeSetStatus', `the change set is ${changeSet.executionStatus}`);
    }
    changeSet.executionStatus = 'EXECUTE_IN_PROGRESS';
    this.startDeployment(changeSet.stackName, changeSet.template, token);
    return {};
  }

  private startDeployment(stackName: string, template: string, token: string): void {
    const stack = this.find(stackName);
    stack.status = 'UPDATE_IN_PROGRESS';
    stack.events.unshift({ status: 'UPDATE_IN_PROGRESS', at: this.now(), token });
    stack.pending = { template, token, looks: this.looks };
    if (this.looks === 0) this.endDeployment(stackName, stack);
  }

  private endDeployment(stackName: string, stack: ScriptedStack): void {
    const { template, token } = stack.pending!;
    stack.pending = undefined;
    const event = { at: this.now(), token };
    if (this.failing.has(stackName)) {
      stack.status = 'UPDATE_ROLLBACK_COMPLETE';
      stack.events.unshift({ ...event, status: 'UPDATE_FAILED', resource: 'Role', reason: 'no right to make it' });
      stack.events.unshift({ ...event, status: 'UPDATE_FAILED', resource: 'Build', reason: 'Role failed' });
    } else {
      stack.status = 'UPDATE_COMPLETE';
      stack.template = template;
      this.changeSets = this.changeSets.filter((changeSet) => changeSet.stackName !== stackName);
      this.onUpdated?.(stackName);
    }
    stack.events.unshift({ ...event, status: stack.status });
  }

  private describeChangeSet(changeSet: ScriptedChangeSet) {
    const change = { Action: 'Modify', ResourceType: 'AWS::CodePipeline::Pipeline', LogicalResourceId: 'Pipeline' };
    return {
      ChangeSetId: changeSet.id,
      Status: changeSet.status,
      StatusReason: changeSet.reason,
      ExecutionStatus: changeSet.executionStatus,
      Changes: changeSet.status === 'FAILED' ? [] : [{ ResourceChange: change }],
    };
  }

  private eventsOf(stackName: string, from: number) {
    const { events } = this.find(stackName);
    const to = from + EVENTS_PER_PAGE;
    return {
      StackEvents: events.slice(from, to).map(({ status, at, token, resource, reason }) => ({
        LogicalResourceId: resource ?? stackName,
        ResourceType: resource ? 'AWS::IAM::Role' : 'AWS::CloudFormation::Stack',
        ResourceStatus: status,
        ResourceStatusReason: reason,
        ClientRequestToken: token,
        Timestamp: new Date(at).toISOString(),
      })),
      NextToken: to < events.length ? String(to) : undefined,
    };
  }

  private find(stackName: string): ScriptedStack {
    const stack = this.stacks.get(stackName);
    if (!stack) throw new Refusal('ValidationError', `Stack with id ${stackName} does not exist`);
    return stack;
  }

  private findChangeSet({ StackName, ChangeSetName }: Readonly<Record<string, string>>): ScriptedChangeSet {
    const found = this.changeSets.find(
      ({ id, name, stackName }) => stackName === StackName && [id, name].includes(ChangeSetName),
    );
    if (!found) throw new Refusal('ChangeSetNotFound', `ChangeSet [${ChangeSetName}] does not exist`);
    return found;
  }
}
