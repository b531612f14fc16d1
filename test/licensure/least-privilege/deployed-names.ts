import type { DeployedTemplate } from '../../../src/core/boundary/deployed-template';

interface TemplateJson {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties?: object }>>;
}

const NAME_PROPERTIES: Readonly<Record<string, string>> = {
  'AWS::IAM::Role': 'RoleName',
  'AWS::SQS::Queue': 'QueueName',
};

/**
 * A template as if it were deployed: roles, queues, keys and streams have the names that CloudFormation and the services would
 * choose, so that policies can be told to match or not, for certain.
 */
export function withDeployedNames(deployed: DeployedTemplate): DeployedTemplate {
  const { name: stack, account, region } = deployed;
  const { Resources, ...sections } = deployed.template as TemplateJson;
  const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`;
  const chosen = new Map<string, string>();
  for (const [id, { Type }] of Object.entries(Resources)) {
    if (Type === 'AWS::KMS::Key') chosen.set(`${id}.Arn`, arn('kms', `key/${stack}-${id}`));
    if (Type === 'AWS::DynamoDB::Table') {
      chosen.set(`${id}.StreamArn`, arn('dynamodb', `table/${stack}-${id}/stream/2026`));
    }
  }
  const named = Object.fromEntries(
    Object.entries(Resources).map(([id, resource]) => {
      const property = NAME_PROPERTIES[resource.Type];
      if (property === undefined) return [id, resource];
      return [id, { ...resource, Properties: { ...resource.Properties, [property]: `${stack}-${id}` } }];
    }),
  );
  return { ...deployed, template: replaced({ ...sections, Resources: named }, chosen) };
}

export function isKey({ template }: DeployedTemplate, logicalId: string): boolean {
  return (template as TemplateJson).Resources[logicalId]?.Type === 'AWS::KMS::Key';
}

/** ARN that `withDeployedNames` gives to a key. */
export function keyArn({ name, account, region }: DeployedTemplate, logicalId: string): string {
  return `arn:aws:kms:${region}:${account}:key/${name}-${logicalId}`;
}

function replaced(value: unknown, chosen: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((each) => replaced(each, chosen));
  if (typeof value !== 'object' || value === null) return value;
  const attribute = (value as { readonly 'Fn::GetAtt'?: readonly string[] })['Fn::GetAtt'];
  const known = attribute && chosen.get(attribute.join('.'));
  if (known !== undefined) return known;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each, chosen)]));
}
