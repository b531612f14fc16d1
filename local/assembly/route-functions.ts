import { Resource, Template } from './template';

/** Variable that makes the emulator send a function's events to an address instead of running the function itself. */
export const HANDLER_ADDRESS_VARIABLE = 'MINISTACK_LAMBDA_PROXY_URL';

/** Whether our workers can run the function; the emulator runs the CDK's own Python functions itself. */
export function runsInWorkers(resource: Resource): boolean {
  return resource.Type === 'AWS::Lambda::Function' && String(resource.Properties?.Runtime).startsWith('nodejs');
}

/** Sends the events of Node functions to the handler runner, at `<address>/<logical id>`. */
export function routeFunctions(template: Template, address: string): Template {
  const resources = Object.entries(template.Resources).map(([logicalId, resource]) => [
    logicalId,
    runsInWorkers(resource) ? withVariable(resource, `${address}/${logicalId}`) : resource,
  ]);
  return { ...template, Resources: Object.fromEntries(resources) };
}

function withVariable(resource: Resource, address: string): Resource {
  const environment = resource.Properties?.Environment as { Variables?: object } | undefined;
  const variables = { ...environment?.Variables, [HANDLER_ADDRESS_VARIABLE]: address };
  return { ...resource, Properties: { ...resource.Properties, Environment: { ...environment, Variables: variables } } };
}
