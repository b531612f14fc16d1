/** Pages of the documentation that several reviews rely on. */
const USER_GUIDES = 'https://docs.aws.amazon.com';

/** The page of a resource type in the template reference. */
export function typePage(type: string): string {
  const [, service, name] = type.toLowerCase().split('::');
  return `${USER_GUIDES}/AWSCloudFormation/latest/TemplateReference/aws-resource-${service}-${name}.html`;
}

/** The page of a service in the Service Authorization Reference, by the part of its address: `amazons3`. */
export function actionsPage(service: string): string {
  return `${USER_GUIDES}/service-authorization/latest/reference/list_${service}.html`;
}
