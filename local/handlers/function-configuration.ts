import { join } from 'node:path';
import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { FunctionSource } from './function-source';
import { HANDLER_ADDRESS_VARIABLE } from '../assembly/route-functions';

/** New execution environments get new credentials this long before the old ones end. */
const CREDENTIALS_MARGIN_MILLISECONDS = 5 * 60 * 1000;

/** What a function gets from its deployment: its variables with the credentials of its role, and its limits. */
export interface FunctionConfiguration {
  readonly name: string;
  readonly arn: string;
  readonly role: string;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  readonly variables: Readonly<Record<string, string>>;
  /** Instant after which another configuration must be loaded, in milliseconds since the epoch. */
  readonly usableUntil: number;
}

export interface ConfigurationClients {
  readonly lambda: LambdaClient;
  readonly sts: STSClient;
}

/** Reads the deployed configuration of a function and takes on its role, as the service does for it. */
export async function loadConfiguration(
  { lambda, sts }: ConfigurationClients,
  endpoint: string,
  name: string,
  source: FunctionSource,
): Promise<FunctionConfiguration> {
  const deployed = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: name }));
  const session = { RoleArn: deployed.Role, RoleSessionName: name.slice(0, 64) };
  const { Credentials } = await sts.send(new AssumeRoleCommand(session));
  const { [HANDLER_ADDRESS_VARIABLE]: _, ...declared } = deployed.Environment?.Variables ?? {};
  const region = deployed.FunctionArn!.split(':')[3];
  const memoryMegabytes = deployed.MemorySize ?? 128;
  return {
    name,
    arn: deployed.FunctionArn!,
    role: deployed.Role!,
    memoryMegabytes,
    timeoutSeconds: deployed.Timeout ?? 3,
    usableUntil: Credentials!.Expiration!.getTime() - CREDENTIALS_MARGIN_MILLISECONDS,
    variables: {
      ...declared,
      ...runtimeVariables(name, region, memoryMegabytes, deployed.Handler!, source.folder),
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: Credentials!.AccessKeyId!,
      AWS_SECRET_ACCESS_KEY: Credentials!.SecretAccessKey!,
      AWS_SESSION_TOKEN: Credentials!.SessionToken!,
    },
  };
}

/** What the Lambda runtime sets for every function, and nothing of this machine but the search path and the zone. */
function runtimeVariables(name: string, region: string, memory: number, handler: string, folder: string) {
  return {
    PATH: process.env.PATH ?? '',
    TZ: ':UTC',
    LANG: 'en_US.UTF-8',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memory),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    LAMBDA_TASK_ROOT: folder,
    // The runtime brings an SDK of its own, which the CDK's functions rely on; here it is the project's.
    NODE_PATH: join(__dirname, '..', '..', 'node_modules'),
    _HANDLER: handler,
    // The SDK warns about the Node.js of this machine, which is not the one that runs the function in the account.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}
