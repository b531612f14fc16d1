import {
  CloudFormationClient,
  DescribeStacksCommand,
  GetTemplateCommand,
  UpdateStackCommand,
  waitUntilStackUpdateComplete,
} from '@aws-sdk/client-cloudformation';
import type { LocalEnvironment } from '../../local/environment';
import { emulatorSettings } from '../../scripts/soak/emulator-clients';

/**
 * Deploys the template of a stack again, without an action of a function's policy, and returns how to undo it. The
 * logical ids of a function's resources begin with its construct id.
 */
export async function takeGrantAway(
  environment: LocalEnvironment,
  { stack, functionId, action }: { readonly stack: string; readonly functionId: string; readonly action: string },
): Promise<() => Promise<void>> {
  const client = new CloudFormationClient(emulatorSettings(environment));
  const { Stacks: stacks = [] } = await client.send(new DescribeStacksCommand({}));
  const name = stacks.map(({ StackName }) => StackName!).find((candidate) => candidate.endsWith(`-${stack}`))!;
  const { TemplateBody: template } = await client.send(new GetTemplateCommand({ StackName: name }));
  const update = async (body: string) => {
    await client.send(
      new UpdateStackCommand({ StackName: name, TemplateBody: body, Capabilities: ['CAPABILITY_NAMED_IAM'] }),
    );
    await waitUntilStackUpdateComplete({ client, maxWaitTime: 30, minDelay: 1 }, { StackName: name });
  };
  await update(withoutAction(template!, functionId, action));
  return () => update(template!);
}

function withoutAction(template: string, functionId: string, action: string): string {
  const parsed = JSON.parse(template);
  const policies = Object.entries<any>(parsed.Resources).filter(
    ([id, { Type }]) => Type === 'AWS::IAM::Policy' && id.startsWith(functionId),
  );
  const statements = policies.flatMap(([, policy]) => policy.Properties.PolicyDocument.Statement);
  const holders = statements.filter((statement) => [statement.Action].flat().includes(action));
  if (holders.length !== 1) {
    throw new Error(`expected one statement of ${functionId} with ${action}, found ${holders.length}`);
  }
  holders[0].Action = [holders[0].Action].flat().filter((candidate: string) => candidate !== action);
  return JSON.stringify(parsed);
}
