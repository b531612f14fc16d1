import { repairRequestValidators } from './request-validators';
import { deployStack, physicalIds } from './stacks';
import { prepareAccount, uploadAssets } from './upload';
import { AssemblyStack, readTemplate } from '../assembly/manifest';
import { Resource } from '../assembly/template';
import { Clients } from '../emulator/clients';

/** A resource that exists in the emulator. */
export interface DeployedResource {
  readonly stack: string;
  readonly logicalId: string;
  readonly physicalId: string;
  readonly constructPath: string;
  readonly definition: Resource;
}

/** Creates all stacks of a prepared assembly in the emulator, in dependency order, and says what there is then. */
export async function deployAssembly(
  clients: Clients,
  endpoint: string,
  stacks: readonly AssemblyStack[],
): Promise<DeployedResource[]> {
  await prepareAccount(clients.s3, clients.ssm, stacks);
  await uploadAssets(clients.s3, stacks);
  for (const stack of stacks) await deployStack(clients.cloudFormation, stack, endpoint);
  return repairDeployment(clients, stacks);
}

/** Mends what the emulator's CloudFormation loses; for a deployment by other means, such as the CDK CLI, too. */
export async function repairDeployment(
  clients: Clients,
  stacks: readonly AssemblyStack[],
): Promise<DeployedResource[]> {
  const resources = (await Promise.all(stacks.map(async (stack) => deployedResources(clients, stack)))).flat();
  await repairRequestValidators(clients.apiGateway, resources);
  return resources;
}

async function deployedResources(clients: Clients, stack: AssemblyStack): Promise<DeployedResource[]> {
  const ids = await physicalIds(clients.cloudFormation, stack.name);
  return Object.entries(readTemplate(stack).Resources).flatMap(([logicalId, definition]) => {
    const physicalId = ids.get(logicalId);
    const constructPath = stack.constructPaths[logicalId] ?? `/${stack.name}/${logicalId}`;
    return physicalId ? [{ stack: stack.name, logicalId, physicalId, constructPath, definition }] : [];
  });
}
