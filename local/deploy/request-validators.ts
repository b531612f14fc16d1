import { APIGatewayClient, CreateRequestValidatorCommand, UpdateMethodCommand } from '@aws-sdk/client-api-gateway';
import type { DeployedResource } from './deployment';
import { isObject } from '../assembly/template';

/**
 * The emulator's CloudFormation makes request validators that validate nothing and does not attach them to methods;
 * its API does both. This makes them again through the API, as the templates say.
 */
export async function repairRequestValidators(
  client: APIGatewayClient,
  resources: readonly DeployedResource[],
): Promise<void> {
  const validators = new Map<string, Promise<string>>();
  for (const method of resources.filter(({ definition }) => definition.Type === 'AWS::ApiGateway::Method')) {
    const validator = validatorOf(method, resources);
    if (!validator) continue;
    const [restApiId, resourceId, httpMethod] = method.physicalId.split('-');
    const key = `${method.stack}/${validator.logicalId}`;
    if (!validators.has(key)) validators.set(key, create(client, restApiId, validator));
    const value = await validators.get(key)!;
    const patchOperations = [{ op: 'replace' as const, path: '/requestValidatorId', value }];
    await client.send(new UpdateMethodCommand({ restApiId, resourceId, httpMethod, patchOperations }));
  }
}

function validatorOf(method: DeployedResource, resources: readonly DeployedResource[]): DeployedResource | undefined {
  const reference = method.definition.Properties?.RequestValidatorId;
  if (!isObject(reference)) return undefined;
  return resources.find(({ stack, logicalId }) => stack === method.stack && logicalId === reference.Ref);
}

async function create(client: APIGatewayClient, restApiId: string, { definition }: DeployedResource): Promise<string> {
  const { Name, ValidateRequestBody, ValidateRequestParameters } = definition.Properties ?? {};
  const { id } = await client.send(
    new CreateRequestValidatorCommand({
      restApiId,
      name: Name as string | undefined,
      validateRequestBody: ValidateRequestBody === true,
      validateRequestParameters: ValidateRequestParameters === true,
    }),
  );
  return id!;
}
