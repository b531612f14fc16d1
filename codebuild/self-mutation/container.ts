import { setTimeout } from 'node:timers/promises';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CodePipelineClient } from '@aws-sdk/client-codepipeline';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { CdkCli } from './cdk-cli';
import { CloudFormationStack } from './cloud-formation';
import { CodePipeline } from './code-pipeline';
import type { Ports } from './ports';
import { readVariables } from './settings';
import { updatePipeline } from './update-pipeline';
import type { SelfMutationSettings, SelfMutationStack } from '../../src/core/contracts/self-mutation';

/** The SDK's own three attempts are few for services that allow a few calls per second and account. */
const ATTEMPTS = 8;

const POLL_MILLISECONDS = 5_000;

/** Runs the program and returns its exit code; what was decided, and what went wrong, stands in the log. */
export async function runSelfMutation(environment: NodeJS.ProcessEnv, changes: Partial<Ports> = {}): Promise<number> {
  const say = changes.say ?? console.log;
  try {
    const { settings, ...running } = readVariables(environment);
    await updatePipeline({ ...portsOf(environment, settings), say, ...changes }, settings, running);
    return 0;
  } catch (error) {
    say(`the pipeline could not be updated: ${reasonsOf(error).join(': ')}`);
    return 1;
  }
}

function portsOf(environment: NodeJS.ProcessEnv, settings: SelfMutationSettings): Omit<Ports, 'say'> {
  const maxAttempts = Number(environment.AWS_MAX_ATTEMPTS ?? ATTEMPTS);
  const sts = new STSClient({ maxAttempts });
  const clients = new Map<string, CloudFormationClient>();
  const clientFor = ({ region, deployRoleArn }: SelfMutationStack): CloudFormationClient => {
    const key = `${region} ${deployRoleArn}`;
    const credentials = () => credentialsOf(sts, deployRoleArn);
    const client = clients.get(key) ?? new CloudFormationClient({ maxAttempts, region, credentials });
    clients.set(key, client);
    return client;
  };
  return {
    pipeline: new CodePipeline(new CodePipelineClient({ maxAttempts }), settings),
    cli: new CdkCli(environment),
    stackOf: (stack) => new CloudFormationStack(clientFor(stack), stack.stackName),
    pause: () => setTimeout(POLL_MILLISECONDS),
  };
}

/** The SDK asks again before they expire. */
async function credentialsOf(sts: STSClient, roleArn: string) {
  const { Credentials: credentials } = await sts.send(
    new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: 'self-mutation' }),
  );
  return {
    accessKeyId: credentials!.AccessKeyId!,
    secretAccessKey: credentials!.SecretAccessKey!,
    sessionToken: credentials!.SessionToken!,
    expiration: credentials!.Expiration!,
  };
}

/** The error and what caused it, outermost first. */
function reasonsOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  // Errors of services carry their code as a name, which says more than some of their messages.
  const text = error.name === 'Error' ? error.message : `${error.name}: ${error.message}`;
  return [text, ...(error.cause === undefined ? [] : reasonsOf(error.cause))];
}
