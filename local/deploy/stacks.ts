import { setTimeout as delay } from 'node:timers/promises';
import {
  CloudFormationClient,
  CreateStackCommand,
  CreateStackCommandInput,
  DescribeStackEventsCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  Stack,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { AssemblyStack } from '../assembly/manifest';
import { LocalRunError, messageOf } from '../tools/errors';

const POLL_MILLISECONDS = 20;
/** Stacks take well under a second; what takes longer is a custom resource that never answers. */
const LIMIT_MILLISECONDS = 60_000;
const UNKNOWN_TYPES = /Unrecognized resource types: \[([^\]]+)\]/;

/** Creates a stack, or updates one that exists, and waits until CloudFormation is done. */
export async function deployStack(client: CloudFormationClient, stack: AssemblyStack, endpoint: string): Promise<void> {
  const input: CreateStackCommandInput = {
    StackName: stack.name,
    TemplateURL: stack.templateUrl.replace(/^s3:\/\//, `${endpoint}/`),
    Capabilities: ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM', 'CAPABILITY_AUTO_EXPAND'],
    Parameters: Object.entries(stack.parameters).map(([ParameterKey, ParameterValue]) => ({
      ParameterKey,
      ParameterValue,
    })),
    Tags: Object.entries(stack.tags).map(([Key, Value]) => ({ Key, Value })),
  };
  try {
    const existing = await describe(client, stack.name);
    await client.send(existing ? new UpdateStackCommand(input) : new CreateStackCommand(input));
  } catch (error) {
    if (/No updates are to be performed/.test(messageOf(error))) return;
    throw explained(stack, messageOf(error));
  }
  await settled(client, stack);
}

/** Physical ids of a stack's resources, by logical id. */
export async function physicalIds(client: CloudFormationClient, name: string): Promise<Map<string, string>> {
  const { StackResources } = await client.send(new DescribeStackResourcesCommand({ StackName: name }));
  return new Map((StackResources ?? []).map((resource) => [resource.LogicalResourceId!, resource.PhysicalResourceId!]));
}

async function describe(client: CloudFormationClient, name: string): Promise<Stack | undefined> {
  try {
    return (await client.send(new DescribeStacksCommand({ StackName: name }))).Stacks?.[0];
  } catch (error) {
    if (/does not exist/.test(messageOf(error))) return undefined;
    throw error;
  }
}

async function settled(client: CloudFormationClient, stack: AssemblyStack): Promise<void> {
  const deadline = Date.now() + LIMIT_MILLISECONDS;
  for (;;) {
    const status = (await describe(client, stack.name))?.StackStatus ?? 'MISSING';
    if (status === 'CREATE_COMPLETE' || status === 'UPDATE_COMPLETE') return;
    if (!status.endsWith('_IN_PROGRESS')) throw explained(stack, await firstFailure(client, stack.name));
    if (Date.now() > deadline) throw explained(stack, await whatItWaitsFor(client, stack.name));
    await delay(POLL_MILLISECONDS);
  }
}

async function firstFailure(client: CloudFormationClient, name: string): Promise<string> {
  const { StackEvents } = await client.send(new DescribeStackEventsCommand({ StackName: name }));
  const failures = (StackEvents ?? []).filter(({ ResourceStatus }) => ResourceStatus?.endsWith('_FAILED'));
  const first = failures.at(-1);
  return first
    ? `${first.LogicalResourceId} (${first.ResourceType}): ${first.ResourceStatusReason}`
    : 'CloudFormation gave no reason';
}

async function whatItWaitsFor(client: CloudFormationClient, name: string): Promise<string> {
  const { StackEvents } = await client.send(new DescribeStackEventsCommand({ StackName: name }));
  const { LogicalResourceId, ResourceType } = StackEvents![0];
  const seconds = LIMIT_MILLISECONDS / 1000;
  return `${LogicalResourceId} (${ResourceType}) gave no answer for ${seconds} seconds; .local/logs may say why`;
}

function explained(stack: AssemblyStack, reason: string): LocalRunError {
  const unknown = UNKNOWN_TYPES.exec(reason)?.[1];
  return new LocalRunError(
    unknown
      ? `stack ${stack.name} has resource types that the emulator does not know (${unknown}): add a rule for each to local/assembly/rules.ts that says why the local run can do without`
      : `stack ${stack.name} could not be created: ${reason}`,
  );
}
