import {
  CloudFormationClient,
  CloudFormationServiceException,
  DescribeStacksCommand,
  GetTemplateCommand,
  Stack,
} from '@aws-sdk/client-cloudformation';
import { GetCallerIdentityCommand, STSClient, STSServiceException } from '@aws-sdk/client-sts';
import { isMissingCredentials } from './bootstrap-stacks';
import { parseTemplate } from '../src/boundary/assembly/template-text';

/** The bootstrap stack of an account as it is now. */
export type LiveBootstrap =
  | { readonly state: 'found'; readonly template: unknown; readonly parameters: Readonly<Record<string, string>> }
  | { readonly state: 'missing' }
  /** Nobody knows what there is. */
  | { readonly state: 'unreadable'; readonly reason: string };

export interface LiveBootstrapPlace {
  readonly account: string;
  readonly region: string;
  readonly stackName: string;
  /** Profile of the AWS configuration. */
  readonly profile?: string;
}

/** Looks into an account, and changes nothing there. */
export async function liveBootstrap({
  account,
  region,
  stackName,
  profile,
}: LiveBootstrapPlace): Promise<LiveBootstrap> {
  try {
    const { Account } = await new STSClient({ region, profile }).send(new GetCallerIdentityCommand({}));
    // A stack that these credentials don't find may well be there.
    if (Account !== account) return unreadable(`the credentials are those of the account ${Account}`);
    const client = new CloudFormationClient({ region, profile });
    const stack = await stackOf(client, stackName);
    if (stack === undefined) return { state: 'missing' };
    const { TemplateBody: text = '' } = await client.send(
      new GetTemplateCommand({ StackName: stackName, TemplateStage: 'Original' }),
    );
    return templateOf(text, stack);
  } catch (error) {
    if (isMissingCredentials(error)) return unreadable(`there are no credentials: ${(error as Error).message}`);
    if (!(error instanceof CloudFormationServiceException || error instanceof STSServiceException)) throw error;
    return unreadable(`AWS refused the call: ${error.name}: ${error.message}`);
  }
}

async function stackOf(client: CloudFormationClient, name: string): Promise<Stack | undefined> {
  try {
    const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    return stack;
  } catch (error) {
    // The SDK has no class of its own for it: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html
    const isMissing =
      error instanceof CloudFormationServiceException &&
      error.name === 'ValidationError' &&
      error.message.includes('does not exist');
    if (isMissing) return undefined;
    throw error;
  }
}

function templateOf(text: string, { StackName: name, Parameters: given = [] }: Stack): LiveBootstrap {
  const { template, mistakes } = parseTemplate(text, name!);
  if (mistakes.length > 0) return unreadable(`its template can't be read: ${mistakes[0].reason}`);
  const parameters = given.map(({ ParameterKey: key, ResolvedValue: resolved, ParameterValue: value }) => [
    key,
    resolved ?? value,
  ]);
  return { state: 'found', template, parameters: Object.fromEntries(parameters) };
}

function unreadable(reason: string): LiveBootstrap {
  return { state: 'unreadable', reason };
}
