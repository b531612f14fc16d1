import { APIGatewayClient, GetStagesCommand } from '@aws-sdk/client-api-gateway';
import {
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { DeployedResource } from './deployment';
import type { Clients } from '../emulator/clients';
import { LocalRunError } from '../tools/errors';

/** REST APIs by the construct id in their path, with the name under which the local run serves them. */
const APIS = { internal: 'LicenseApi', state: 'StateApi', search: 'SearchApi' } as const;
/** User pools by the beginning of the construct id in their path. */
const POOLS = { staff: 'StaffUsers', state: 'StateAuthUsers' } as const;

const DATA_EVENT_BUS = 'DataEventBus';

export type ApiName = keyof typeof APIS;
export type PoolName = keyof typeof POOLS;

export interface DeployedApi {
  readonly id: string;
  readonly stage: string;
}

export interface DeployedPool {
  readonly id: string;
  /** The client of the web application, where the pool has one. */
  readonly uiClient?: { readonly id: string; readonly callbackUrl?: string };
}

/** What the local run serves, found by resource type and construct id: physical names stay free. */
export interface Discovered {
  readonly apis: Partial<Record<ApiName, DeployedApi>>;
  readonly pools: Record<PoolName, DeployedPool>;
  /** Physical table names by construct id. */
  readonly tables: Readonly<Record<string, string>>;
  /** Bucket names by construct id. */
  readonly buckets: Readonly<Record<string, string>>;
  /** Name of the bus that carries what happened to licenses and providers. */
  readonly dataEventBus?: string;
  readonly deadLetterQueues: readonly DeadLetterQueue[];
}

/** A queue that another queue's redrive policy names. */
export interface DeadLetterQueue {
  /** Its construct id after that of the construct around it. */
  readonly name: string;
  readonly url: string;
  /** Addresses of the queues whose messages end here. */
  readonly sources: readonly string[];
}

export async function discover(
  { apiGateway, cognito }: Pick<Clients, 'apiGateway' | 'cognito'>,
  resources: readonly DeployedResource[],
): Promise<Discovered> {
  return {
    apis: await discoverApis(apiGateway, resources),
    pools: {
      staff: await discoverPool(cognito, resources, 'staff'),
      state: await discoverPool(cognito, resources, 'state'),
    },
    tables: byConstructId(ofType(resources, 'AWS::DynamoDB::Table')),
    buckets: byConstructId(ofType(resources, 'AWS::S3::Bucket')),
    dataEventBus: byConstructId(ofType(resources, 'AWS::Events::EventBus'))[DATA_EVENT_BUS],
    deadLetterQueues: deadLetterQueues(ofType(resources, 'AWS::SQS::Queue')),
  };
}

async function discoverApis(
  client: APIGatewayClient,
  resources: readonly DeployedResource[],
): Promise<Discovered['apis']> {
  const found: Partial<Record<ApiName, DeployedApi>> = {};
  for (const [name, constructId] of Object.entries(APIS) as [ApiName, string][]) {
    const api = ofType(resources, 'AWS::ApiGateway::RestApi').find((resource) => idsOf(resource).includes(constructId));
    if (!api) continue;
    const { item } = await client.send(new GetStagesCommand({ restApiId: api.physicalId }));
    if (item?.[0]?.stageName) found[name] = { id: api.physicalId, stage: item[0].stageName };
  }
  return found;
}

async function discoverPool(
  cognito: CognitoIdentityProviderClient,
  resources: readonly DeployedResource[],
  name: PoolName,
): Promise<DeployedPool> {
  const belongs = (resource: DeployedResource) => idsOf(resource).some((id) => id.startsWith(POOLS[name]));
  const pool = ofType(resources, 'AWS::Cognito::UserPool').find(belongs);
  if (!pool) {
    throw new LocalRunError(
      `the deployed stacks have no user pool with a construct id that begins with ${POOLS[name]}: the local run needs it to sign ${name} clients in`,
    );
  }
  const client = ofType(resources, 'AWS::Cognito::UserPoolClient').find(belongs);
  if (!client) return { id: pool.physicalId };
  const wanted = new DescribeUserPoolClientCommand({ UserPoolId: pool.physicalId, ClientId: client.physicalId });
  const { UserPoolClient } = await cognito.send(wanted);
  return { id: pool.physicalId, uiClient: { id: client.physicalId, callbackUrl: UserPoolClient?.CallbackURLs?.[0] } };
}

function deadLetterQueues(queues: readonly DeployedResource[]): DeadLetterQueue[] {
  return queues.flatMap((queue) => {
    const reference = `"${queue.logicalId}"`;
    const sources = queues.filter(
      ({ stack, definition }) =>
        stack === queue.stack && JSON.stringify(definition.Properties?.RedrivePolicy ?? null).includes(reference),
    );
    if (sources.length === 0) return [];
    const name = idsOf(queue).slice(-2).join('/');
    return [{ name, url: queue.physicalId, sources: sources.map(({ physicalId }) => physicalId) }];
  });
}

function ofType(resources: readonly DeployedResource[], type: string): DeployedResource[] {
  return resources.filter(({ definition }) => definition.Type === type);
}

function byConstructId(resources: readonly DeployedResource[]): Record<string, string> {
  return Object.fromEntries(
    resources.map((resource) => [idsOf(resource).at(-1) ?? resource.logicalId, resource.physicalId]),
  );
}

/** Construct ids of a resource's path, outermost first, without the resource inside the construct. */
function idsOf({ constructPath }: DeployedResource): string[] {
  return constructPath.split('/').filter((id) => id !== '' && id !== 'Resource');
}
