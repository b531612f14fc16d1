import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { DeployedResource } from '../../../local/deploy/deployment';
import { repairRequestValidators } from '../../../local/deploy/request-validators';
import { fakeClient } from '../fake-client';

const resource = (logicalId: string, physicalId: string, Type: string, Properties = {}): DeployedResource => ({
  stack: 'api',
  logicalId,
  physicalId,
  constructPath: `/api/${logicalId}`,
  definition: { Type, Properties },
});
const method = (logicalId: string, physicalId: string, validator?: string) =>
  resource(logicalId, physicalId, 'AWS::ApiGateway::Method', validator && { RequestValidatorId: { Ref: validator } });

test('a validator is made once as its template says, and attached to each of its methods', async () => {
  let created = 0;
  const { client, calls } = fakeClient<APIGatewayClient>({
    CreateRequestValidatorCommand: () => ({ id: `validator-${++created}` }),
  });

  await repairRequestValidators(client, [
    method('Post', 'api1-res1-POST', 'Body'),
    method('Put', 'api1-res2-PUT', 'Body'),
    method('Get', 'api1-res1-GET'),
    resource('Body', 'lost', 'AWS::ApiGateway::RequestValidator', { Name: 'body', ValidateRequestBody: true }),
  ]);

  const patchOperations = [{ op: 'replace', path: '/requestValidatorId', value: 'validator-1' }];
  expect(calls.map(({ input }) => input)).toEqual([
    { restApiId: 'api1', name: 'body', validateRequestBody: true, validateRequestParameters: false },
    { restApiId: 'api1', resourceId: 'res1', httpMethod: 'POST', patchOperations },
    { restApiId: 'api1', resourceId: 'res2', httpMethod: 'PUT', patchOperations },
  ]);
});
